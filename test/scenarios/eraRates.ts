import { rateFloor } from '../../models/pricing/rateFloor.ts'
import type { CostParameters } from '../../models/schedule.ts'
import { COLLATERALS, GRADES, type Collateral, type Rate } from '../../models/types.ts'

/** Mix of the committee book at month 0: balance by grade (none above 7; good firms are larger) and by collateral. */
const GRADE_SHARES = [0.16, 0.19, 0.21, 0.16, 0.13, 0.09, 0.06, 0, 0, 0]
const COLLATERAL_SHARES: Readonly<Record<Collateral, number>> = {
  residential: 0.4,
  commercial: 0.2,
  movable: 0.1,
  guarantee: 0.2,
  unsecured: 0.1,
}

/** Mean LGD of each class as the shipped book has it. */
const LGDS: Readonly<Record<Collateral, number>> = {
  residential: 0.3,
  commercial: 0.45,
  movable: 0.6,
  guarantee: 0.675,
  unsecured: 0.8,
}

/** Score in the middle of each level of the trade card; level 10 is given by veto alone. */
const MID_SCORES = [92.5, 87.5, 82.5, 77.5, 72.5, 67.5, 62.5, 55, 40]
const VETOED_PD = 0.4

const BALANCE = 200
const DEPOSIT_TO_LOAN = 0.15

/**
 * Rates of an era of which the average alone is known: the average plus how far each cell's floor lies from the mean floor, not below LPR
 * nor above the cap, shifted until the average holds again, to the basis point.
 *
 * @param average balance-weighted mean rate of the era's new loans
 * @param costs   of the bank whose floors give the differences
 * @returns rate by collateral and grade 1..10, the same for all term bands
 */
export function eraRates(average: Rate, costs: CostParameters, cap: Rate): Record<Collateral, Rate[]> {
  const cells = COLLATERALS.flatMap((collateral) =>
    Array.from({ length: GRADES }, (_, index) => ({
      collateral,
      weight: GRADE_SHARES[index]! * COLLATERAL_SHARES[collateral],
      floor: rateFloor({
        ...costs,
        balance: BALANCE,
        pd: gradePd(index),
        lgd: LGDS[collateral],
        averageDeposit: BALANCE * DEPOSIT_TO_LOAN,
      }).rate,
    })),
  )
  const mean = (rate: (cell: (typeof cells)[number]) => number): number =>
    cells.reduce((sum, cell) => sum + cell.weight * rate(cell), 0)
  const meanFloor = mean((cell) => cell.floor)
  const shifted = (shift: number) => (cell: (typeof cells)[number]) =>
    Math.min(cap, Math.max(costs.lpr, average + cell.floor - meanFloor + shift))

  let [low, high] = [-cap, cap]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (mean(shifted(middle)) < average) low = middle
    else high = middle
  }
  const rates = cells.map((cell) => Math.round(shifted(low)(cell) * 1e4) / 1e4)
  return Object.fromEntries(
    COLLATERALS.map((collateral, index) => [collateral, rates.slice(index * GRADES, (index + 1) * GRADES)]),
  ) as Record<Collateral, Rate[]>
}

/** logit PD = 1.51 − .069·score at the middle of the level. */
function gradePd(index: number): number {
  const score = MID_SCORES[index]
  return score === undefined ? VETOED_PD : 1 / (1 + Math.exp(-(1.51 - 0.069 * score)))
}
