import { describe, expect, test } from 'vitest'
import { Turns } from '../../sim/turns.ts'

/** Work that ends when told to. */
function work(log: string[], name: string) {
  let end: (error?: Error) => void = () => undefined
  const start = (): Promise<void> =>
    new Promise((resolve, reject) => {
      log.push(`${name} starts`)
      end = (error) => {
        log.push(`${name} ends`)
        if (error) reject(error)
        else resolve()
      }
    })
  return { start, end: (error?: Error) => end(error) }
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('turns', () => {
  test('of two let a second piece start, and a third only when one has ended', async () => {
    const log: string[] = []
    const [a, b, c] = ['a', 'b', 'c'].map((name) => work(log, name)) as [ReturnType<typeof work>, ReturnType<typeof work>, ReturnType<typeof work>] // prettier-ignore
    const turns = new Turns(2)
    await turns.take(a.start)
    await turns.take(b.start)
    const third = turns.take(c.start)
    await soon()
    expect(log).toEqual(['a starts', 'b starts'])
    a.end()
    await third
    expect(log).toEqual(['a starts', 'b starts', 'a ends', 'c starts'])
    b.end()
    c.end()
    await turns.end()
  })

  test('of one wait for each piece', async () => {
    const log: string[] = []
    const a = work(log, 'a')
    const taken = new Turns(1).take(a.start).then(() => log.push('taken'))
    await soon()
    expect(log).toEqual(['a starts'])
    a.end()
    await taken
    expect(log).toEqual(['a starts', 'a ends', 'taken'])
  })

  test('pass a failure on to whoever waits next', async () => {
    const log: string[] = []
    const [a, b] = [work(log, 'a'), work(log, 'b')]
    const turns = new Turns(2)
    await turns.take(a.start)
    await turns.take(b.start)
    a.end(new Error('no more'))
    await expect(turns.take(() => Promise.resolve())).rejects.toThrow('no more')
    b.end()
    await expect(turns.end()).rejects.toThrow('no more')
  })
})
