import { cellSums } from './cellSums.ts'
import type { CellSums } from './cube.ts'
import { WEIGHTS } from './layout.ts'
import type { Layout } from './layout.ts'
import { expectedLgd } from './lgd.ts'
import type { LgdTables } from './lgd.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { inYear } from './shocks.ts'
import type { Shocks } from './study.ts'
import type { Firms } from './types.ts'
import { yearlyPds } from './yearlyPds.ts'

export interface ExpectationInputs {
  readonly firms: Pick<Firms, 'count' | 'truePd' | 'groupings'>
  readonly layout: Layout
  /** Months with a loan standing: year × firm. */
  readonly alive: Uint8Array
  readonly shocks: Shocks
  readonly lgd: LgdTables
  /** Relative weights of the months of a year. */
  readonly timing: readonly number[]
  /** R², and the loading of the global factor, on which `factorMean` acts. */
  readonly r2: number
  readonly globalLoading: number
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
  const { firms, layout, alive, shocks, lgd, timing } = inputs
  const { years, horizonMonths, classOf, classPlan, classCell, plans, loans } = layout
  const defaulted = new Float64Array(classPlan.length * horizonMonths * WEIGHTS)
  const loss = new Float64Array(layout.cells.length * years)
  const surviving = new Float64Array(firms.count).fill(1)
  const cumulative = [0]
  for (const weight of timing) cumulative.push(cumulative.at(-1)! + weight)

  for (let y = 0; y < years; y++) {
    const pds = shiftedPds(inputs, yearlyPds(firms, shocks, y, alive, multiple), y)
    for (let i = 0; i < loans.count; i++) {
      const firm = loans.obligor[i]!
      const months = alive[y * firms.count + firm]!
      const inYearOfDefault = surviving[firm]! * pds[firm]!
      if (inYearOfDefault === 0) continue
      const own = classOf[i]!
      const { balance } = plans[classPlan[own]!]!
      const severity = expectedLgd(lgd, loans.lgdKind[i]!, loans.collateral[i]!, y, loans.assignedLgd[i]!)
      const cell = classCell[own]! * years + y
      for (let n = 0; n < months; n++) {
        const m = y * 12 + n
        if (balance[m] === 0) continue
        const p = (inYearOfDefault * timing[n]!) / cumulative[months]!
        const at = (own * horizonMonths + m) * WEIGHTS
        defaulted[at]! += p * loans.balance[i]!
        defaulted[at + 1]! += p
        defaulted[at + 2]! += p * loans.deposit[i]!
        defaulted[at + 3]! += p * loans.fees[i]!
        defaulted[at + 4]! += p * loans.ownerAum[i]!
        loss[cell]! += p * loans.balance[i]! * balance[m]! * severity
      }
    }
    for (let f = 0; f < firms.count; f++) surviving[f]! *= 1 - pds[f]!
  }
  return cellSums(layout, defaulted, loss, 1)
}

/** Mean PDs when the global factor is shifted. */
function shiftedPds({ shocks, r2, globalLoading }: ExpectationInputs, pds: Float64Array, year: number): Float64Array {
  const shift = globalLoading * inYear(shocks.factorMean, year, 0)
  if (shift === 0) return pds
  const spread = Math.sqrt(1 - r2 + r2 * inYear(shocks.factorVolatility, year, 1) ** 2)
  return pds.map((h) => (h === 0 ? 0 : normalCdf(normalQuantile(h) - shift / spread)))
}
