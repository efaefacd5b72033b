/** Value-added tax on loan interest: small lines are exempt, middle ones up to 1.5 × LPR, large ones fully taxed. */
import { VAT_BANDS } from '../types.ts'
import type { CostParameters } from '../schedule.ts'
import type { Money, Rate } from '../types.ts'

/** Largest line whose interest is exempt, 万元. */
export const VAT_EXEMPT_LINE: Money = 100
/** Largest line whose interest is exempt up to {@link VAT_EXEMPT_LPR_MULTIPLE} × LPR, 万元. */
export const VAT_CAPPED_LINE: Money = 1000
/** The capped band's exemption ends at this multiple of the loan prime rate. */
export const VAT_EXEMPT_LPR_MULTIPLE = 1.5

/** Position of a band in {@link VAT_BANDS}: 0 exempt, 1 capped, 2 full. */
export type VatBandIndex = 0 | 1 | 2

const [EXEMPT, CAPPED] = [VAT_BANDS.indexOf('exempt'), VAT_BANDS.indexOf('capped')]

/**
 * VAT band of a line.
 *
 * @param line approved line in 万元, above 0
 * @throws {RangeError} when line is not above 0
 */
export function vatBandOf(line: Money): VatBandIndex {
  if (!(line > 0)) throw new RangeError(`vatBandOf: line must be > 0, got ${line}`)
  return line <= VAT_EXEMPT_LINE ? 0 : line <= VAT_CAPPED_LINE ? 1 : 2
}

/**
 * Offered rate that leaves a given net rate after VAT; the inverse of `rate − vatOnRate(rate)`.
 *
 *     exempt     r = r_net
 *     capped     r = r_net                                        when r_net ≤ 1.5·LPR, else
 *                r = 1.5·LPR + (r_net − 1.5·LPR)/(1 − v)          method 2, only the part above is taxed
 *                r = r_net/(1 − v)                                method 1, the whole interest is taxed
 *     full       r = r_net/(1 − v)
 *
 * Under method 1 the tax starts with a jump of v·1.5·LPR, so a net rate just below 1.5·LPR can be had from two rates; the lower, exempt one
 * is returned. Just above it the rate jumps to 1.5·LPR/(1 − v): no rate between leaves more than 1.5·LPR itself does.
 *
 * @param netRate rate after VAT, decimal a year
 * @param band    position in {@link VAT_BANDS}
 * @param costs   LPR, VAT in price v (in [0, 1)) and method
 */
export function grossUpForVat(
  netRate: Rate,
  band: number,
  { lpr, vatRate, vatMethod }: Pick<CostParameters, 'lpr' | 'vatRate' | 'vatMethod'>,
): Rate {
  const exemptUpTo = VAT_EXEMPT_LPR_MULTIPLE * lpr
  if (band === EXEMPT || (band === CAPPED && netRate <= exemptUpTo)) return netRate
  if (band === CAPPED && vatMethod === 2) return exemptUpTo + (netRate - exemptUpTo) / (1 - vatRate)
  return netRate / (1 - vatRate)
}

/**
 * VAT and surcharges per unit of balance on an offered rate.
 *
 *     exempt 0      capped, method 2: v·max(0, r − 1.5·LPR)      capped, method 1: 0 when r ≤ 1.5·LPR, else v·r      full v·r
 *
 * Under method 1 crossing 1.5·LPR costs v·1.5·LPR at once: a slightly higher rate then earns less.
 *
 * @param rate    offered rate r, decimal a year
 * @param band    position in {@link VAT_BANDS}
 * @param lpr     loan prime rate
 * @param vatRate VAT in price including surcharges, v
 * @param method  1 taxes the whole interest above the limit, 2 only the part above
 */
export function vatOnRate(rate: Rate, band: number, lpr: Rate, vatRate: number, method: 1 | 2): Rate {
  if (band === EXEMPT) return 0
  if (band !== CAPPED) return vatRate * rate
  const taxed = rate - VAT_EXEMPT_LPR_MULTIPLE * lpr
  return taxed > 0 ? vatRate * (method === 2 ? taxed : rate) : 0
}
