import { describe, expect, test } from 'vitest'
import { latestOnly } from '../../../../report/client/desk/latestOnly.ts'

/** A sender whose answers are given by hand, in any order. */
function byHand() {
  const open: { question: number; answer: (value: string) => void; fail: (error: Error) => void }[] = []
  const told: string[] = []
  const asked: number[] = []
  const questions = latestOnly<number, string>(
    (question) => {
      asked.push(question)
      return new Promise((answer, fail) => open.push({ question, answer, fail }))
    },
    (answer, question) => told.push(`${question}: ${answer}`),
    (error, question) => told.push(`${question}: ${(error as Error).message}`),
  )
  const settle = async (how: (one: (typeof open)[number]) => void): Promise<void> => {
    how(open.shift()!)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { questions, asked, told, settle, open }
}

describe('questions of which only the latest waits', () => {
  test('one is on its way at a time; of those asked meanwhile only the last is sent', async () => {
    const { questions, asked, told, settle, open } = byHand()
    for (const question of [1, 2, 3, 4]) questions.ask(question)
    expect(asked).toEqual([1])
    await settle((one) => one.answer('a'))
    expect(asked).toEqual([1, 4])
    expect(open.length).toBe(1)
    await settle((one) => one.answer('d'))
    expect(told).toEqual(['1: a', '4: d'])
  })

  test('an answer to an older question is told while a newer one waits', async () => {
    const { questions, told, settle } = byHand()
    questions.ask(1)
    questions.ask(2)
    await settle((one) => one.answer('a'))
    expect(told).toEqual(['1: a'])
  })

  test('after a failure the question that waits is asked all the same', async () => {
    const { questions, asked, told, settle } = byHand()
    questions.ask(1)
    questions.ask(2)
    await settle((one) => one.fail(new Error('no')))
    await settle((one) => one.answer('b'))
    expect(asked).toEqual([1, 2])
    expect(told).toEqual(['1: no', '2: b'])
  })

  test('what is dropped is neither asked nor told; the next question is', async () => {
    const { questions, asked, told, settle } = byHand()
    questions.ask(1)
    questions.ask(2)
    questions.drop()
    await settle((one) => one.answer('a'))
    expect([asked, told]).toEqual([[1], []])
    questions.ask(3)
    await settle((one) => one.answer('c'))
    expect(told).toEqual(['3: c'])
  })
})
