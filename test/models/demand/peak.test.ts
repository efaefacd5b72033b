import { expect, test } from 'vitest'
import { peak } from '../../../models/demand/peak.ts'
import type { Replicated } from '../../../models/demand/peak.ts'

const SHIFTS = Array.from({ length: 33 }, (_, i) => -0.02 + 0.0025 * i)
const exact =
  (value: (shift: number) => number) =>
  (shift: number): Replicated => ({ value: value(shift), byReplicate: Float64Array.of(value(shift), value(shift)) })

test('a figure that turns between the last two shifts looked at turns, though the last is the highest of them', () => {
  const found = peak(exact((shift) => 100 - (shift - 0.0592) ** 2 * 1e5), SHIFTS) // prettier-ignore
  expect(found.trend).toBe('turns')
  expect(found.shift).toBeCloseTo(0.0592, 6)
  expect(found.value).toBeCloseTo(100, 9)
})

test('likewise between the first two', () => {
  const found = peak(
    exact((shift) => -((shift + 0.0193) ** 2)),
    SHIFTS,
  )
  expect([found.trend, found.shift!.toFixed(6)]).toEqual(['turns', '-0.019300'])
})

test('a figure that rises to the end, or is level with it, has no peak inside', () => {
  expect(
    peak(
      exact((shift) => shift),
      SHIFTS,
    ),
  ).toMatchObject({ trend: 'rises', shift: null, value: 0.06 })
  expect(peak(exact((shift) => Math.min(shift, 0.03)), SHIFTS).trend).toBe('rises') // prettier-ignore
  expect(
    peak(
      exact((shift) => -shift),
      SHIFTS,
    ),
  ).toMatchObject({ trend: 'falls', shift: null, value: 0.02 })
})
