import type { CostParameters } from '../schedule.ts'
import type { Money } from '../types.ts'

/** VAT in a price that includes 6 %; fees are stated with it. */
export const VAT_IN_FEES = 0.06 / 1.06

/**
 * What the rest of the relationship earns a year, beside the loan.
 *
 *     D·(f_D − i_D − c_D) + fees·(1 − 0.06/1.06) + aum·m
 *
 * Linear in its first three arguments, so it holds for one customer as for the money-years of a whole book.
 *
 * @param averageDeposit natural deposit D, money (or money-years)
 * @param fees           fees, VAT included, money a year (or money)
 * @param ownerAum       owner's assets under management, money (or money-years)
 * @param costs          transfer price f_D, rate paid i_D and servicing c_D of deposits, margin m on assets
 */
export const crossIncome = (
  averageDeposit: Money,
  fees: Money,
  ownerAum: Money,
  costs: Pick<CostParameters, 'depositTransferRate' | 'depositRate' | 'depositServicing' | 'aumMargin'>,
): Money =>
  averageDeposit * (costs.depositTransferRate - costs.depositRate - costs.depositServicing) +
  fees * (1 - VAT_IN_FEES) +
  ownerAum * costs.aumMargin
