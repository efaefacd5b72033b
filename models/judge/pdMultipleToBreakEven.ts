import { vatOnRate } from '../pricing/vat.ts'
import { surplusOf } from './cellMoney.ts'
import type { JudgeInputs } from './judgement.ts'
import type { Recorder } from './recorder.ts'

/** Largest multiple tried. */
const LARGEST = 100

/**
 * The PD multiple, on top of the scenario's own, at which the expected surplus is zero: how much worse (or, below 1, better)
 * the world may be before the coverage ratio is 1. Found on exact expectations, so it has no Monte Carlo error.
 */
export function pdMultipleToBreakEven(surplus: ExpectedSurplus, record: Recorder): number | null {
  const name = 'pdMultipleToBreakEven'
  if (surplus(0) < 0) return record.missing(name, 'income does not cover cost and target even without defaults')
  let low = 0
  let high = 1
  while (surplus(high) >= 0) {
    if (high === LARGEST) return record.missing(name, `covered even at a PD multiple of ${LARGEST}`)
    low = high
    high = Math.min(2 * high, LARGEST)
  }
  return record.exact(name, root(surplus, low, high))
}

/** Expected surplus per unit of balance at a PD multiple on top of the scenario's own; exact. */
export type ExpectedSurplus = (multiple: number) => number

/** The expected surplus of a schedule, from the closed form of the cube's sums. */
export function expectedSurplus(
  { cube, expected, economics, schedule: { costs } }: JudgeInputs,
  rates: Float64Array,
): ExpectedSurplus {
  const { columns, cells, years } = cube
  const net = rates.map((r, k) => r - vatOnRate(r, columns[k]!.vatBand, costs.lpr, costs.vatRate, costs.vatMethod))
  return (multiple) => {
    const { surplus, earned } = surplusOf({ columns, cells, years, sums: expected(multiple) }, economics, net)
    return surplus / earned
  }
}

/** Root of a continuous function that is ≥ 0 at `low` and < 0 at `high`, by the Illinois variant of regula falsi. */
function root(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high]
  let [fa, fb] = [f(a), f(b)]
  for (let i = 0; i < 60 && b - a > 1e-11 * b; i++) {
    const x = b - (fb * (b - a)) / (fb - fa)
    const fx = f(x)
    if (Math.abs(fx) < 1e-14) return x
    if (fx > 0) {
      a = x
      fa = fx
      fb /= 2
    } else {
      b = x
      fb = fx
      fa /= 2
    }
  }
  return (a + b) / 2
}
