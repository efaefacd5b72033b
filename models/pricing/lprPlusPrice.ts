import { GRADES } from '../types.ts'
import type { PricingFormula } from './pricingFormula.ts'

/**
 * 基准加点: the loan prime rate and a spread by grade, as agreed with the customer and so gross of VAT.
 *
 *     r = LPR + spread_grade
 *
 * Unlike income covers risk it looks at no cost, and of the loan at nothing but the grade: size, collateral, deposits and taxes leave it as it
 * is, and its spreads cover risk only if they were chosen to.
 *
 * @throws {RangeError} when there is not one spread a grade, or a grade is out of range
 */
export const lprPlusPrice: PricingFormula = ({ costs, spreads }) => {
  if (spreads?.length !== GRADES)
    throw new RangeError(`lprPlusPrice: spreads must have ${GRADES} entries, got ${spreads?.length ?? 'none'}`)
  return ({ grade }) => {
    const spread = spreads[grade - 1]
    if (spread === undefined) throw new RangeError(`lprPlusPrice: grade must be in 1..${GRADES}, got ${grade}`)
    return costs.lpr + spread
  }
}
