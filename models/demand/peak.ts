import { mean, sampleStandardDeviation } from 'simple-statistics'
import { goldenSection } from '../goldenSection.ts'
import type { Rate } from '../types.ts'
import type { Peak } from './scenarioDemand.ts'

/** A figure with its linear part by replicate: their mean is the value. */
export interface Replicated {
  readonly value: number
  readonly byReplicate: Float64Array
}

/** A millionth of a basis point would be lost in rounding; this is a thousandth. */
const TOLERANCE = 1e-7
/** Step of the derivatives: one basis point. */
const STEP = 1e-4

/**
 * Where a figure is highest over shifts of rates: the best of a grid, then golden sections between its neighbours.
 *
 * The error of the place is that of the slope there ÷ how fast the slope falls:
 *
 *     se(δ*) = se(f'(δ*)) / |f''(δ*)|,   f' and f'' by differences of a basis point
 *
 * @param figure  at a shift
 * @param shifts  rising, evenly spaced, at least three
 */
export function peak(figure: (shift: Rate) => Replicated, shifts: readonly Rate[]): Peak {
  const values = shifts.map((shift) => figure(shift).value)
  const top = values.reduce((best, value, i) => (value > values[best]! ? i : best), 0)
  const last = shifts.length - 1
  const at = (shift: Rate): number => figure(shift).value
  // Level with the end: all rates stand at the cap from some shift on.
  const isLast = values[last]! >= values[top]!
  if (isLast && !(at(shifts[last]! - STEP) > values[last]!)) return atEnd('rises', figure(shifts[last]!))
  if (top === 0 && !(at(shifts[0]! + STEP) > values[0]!)) return atEnd('falls', figure(shifts[0]!))
  const near = isLast ? last : top
  const shift = goldenSection(at, shifts[Math.max(0, near - 1)]!, shifts[Math.min(last, near + 1)]!, TOLERANCE)
  const [below, here, above] = [figure(shift - STEP), figure(shift), figure(shift + STEP)]
  const bend = (above.value - 2 * here.value + below.value) / STEP ** 2
  const slopes = above.byReplicate.map((value, r) => (value - below.byReplicate[r]!) / (2 * STEP))
  const errorOfShift = standardError(slopes) / Math.abs(bend)
  return { trend: 'turns', shift, value: here.value, standardErrors: { shift: errorOfShift, value: errorOf(here) } }
}

const atEnd = (trend: 'rises' | 'falls', end: Replicated): Peak => ({
  trend,
  shift: null,
  value: end.value,
  standardErrors: { shift: null, value: errorOf(end) },
})

export const errorOf = ({ byReplicate }: Replicated): number => standardError(byReplicate)

const standardError = (values: Float64Array): number => sampleStandardDeviation([...values]) / Math.sqrt(values.length)

/** Mean of replicate means. */
export const replicated = (means: Float64Array, scale = 1): Replicated => ({
  value: scale * mean([...means]),
  byReplicate: means.map((own) => scale * own),
})

/** Ratio of two means, linearised. */
export function replicatedRatio(numerators: Float64Array, denominators: Float64Array): Replicated {
  const denominator = mean([...denominators])
  const value = mean([...numerators]) / denominator
  return { value, byReplicate: numerators.map((a, r) => value + (a - value * denominators[r]!) / denominator) }
}
