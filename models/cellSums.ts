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
      const add = (weight: readonly number[] | Float64Array, sign: number, earned: Float64Array, funded: Float64Array, standing: Float64Array, from: number, fromYears: number): void => {
        for (let ry = 0; ry < rateYears; ry++)
          for (let y = 0; y < years; y++) {
            const e = earned[from + ry * years + y]!
            const f = funded[from + ry * years + y]!
            if (e !== 0) sums.earned[(g * layout.columns.length + classColumns[c * rateYears + ry]!) * years + y]! += sign * e * weight[0]!
            if (f === 0) continue
            sums.funded[at * square + ry * years + y]! += sign * f * weight[0]!
            sums.deposits[at * square + ry * years + y]! += sign * f * weight[2]!
            sums.fees[at * years + y]! += sign * f * weight[3]!
            sums.ownerAum[at * years + y]! += sign * f * weight[4]!
          }
        for (let y = 0; y < years; y++) sums.loanYears[at * years + y]! += sign * standing[fromYears + y]! * weight[1]!
      } // prettier-ignore
      add(weights, paths, p.full, p.full, p.fullYears, 0, 0)
      for (let m = 0; m < horizonMonths; m++) {
        const from = ((g * classes + c) * horizonMonths + m) * WEIGHTS
        if (defaulted[from + 1] !== 0) {
          const weight = defaulted.subarray(from, from + WEIGHTS)
          add(weight, -1, p.lostEarned, p.lostFunded, p.lostYears, m * square, m * years)
        }
        if (left.length > 0)
          add(left.subarray(from, from + WEIGHTS), -1, p.left, p.left, p.leftYears, m * square, m * years)
      }
    }
  return sums
}
