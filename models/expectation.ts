import type { Layout } from './layout.ts'
import { expectedLgd, severityOf } from './lgd.ts'
import type { LgdTables } from './lgd.ts'
import type { LgdLink } from './lgdLink.ts'
import { linkedLgd } from './linkedLgd.ts'
import { inYear } from './shocks.ts'
import type { Book } from './book.ts'
import type { Shocks } from './scenario.ts'
import type { GuaranteeFund } from './strategy.ts'
import { type COLLATERALS } from './types.ts'
import type { Firms } from './types.ts'
import type { FactorExposure } from './yearlyPds.ts'

export interface ExpectationInputs {
  readonly firms: Pick<Firms, 'count' | 'truePd' | 'groupings'>
  readonly layout: Layout
  /** Months with a loan standing: year × firm. */
  readonly alive: Uint8Array
  readonly shocks: Shocks
  readonly lgd: LgdTables
  /** Relative weights of the months of a year. */
  readonly timing: readonly number[]
  readonly exposure: FactorExposure
  /** The link of LGD to the global factor; null without, or where nobody feels that factor. */
  readonly link: LgdLink | null
  readonly fund: GuaranteeFund | null
}

/**
 * Mean LGD of a year's defaults, by loan and its obligor's unshifted yearly PD; NaN where LGD is linked to a shifted factor and the link
 * was not solved for its kind. Remembers what it works out for a range of PDs.
 */
export function meanLgd(
  {
    layout: { loans },
    lgd,
    link,
    exposure,
    shocks,
  }: Pick<ExpectationInputs, 'layout' | 'lgd' | 'link' | 'exposure' | 'shocks'>,
  year: number,
): (loan: number, pd: number) => number {
  const severity = (i: number): number => severityOf(loans.lgdKind[i]!, loans.collateral[i]!)
  const unlinked = (i: number): number => expectedLgd(lgd, severity(i), year, loans.assignedLgd[i]!)
  if (!link || !isLgdShifted({ link, shocks }, year)) return unlinked
  const mean = inYear(shocks.factorMean, year, 0)
  const volatility = inYear(shocks.factorVolatility, year, 1)
  const linked = linkedLgd(link, year, { loading: exposure.globalLoading, volatility, mean })
  const r2Of = (firm: number): number => exposure.comboR2[exposure.comboOf[firm]!]!
  return (i, pd) => linked(severity(i), pd, r2Of(loans.obligor[i]!), unlinked(i))
}

/** Whether the mean LGD of a year's defaults is moved by a shift of the global factor, and hangs on their PDs then. */
export const isLgdShifted = ({ link, shocks }: Pick<ExpectationInputs, 'link' | 'shocks'>, year: number): boolean =>
  link !== null && inYear(shocks.factorMean, year, 0) !== 0

/** Share of the loss on a collateral class that a fund below its cap leaves to the bank. */
export const bankShareOf = (fund: GuaranteeFund | null, collateral: (typeof COLLATERALS)[number]): number =>
  fund?.covers.includes(collateral) ? fund.bankShare : 1

/**
 * Whether the closed form leaves nothing out: guarantee calls and what guarantors pay, the cap of a guarantee fund, failures at the end of a deferral,
 * years tied together by a persistent factor, and a shifted mean of a factor that is not normal or that LGD hangs on.
 *
 * @param isCorrelated  whether firms feel the global factor
 */
export function isExpectationExact(
  book: Pick<Book, 'globalFactor' | 'guarantees' | 'lgd'>,
  fund: GuaranteeFund | null,
  shocks: Shocks,
  isCorrelated: boolean,
): boolean {
  const { globalFactor, guarantees, lgd } = book
  const isShifted = isCorrelated && shocks.factorMean.some((mean) => mean !== 0)
  const isPersistent = isCorrelated && globalFactor.persistence > 0
  const linked = guarantees !== null && (shocks.guaranteeShare ?? guarantees.share) > 0
  const pays = guarantees !== null && Math.min(guarantees.payment.each, guarantees.payment.most) > 0
  const calls = linked && (pays || guarantees.linkProbability > 0 || shocks.linkProbability.some((p) => p > 0))
  const fails = shocks.deferral !== null && shocks.deferral.share * shocks.deferral.failed > 0
  const isBent = isShifted && (globalFactor.degreesOfFreedom !== null || lgd.link > 0)
  return !isPersistent && !calls && !fails && !isBent && fund === null
}

/**
 * Shares of a year's defaults by month, for a loan that stands in its first `months`: by their weights, or all in the last of them
 * where none has any.
 *
 * @param timing  relative weights of the months of a year
 */
export function monthShares(timing: readonly number[], months: number): number[] {
  const weights = timing.slice(0, months)
  const total = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight, n) => (total > 0 ? weight / total : n === months - 1 ? 1 : 0))
}
