import { expect, test } from 'vitest'
import { nearestRoot } from '../../../sim/reverse/nearestRoot.ts'

const SIZES = [-4, -3, -2, -1, 0, 1, 2, 3, 4]
const PRECISE = { tolerance: 1e-12, slopeStep: 0.01 }
const of = (f: (x: number) => number) => (x: number) => Promise.resolve(f(x))

test('of several roots the one nearest to the start is found, with the slope there', async () => {
  const f = of((x) => (x - 2.5) * (x + 1.2) * (x + 3.5))
  const found = await nearestRoot(f, SIZES, 0, PRECISE)
  expect(found!.root).toBeCloseTo(-1.2, 10)
  expect(found!.slope).toBeCloseTo((-1.2 - 2.5) * (-1.2 + 3.5), 2)
  expect((await nearestRoot(f, SIZES, 1.9, PRECISE))!.root).toBeCloseTo(2.5, 10)
})

test('where the sign changes on both sides within one step, the nearer root counts', async () => {
  const f = of((x) => (x - 0.9) * (x + 0.3))
  expect((await nearestRoot(f, SIZES, 0, PRECISE))!.root).toBeCloseTo(-0.3, 10)
})

test('a function that keeps its sign has none, and is asked once at every size', async () => {
  const asked: number[] = []
  const found = await nearestRoot(
    (x) => {
      asked.push(x)
      return Promise.resolve(1 + x * x)
    },
    SIZES,
    0.5,
    PRECISE,
  )
  expect(found).toBeNull()
  expect(asked.toSorted((a, b) => a - b)).toEqual([...SIZES, 0.5].toSorted((a, b) => a - b))
})

test('the start may be an end of the sizes, and the root the start itself', async () => {
  expect((await nearestRoot(of((x) => x - 2.25), SIZES, -4, PRECISE))!.root).toBeCloseTo(2.25, 10) // prettier-ignore
  expect((await nearestRoot(of((x) => x), SIZES, 0, PRECISE))!.root).toBe(0) // prettier-ignore
})

test('nothing beyond the step in which a root lies is asked for', async () => {
  const asked: number[] = []
  const f = (x: number): Promise<number> => {
    asked.push(x)
    return Promise.resolve(x - 0.4)
  }
  await nearestRoot(f, SIZES, 0, PRECISE)
  expect(Math.max(...asked.map(Math.abs))).toBe(1)
})
