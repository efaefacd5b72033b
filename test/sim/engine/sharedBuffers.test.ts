import { expect, test } from 'vitest'
import { SharedBuffers } from '../../../sim/engine/sharedBuffers.ts'

test('a released buffer is given out again for the same size, and filled with zeros', () => {
  const memory = new SharedBuffers()
  const first = new Float64Array(memory.take(80)).fill(7)
  memory.release([first])
  expect(memory.take(81)).not.toBe(first.buffer)
  const again = new Float64Array(memory.take(80))
  expect(again.buffer).toBe(first.buffer)
  expect([...again]).toEqual(new Array(10).fill(0))
})

test('a buffer a little larger than needed will do, one much larger is kept for what needs it', () => {
  const memory = new SharedBuffers()
  const [small, middle, large] = [80, 96, 800].map((bytes) => new Float64Array(memory.take(bytes)))
  memory.release([large, middle, small])
  expect(memory.take(88)).toBe(middle!.buffer)
  expect(memory.take(88)).not.toBe(large!.buffer)
  expect(memory.take(800)).toBe(large!.buffer)
})

test('a buffer that is in use is not given out twice, however often it was released', () => {
  const memory = new SharedBuffers()
  const first = new Float64Array(memory.take(8))
  memory.release([first, first, new Uint8Array(first.buffer)])
  memory.release([first])
  const buffers = [memory.take(8), memory.take(8), memory.take(8)]
  expect(new Set(buffers).size).toBe(3)
})

test('only what was taken from it is released', () => {
  const memory = new SharedBuffers()
  const foreign = new Float64Array(new SharedArrayBuffer(8))
  memory.release([foreign, new Float64Array(1), 12, null, 'text', undefined])
  expect(memory.take(8)).not.toBe(foreign.buffer)
})

test('arrays are found anywhere in lists and records', () => {
  const memory = new SharedBuffers()
  const [one, other] = [new Float64Array(memory.take(8)), new Float64Array(memory.take(8))]
  memory.release({ paths: 2, spread: null, strategies: [{ records: one, years: [{ firms: other }] }] })
  expect(new Set([memory.take(8), memory.take(8)])).toEqual(new Set([one.buffer, other.buffer]))
})

test('what was let go of is not given out again', () => {
  const memory = new SharedBuffers()
  const first = new Float64Array(memory.take(8))
  memory.release([first])
  memory.clear()
  expect(memory.take(8)).not.toBe(first.buffer)
})
