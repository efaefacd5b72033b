import type { CellSums } from './cube.ts'
import { WEIGHTS } from './layout.ts'
import type { Layout } from './layout.ts'

/**
 * Turns what defaulted and what left, by class and month, into sums by cell and calendar year.
 *
 * @param left       Σ weights of loans that left at the beginning of a month, like `defaulted`; empty where none did
 * @param defaulted  Σ weights of defaulted loans over a group's paths: group × class × month × WEIGHTS
 * @param loss       Σ loss: group × cell position × calendar year
 * @param paths      paths of a group (may be 1 for an expectation)
 */
export function cellSums(
  layout: Layout,
  defaulted: Float64Array,
  left: Float64Array,
  loss: Float64Array,
  paths: number,
): CellSums {
  const { years, rateYears, horizonMonths, plans, classPlan, classCell, classColumns, classWeights } = layout
  const classes = classPlan.length
  const groups = defaulted.length / (classes * horizonMonths * WEIGHTS)
  const cells = layout.cells.length
  const square = rateYears * years
  const sums = {
    earned: new Float64Array(groups * layout.columns.length * years),
    funded: new Float64Array(groups * cells * square),
    deposits: new Float64Array(groups * cells * square),
    fees: new Float64Array(groups * cells * years),
    ownerAum: new Float64Array(groups * cells * years),
    loanYears: new Float64Array(groups * cells * years),
    loss,
  }
  for (let g = 0; g < groups; g++)
    for (let c = 0; c < classes; c++) {
      const p = plans[classPlan[c]!]!
      const weights = classWeights.subarray(c * WEIGHTS, (c + 1) * WEIGHTS)
      const at = g * cells + classCell[c]!
      /** Adds a class's weights times its plan's balance-years, from a rate year and a calendar year on. */
      const add = (terms: Terms, weights: Float64Array, from: number, sign: number, firstRateYear: number, firstYear: number): void => {
        const { earned, funded, standing } = terms
        const row = from * square
        const [balance, count, deposit, fee, aum] = [sign * weights[0]!, sign * weights[1]!, sign * weights[2]!, sign * weights[3]!, sign * weights[4]!]
        for (let ry = firstRateYear; ry < rateYears; ry++) {
          const column = classColumns[c * rateYears + ry]! + g * layout.columns.length
          for (let y = firstYear; y < years; y++) {
            const e = earned[row + ry * years + y]!
            if (e !== 0) sums.earned[column * years + y]! += e * balance
            const f = funded[row + ry * years + y]!
            if (f === 0) continue
            sums.funded[at * square + ry * years + y]! += f * balance
            sums.deposits[at * square + ry * years + y]! += f * deposit
            sums.fees[at * years + y]! += f * fee
            sums.ownerAum[at * years + y]! += f * aum
          }
        }
        for (let y = firstYear; y < years; y++) sums.loanYears[at * years + y]! += standing[from * years + y]! * count
      } // prettier-ignore
      const defaults = { earned: p.lostEarned, funded: p.lostFunded, standing: p.lostYears }
      const leavers = { earned: p.left, funded: p.left, standing: p.leftYears }
      add({ earned: p.full, funded: p.full, standing: p.fullYears }, weights, 0, paths, 0, 0)
      for (let m = 0; m < horizonMonths; m++) {
        const from = ((g * classes + c) * horizonMonths + m) * WEIGHTS
        const year = Math.floor(m / 12)
        if (defaulted[from + 1] !== 0)
          add(defaults, defaulted.subarray(from, from + WEIGHTS), m, -1, p.rateYear[m]!, year)
        if (left.length > 0 && (left[from] !== 0 || left[from + 1] !== 0))
          add(leavers, left.subarray(from, from + WEIGHTS), m, -1, p.rateYear[m]!, year)
      }
    }
  return sums
}

/** Balance-years a unit of balance, earned and funded, and years standing: by month, rate year and calendar year. */
interface Terms {
  readonly earned: Float64Array
  readonly funded: Float64Array
  readonly standing: Float64Array
}
