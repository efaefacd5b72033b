import type { Plan } from './plan.ts'

/**
 * What a loan of balance 1 earns and ties up without default, and what a default in each year takes of it, mean over the months of
 * that year. Entry 0 is without default, entry y + 1 a default in year y (from 0).
 */
export interface PlanTerms {
  /** Balance-years: entry × rate year. */
  readonly earned: Float64Array
  readonly funded: Float64Array
  /** Years standing, by entry. */
  readonly years: Float64Array
  /** Balance on which the default falls, by entry; 0 for the first. */
  readonly exposure: Float64Array
}

/**
 * Sums a plan's monthly tables over the months in which a default of a year falls.
 *
 * @param shares  of a year's defaults by month, given the months of it in which the loan stands
 */
export function planTerms(plan: Plan, shares: (months: number) => readonly number[]): PlanTerms {
  const { years, rateYears, balance, aliveMonths } = plan
  const entries = years + 1
  const terms = {
    earned: new Float64Array(entries * rateYears),
    funded: new Float64Array(entries * rateYears),
    years: new Float64Array(entries),
    exposure: new Float64Array(entries),
  }
  const add = (
    entry: number,
    share: number,
    earned: Float64Array,
    funded: Float64Array,
    standing: Float64Array,
    month: number,
  ): void => {
    for (let ry = 0; ry < rateYears; ry++)
      for (let y = 0; y < years; y++) {
        const from = (month * rateYears + ry) * years + y
        terms.earned[entry * rateYears + ry]! += share * earned[from]!
        terms.funded[entry * rateYears + ry]! += share * funded[from]!
      }
    for (let y = 0; y < years; y++) terms.years[entry]! += share * standing[month * years + y]!
  }
  add(0, 1, plan.full, plan.full, plan.fullYears, 0)
  for (let y = 0; y < years; y++) {
    if (aliveMonths[y] === 0) continue
    for (const [n, share] of shares(aliveMonths[y]!).entries()) {
      const month = 12 * y + n
      if (balance[month] === 0) continue
      terms.exposure[y + 1]! += share * balance[month]!
      add(y + 1, share, plan.lostEarned, plan.lostFunded, plan.lostYears, month)
    }
  }
  return terms
}
