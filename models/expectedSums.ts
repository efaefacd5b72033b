import { cellSums } from './cellSums.ts'
import type { CellSums } from './cube.ts'
import { WEIGHTS } from './layout.ts'
import type { Layout } from './layout.ts'
import { expectedLgd } from './lgd.ts'
import type { LgdTables } from './lgd.ts'
import type { Shocks } from './study.ts'
import type { Firms } from './types.ts'
import { shiftedPds, yearlyPds } from './yearlyPds.ts'
import type { FactorExposure } from './yearlyPds.ts'

export interface ExpectationInputs {
  readonly firms: Pick<Firms, 'count' | 'truePd' | 'groupings'>
  readonly layout: Layout
  /** Months with a loan standing: year × firm. */
  readonly alive: Uint8Array
  readonly shocks: Shocks
  readonly lgd: LgdTables
  /** Relative weights of the months of a year. */
  readonly timing: readonly number[]
  readonly exposure: FactorExposure
}

/**
 * What the outcome cube's sums are in expectation: no path is drawn.
 *
 * Years are independent and the mean over the factors of a firm's PD is h', or Φ(Φ⁻¹(h') − a·μ/√(1 − R² + V)) when the global
 * factor is shifted by μ; so P(default in year y) = h'_y · Π_{t<y} (1 − h'_t), spread over the months by `timing`.
 *
 * @param multiple  a PD multiple on top of the scenario's (reverse stress)
 * @returns sums of one group of one path, for {@link CellSums}' consumers
 * Tested against the simulation within 4 standard errors.
 */
export function expectedSums(inputs: ExpectationInputs, multiple = 1): CellSums {
  const { firms, layout, alive, shocks, lgd, timing, exposure } = inputs
  const { years, horizonMonths, classOf, loans } = layout
  const defaulted = new Float64Array(layout.classPlan.length * horizonMonths * WEIGHTS)
  const loss = new Float64Array(layout.cells.length * years)
  const surviving = new Float64Array(firms.count).fill(1)

  for (let y = 0; y < years; y++) {
    const pds = shiftedPds(yearlyPds(firms, shocks, y, alive, multiple), exposure, shocks, y)
    const byMonths = new Map<number, Float64Array>()
    for (let i = 0; i < loans.count; i++) {
      const firm = loans.obligor[i]!
      const p = surviving[firm]! * pds[firm]!
      if (p === 0) continue
      const severity = expectedLgd(lgd, loans.lgdKind[i]!, loans.collateral[i]!, y, loans.assignedLgd[i]!)
      const sums = sumsFor(byMonths, alive[y * firms.count + firm]!, layout)
      const at = classOf[i]! * ENTRIES
      sums[at]! += p * loans.balance[i]!
      sums[at + 1]! += p
      sums[at + 2]! += p * loans.deposit[i]!
      sums[at + 3]! += p * loans.fees[i]!
      sums[at + 4]! += p * loans.ownerAum[i]!
      sums[at + 5]! += p * loans.balance[i]! * severity
    }
    for (const [months, sums] of byMonths) spread(layout, timing.slice(0, months), y, sums, defaulted, loss)
    for (let f = 0; f < firms.count; f++) surviving[f]! *= 1 - pds[f]!
  }
  return cellSums(layout, defaulted, loss, 1)
}

/** Weights of a class's expected defaults of a year, then balance × LGD. */
const ENTRIES = WEIGHTS + 1

function sumsFor(byMonths: Map<number, Float64Array>, months: number, { classPlan }: Layout): Float64Array {
  const known = byMonths.get(months)
  if (known) return known
  const sums = new Float64Array(classPlan.length * ENTRIES)
  byMonths.set(months, sums)
  return sums
}

/** Spreads a year's expected defaults over its months by their weights; where none has any, they fall in the last one. */
function spread(
  { classPlan, classCell, plans, horizonMonths, years }: Layout,
  timing: readonly number[],
  year: number,
  sums: Float64Array,
  defaulted: Float64Array,
  loss: Float64Array,
): void {
  const weights = timing.some((weight) => weight > 0) ? timing : timing.map((_, n) => (n === timing.length - 1 ? 1 : 0))
  const total = weights.reduce((a, b) => a + b, 0)
  for (let c = 0; c < classPlan.length; c++) {
    const from = c * ENTRIES
    if (sums[from + 1] === 0) continue
    const { balance } = plans[classPlan[c]!]!
    for (const [n, weight] of weights.entries()) {
      const m = year * 12 + n
      const share = weight / total
      if (balance[m] === 0) continue
      const at = (c * horizonMonths + m) * WEIGHTS
      for (let w = 0; w < WEIGHTS; w++) defaulted[at + w]! += share * sums[from + w]!
      loss[classCell[c]! * years + year]! += share * balance[m]! * sums[from + WEIGHTS]!
    }
  }
}
