/** The closed form of what a cube's sums are in expectation, cell by cell: the reference that quicker sums of money are held against. */
import { cellSums } from '../models/cellSums.ts'
import type { CellSums } from '../models/cube.ts'
import type { Economics } from '../models/economics.ts'
import { bankShareOf, meanLgd, monthShares } from '../models/expectation.ts'
import type { ExpectationInputs } from '../models/expectation.ts'
import { costLines, earnedOf } from '../models/judge/cellMoney.ts'
import type { SumsShape } from '../models/judge/cellMoney.ts'
import { WEIGHTS } from '../models/layout.ts'
import type { Layout } from '../models/layout.ts'
import { COLLATERALS } from '../models/types.ts'
import { shiftedPds, yearlyPds } from '../models/yearlyPds.ts'

/**
 * What the outcome cube's sums are in expectation: no path is drawn.
 *
 * Years are independent and the mean over the factors of a firm's PD is h', or Φ(Φ⁻¹(h') − a·μ/√(1 − R² + V)) when the global
 * factor is shifted by μ; so P(default in year y) = h'_y · Π_{t<y} (1 − h'_t), spread over the months by `timing`.
 * The link keeps the mean LGD unless the factor is shifted. A guarantee fund pays as it does below its cap. What is left out,
 * {@link isExpectationExact} names.
 *
 * @param multiple  a PD multiple on top of the scenario's (reverse stress)
 * @returns sums of one group of one path, for {@link CellSums}' consumers
 * Tested against the simulation within 4 standard errors.
 */
export function expectedSums(inputs: ExpectationInputs, multiple = 1): CellSums {
  const { firms, layout, alive, shocks, timing, exposure } = inputs
  const { years, horizonMonths, classOf, loans } = layout
  const defaulted = new Float64Array(layout.classPlan.length * horizonMonths * WEIGHTS)
  const loss = new Float64Array(layout.cells.length * years)
  const bankShares = COLLATERALS.map((collateral) => bankShareOf(inputs.fund, collateral))
  const surviving = new Float64Array(firms.count).fill(1)

  for (let y = 0; y < years; y++) {
    const unshifted = yearlyPds(firms, shocks, y, alive, multiple)
    const pds = shiftedPds(unshifted, exposure, shocks, y)
    const lgdOf = meanLgd(inputs, y)
    const byMonths = new Map<number, Float64Array>()
    for (let i = 0; i < loans.count; i++) {
      const firm = loans.obligor[i]!
      const p = surviving[firm]! * pds[firm]!
      if (p === 0) continue
      const sums = sumsFor(byMonths, alive[y * firms.count + firm]!, layout)
      const at = classOf[i]! * ENTRIES
      sums[at]! += p * loans.balance[i]!
      sums[at + 1]! += p
      sums[at + 2]! += p * loans.deposit[i]!
      sums[at + 3]! += p * loans.fees[i]!
      sums[at + 4]! += p * loans.ownerAum[i]!
      sums[at + 5]! += p * loans.balance[i]! * lgdOf(i, unshifted[firm]!) * bankShares[loans.collateral[i]!]!
    }
    for (const [months, sums] of byMonths) spread(layout, monthShares(timing, months), y, sums, defaulted, loss)
    for (let f = 0; f < firms.count; f++) surviving[f]! *= 1 - pds[f]!
  }
  return cellSums(layout, defaulted, new Float64Array(0), loss, 1)
}

/** Mean surplus of an expectation (one group): used where no paths are at hand. */
export function surplusOf(
  shape: SumsShape,
  economics: Economics,
  net: Float64Array,
): { surplus: number; loss: number; earned: number } {
  const lines = costLines(shape, 0, economics)
  const earned = earnedOf(shape, 0)
  let [income, total] = [0, 0]
  for (let k = 0; k < shape.columns.length; k++)
    for (let y = 0; y < shape.years; y++) {
      income += net[k]! * earned[k * shape.years + y]!
      total += earned[k * shape.years + y]!
    }
  const sum = (a: Float64Array): number => a.reduce((x, y) => x + y, 0)
  const loss = sum(lines.expectedLoss)
  const costs = sum(lines.fundingCost) + sum(lines.operatingCost) + sum(lines.targetProfit)
  return { surplus: income + sum(lines.crossIncome) - costs - loss, loss, earned: total }
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

/** Spreads a year's expected defaults over its months. */
function spread(
  { classPlan, classCell, plans, horizonMonths, years }: Layout,
  shares: readonly number[],
  year: number,
  sums: Float64Array,
  defaulted: Float64Array,
  loss: Float64Array,
): void {
  for (let c = 0; c < classPlan.length; c++) {
    const from = c * ENTRIES
    if (sums[from + 1] === 0) continue
    const { balance } = plans[classPlan[c]!]!
    for (const [n, share] of shares.entries()) {
      const m = year * 12 + n
      if (balance[m] === 0) continue
      const at = (c * horizonMonths + m) * WEIGHTS
      for (let w = 0; w < WEIGHTS; w++) defaulted[at + w]! += share * sums[from + w]!
      loss[classCell[c]! * years + year]! += share * balance[m]! * sums[from + WEIGHTS]!
    }
  }
}
