import type { PricingFormula } from './pricingFormula.ts'
import { floorUnder } from './rateFloor.ts'

/** 收益覆盖风险: the lowest rate at which a loan's income covers its costs, target profit and expected loss, see `rateFloor`. */
export const incomeCoversRiskPrice: PricingFormula = ({ costs }) => {
  const floorOf = floorUnder(costs)
  return (loan) => floorOf(loan).rate
}
