import type { Schedule } from '../schedule.ts'
import type { Rate } from '../types.ts'
import type { FloorLoan } from './rateFloor.ts'

/** A loan as a pricing formula sees it; deposit, fees and assets are 0 where cross income does not count. */
export interface PricedLoan extends FloorLoan {
  /** 1..10. */
  readonly grade: number
}

/**
 * A way to price: the rate a loan is asked, gross of VAT, before the policy floor and the cap.
 *
 * Taken in two steps, so that what all loans have in common is worked out once. The costs per unit of balance are the same for every formula,
 * those of `rateFloor`; the formulas differ in which of them they count and in what is left of the interest when a borrower defaults.
 *
 * @throws {RangeError} when a cost parameter is outside its range; what it returns throws likewise for a loan
 */
export type PricingFormula = (terms: Pick<Schedule, 'costs' | 'spreads'>) => (loan: PricedLoan) => Rate
