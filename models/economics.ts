import { VAT_IN_FEES } from './pricing/crossIncome.ts'
import { inYear } from './shocks.ts'
import type { Scenario } from './scenario.ts'
import type { Schedule } from './schedule.ts'

/** A schedule's costs in a scenario, as linear coefficients; lists have one entry a rate year, the first without shocks. */
export interface Economics {
  readonly rateYears: number
  /** Funds-transfer price f_y of contracts signed in a year. */
  readonly funding: readonly number[]
  /** Target profit per funded balance-year, κ·(hurdle/(1−τ) − f_y) + π. */
  readonly target: readonly number[]
  /**
   * Income per unit of natural deposit and year, (1 + change of volume)·(f_D − i_D − c_D), kept while the loan's contract runs; 0 when
   * cross income is not counted.
   */
  readonly depositMargin: readonly number[]
  /** Net income per unit of fee and of owner's assets. */
  readonly feeMargin: number
  readonly aumMargin: number
  readonly variableCost: number
  readonly fixedCost: number
  readonly bankShare: number
  /** Change of the offered rate of contracts signed in a year. */
  readonly loanRate: readonly number[]
}

/**
 * Puts a schedule's costs and a scenario's rate shocks together. Contracts signed before month 0 keep the rates of their day.
 *
 * @param years  simulation years
 */
export function economics(schedule: Schedule, { shocks }: Pick<Scenario, 'shocks'>, years: number): Economics {
  const { costs } = schedule
  const counted = schedule.crossIncome === 'observed' ? 1 : 0
  const rateYears = years + 1
  const change = (list: readonly number[], rateYear: number): number =>
    rateYear === 0 ? 0 : inYear(list, rateYear - 1, 0)
  const byYear = (value: (rateYear: number) => number): number[] =>
    Array.from({ length: rateYears }, (_, rateYear) => value(rateYear))
  const funding = byYear((y) => costs.fundingRate + change(shocks.fundingRate, y))
  return {
    rateYears,
    funding,
    target: funding.map(
      (f) => costs.capitalRatio * (costs.hurdleRate / (1 - costs.incomeTaxRate) - f) + costs.extraTargetProfit,
    ),
    depositMargin: byYear((y) => {
      const paid = Math.max(0, costs.depositRate + change(shocks.depositRate, y))
      const margin = costs.depositTransferRate + change(shocks.fundingRate, y) - paid - costs.depositServicing
      return counted * (1 + change(shocks.depositVolume, y)) * margin
    }),
    feeMargin: counted * (1 - VAT_IN_FEES),
    aumMargin: counted * costs.aumMargin,
    variableCost: costs.variableCost,
    fixedCost: costs.fixedCost,
    bankShare: costs.bankShare,
    loanRate: byYear((y) => change(shocks.loanRate, y)),
  }
}
