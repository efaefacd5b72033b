import type { NegativeSituationInputs, SettlementInputs } from '../../models/settlement/inputs.ts'

/** Twelve months of a borrower at its bank, with all that a settlement card reads. */
export type SettlementYear = { -readonly [K in keyof Measured]: Measured[K] }
type Measured = SettlementInputs & NegativeSituationInputs

/** What a firm sells, settles and deposits, one entry a month; see FirmSeries. */
export interface Months {
  readonly sales: Float64Array
  readonly settlement: Float64Array
  readonly deposit: Float64Array
}

/** What does not change from month to month. */
export type Standing = Pick<SettlementInputs, 'loanShare' | 'depositNorm' | 'productShare'> & {
  readonly elsewhere: number
  readonly sameDay: number
}

/** A year in which nothing is known yet, to be filled again and again. */
export const emptyYear = (): SettlementYear => ({
  verifiedSettlement: 0,
  cashSales: 0,
  loanShare: 0,
  naturalDeposit: 0,
  depositNorm: 0,
  regularMonthsShare: 0,
  maturityWindowRatio: 0,
  productShare: 0,
  settlementAllBanks: 0,
  referenceSales: 0,
  settlementChange: 0,
  grossTurnover: 0,
  sameDayTurnover: 0,
})

/**
 * Measures the twelve months that end with an entry, against the twelve before them (DOMAIN B3). A month is regular where V_m is at least
 * {@link REGULAR} of the part w·S_m that goes with the loans; the window before maturity is the last two of each twelve entries.
 *
 * @param last  entry of the last month, at least 23
 */
export function measureYear(
  { sales, settlement, deposit }: Months,
  standing: Standing,
  last: number,
  into: SettlementYear,
): void {
  const { loanShare, elsewhere, sameDay } = standing
  let [sold, settled, deposited, regular] = [0, 0, 0, 0]
  let [inWindow, windowMonths] = [0, 0]
  let [soldBefore, settledBefore] = [0, 0]
  const maturity = last - ((last + 1) % 12)
  for (let m = last - 11; m <= last; m++) {
    const v = settlement[m]!
    const s = sales[m]!
    sold += s
    settled += v
    deposited += deposit[m]!
    if (v >= REGULAR * loanShare * s) regular++
    if (m === maturity || m === maturity - 1) {
      inWindow += v
      windowMonths++
    }
    soldBefore += sales[m - 12]!
    settledBefore += settlement[m - 12]!
  }
  into.verifiedSettlement = settled
  into.cashSales = sold
  into.loanShare = loanShare
  into.naturalDeposit = deposited / 12
  into.depositNorm = standing.depositNorm
  into.regularMonthsShare = regular / 12
  const others = (settled - inWindow) / (12 - windowMonths)
  into.maturityWindowRatio = others > 0 ? inWindow / windowMonths / others : 0
  into.productShare = standing.productShare
  into.settlementAllBanks = settled + elsewhere * sold
  into.referenceSales = soldBefore
  into.settlementChange = settledBefore > 0 ? settled / settledBefore - 1 : 0
  into.grossTurnover = settled * (1 + sameDay)
  into.sameDayTurnover = settled * sameDay
}

/** Settlement of a month that counts as regular, as a part of w·S_m (DOMAIN B3). */
const REGULAR = 0.8
