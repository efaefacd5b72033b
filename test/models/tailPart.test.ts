import seedrandom from 'seedrandom'
import { expect, test } from 'vitest'
import { normalDensity, normalQuantile } from '../../models/normal.ts'
import { sample } from '../../models/sample.ts'
import { expectedShortfallOf, meanWithError } from '../../models/standardErrors.ts'
import { tailPart } from '../../models/tailPart.ts'

test('the boundary path counts in part: the worst 2.5 of ten', () => {
  const x = Float64Array.of(7, 1, 9, 3, 10, 2, 8, 4, 5, 6)
  const y = x.map((value) => value * value)
  const distribution = sample(x, 2)
  const tail = distribution.tail(0.75)
  const part = tailPart(distribution, tail, (p) => y[p]!, () => 0) // prettier-ignore
  expect((part[0]! + part[1]!) / 2).toBeCloseTo((100 + 81 + 64 / 2) / 2.5, 12)
})

test('paths that share the quantile share what is left of the tail', () => {
  const x = Float64Array.of(5, 5, 5, 5, 9, 1, 1, 1, 1, 1)
  const y = Float64Array.of(1, 2, 3, 4, 10, 0, 0, 0, 0, 0)
  const distribution = sample(x, 2)
  const part = tailPart(distribution, distribution.tail(0.7), (p) => y[p]!, () => 0) // prettier-ignore
  // 3 of ten: the 9 whole and half of each 5
  expect((part[0]! + part[1]!) / 2).toBeCloseTo((10 + 0.5 * (1 + 2 + 3 + 4)) / 3, 12)
})

test('parts of a normal sum have the shares of its variances, and errors that tell how far off they are in 300 tries', () => {
  const [repeats, paths, level] = [300, 2000, 0.98]
  const z = normalQuantile(level)
  const truth = normalDensity(z) / (1 - level)
  const squares = [0, 0]
  for (let i = 0; i < repeats; i++) {
    const draw = seedrandom(`parts ${i}`)
    const normals = (scale: number): Float64Array =>
      Float64Array.from({ length: paths }, () => scale * normalQuantile(draw.double()))
    const parts = [normals(0.8), normals(0.6)]
    const x = parts[0]!.map((value, p) => value + parts[1]![p]!)
    const distribution = sample(x, 20)
    const tail = distribution.tail(level)
    const estimates = parts.map((y) => meanWithError(tailPart(distribution, tail, (p) => y[p]!, () => 0), 0.95)) // prettier-ignore
    const whole = expectedShortfallOf(distribution, level, 0.95)
    if ('reason' in whole) throw new Error(whole.reason)
    expect(Math.abs(estimates[0]!.value + estimates[1]!.value - whole.value)).toBeLessThan(1e-12)
    for (const [k, { value, standardError }] of estimates.entries())
      squares[k]! += ((value - [0.64, 0.36][k]! * truth) / standardError) ** 2 / repeats
  }
  // the mean of t² with 19 degrees is 19/17, with an error of √3/√300 = .1 over 300 tries
  for (const square of squares) expect(Math.abs(square - 19 / 17)).toBeLessThan(0.4)
})
