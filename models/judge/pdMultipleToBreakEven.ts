import type { ExpectedSurplus } from '../expectedSurplus.ts'
import { root } from '../root.ts'
import type { Recorder } from './recorder.ts'

/** Largest multiple tried. */
const LARGEST = 100
/** Relative step of the slope. */
const STEP = 1e-4

/**
 * The PD multiple, on top of the scenario's own, at which the expected surplus is zero: how much worse (or, below 1, better)
 * the world may be before the coverage ratio is 1.
 *
 * Found on exact expectations, without Monte Carlo error. Where those leave something out (calls, the fund's cap, persistence), they
 * only say how the surplus changes with the multiple, from its simulated value at 1:
 *
 *     Ŝ + S(m) − S(1) = 0,   standard error = se(Ŝ) / |S′(m)|
 *
 * @param surplus    S, see {@link ExpectedSurplus}
 * @param simulated  Ŝ, the simulated surplus per unit of balance, recorded as `surplus`; null where S is exact
 */
export function pdMultipleToBreakEven(
  surplus: ExpectedSurplus,
  simulated: number | null,
  record: Recorder,
): number | null {
  const name = 'pdMultipleToBreakEven'
  const offset = simulated === null ? 0 : simulated - surplus(1)
  const at = (multiple: number): number => surplus(multiple) + offset
  if (at(0) < 0) return record.missing(name, 'income does not cover cost and target even without defaults')
  let low = 0
  let high = 1
  while (at(high) >= 0) {
    if (high === LARGEST) return record.missing(name, `covered even at a PD multiple of ${LARGEST}`)
    low = high
    high = Math.min(2 * high, LARGEST)
  }
  const multiple = root(at, low, high, 1e-12)
  if (simulated === null) return record.exact(name, multiple)
  const slope = (at(multiple * (1 + STEP)) - at(multiple * (1 - STEP))) / (2 * STEP * multiple)
  record.setError(name, record.errorOf('surplus') / Math.abs(slope))
  return multiple
}
