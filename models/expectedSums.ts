import { cellSums } from './cellSums.ts'
import type { CellSums } from './cube.ts'
import { WEIGHTS } from './layout.ts'
import type { Layout } from './layout.ts'
import { expectedLgd, severityOf } from './lgd.ts'
import type { LgdTables } from './lgd.ts'
import type { LgdLink } from './lgdLink.ts'
import { linkedLgd } from './linkedLgd.ts'
import { inYear } from './shocks.ts'
import type { Book, GuaranteeFund, Shocks } from './study.ts'
import { COLLATERALS } from './types.ts'
import type { Firms } from './types.ts'
import { shiftedPds, yearlyPds } from './yearlyPds.ts'
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
 * What the outcome cube's sums are in expectation: no path is drawn.
 *
 * Years are independent and the mean over the factors of a firm's PD is h', or Φ(Φ⁻¹(h') − a·μ/√(1 − R² + V)) when the global
 * factor is shifted by μ; so P(default in year y) = h'_y · Π_{t<y} (1 − h'_t), spread over the months by `timing`.
 * The link keeps the mean LGD unless the factor is shifted. A guarantee fund pays as it does below its cap. What is left out,
 * {@link isExpectationExact} names.
 *
 * @param multiple  a PD multiple on top of the scenario's (reverse stress)
 * @returns sums of one group of one path, for {@link CellSums}' consumers
 * Tested against the simulation within 4 standard errors.
 */
export function expectedSums(inputs: ExpectationInputs, multiple = 1): CellSums {
  const { firms, layout, alive, shocks, timing, exposure } = inputs
  const { years, horizonMonths, classOf, loans } = layout
  const defaulted = new Float64Array(layout.classPlan.length * horizonMonths * WEIGHTS)
  const loss = new Float64Array(layout.cells.length * years)
  const bankShares = COLLATERALS.map((collateral) => bankShareOf(inputs.fund, collateral))
  const surviving = new Float64Array(firms.count).fill(1)

  for (let y = 0; y < years; y++) {
    const unshifted = yearlyPds(firms, shocks, y, alive, multiple)
    const pds = shiftedPds(unshifted, exposure, shocks, y)
    const lgdOf = meanLgd(inputs, y)
    const byMonths = new Map<number, Float64Array>()
    for (let i = 0; i < loans.count; i++) {
      const firm = loans.obligor[i]!
      const p = surviving[firm]! * pds[firm]!
      if (p === 0) continue
      const sums = sumsFor(byMonths, alive[y * firms.count + firm]!, layout)
      const at = classOf[i]! * ENTRIES
      sums[at]! += p * loans.balance[i]!
      sums[at + 1]! += p
      sums[at + 2]! += p * loans.deposit[i]!
      sums[at + 3]! += p * loans.fees[i]!
      sums[at + 4]! += p * loans.ownerAum[i]!
      sums[at + 5]! += p * loans.balance[i]! * lgdOf(i, unshifted[firm]!) * bankShares[loans.collateral[i]!]!
    }
    for (const [months, sums] of byMonths) spread(layout, monthShares(timing, months), y, sums, defaulted, loss)
    for (let f = 0; f < firms.count; f++) surviving[f]! *= 1 - pds[f]!
  }
  return cellSums(layout, defaulted, new Float64Array(0), loss, 1)
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
 * Whether {@link expectedSums} leaves nothing out: guarantee calls and what guarantors pay, the cap of a guarantee fund, failures at the end of a deferral,
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

/** Weights of a class's expected defaults of a year, then balance × LGD. */
const ENTRIES = WEIGHTS + 1

function sumsFor(byMonths: Map<number, Float64Array>, months: number, { classPlan }: Layout): Float64Array {
  const known = byMonths.get(months)
  if (known) return known
  const sums = new Float64Array(classPlan.length * ENTRIES)
  byMonths.set(months, sums)
  return sums
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

/** Spreads a year's expected defaults over its months. */
function spread(
  { classPlan, classCell, plans, horizonMonths, years }: Layout,
  shares: readonly number[],
  year: number,
  sums: Float64Array,
  defaulted: Float64Array,
  loss: Float64Array,
): void {
  for (let c = 0; c < classPlan.length; c++) {
    const from = c * ENTRIES
    if (sums[from + 1] === 0) continue
    const { balance } = plans[classPlan[c]!]!
    for (const [n, share] of shares.entries()) {
      const m = year * 12 + n
      if (balance[m] === 0) continue
      const at = (c * horizonMonths + m) * WEIGHTS
      for (let w = 0; w < WEIGHTS; w++) defaulted[at + w]! += share * sums[from + w]!
      loss[classCell[c]! * years + year]! += share * balance[m]! * sums[from + WEIGHTS]!
    }
  }
}
