import { middle } from '../../models/lending/verify.ts'
import { marginalValue } from '../../models/marginal.ts'
import { normalQuantile } from '../../models/normal.ts'
import type { CopulaVariable, SyntheticBook } from '../../models/book.ts'
import { Generator, streamKey } from '../random.ts'
import type { StreamKey } from '../random.ts'
import { bookStream } from './bookStream.ts'
import { AT } from './copulaVariables.ts'
import type { FirmColumns } from './firmColumns.ts'
import { FRAUD } from './honesty.ts'
import type { Months } from './settlementYear.ts'

/** Populations of a book: those who apply, and those whom the bank remembers. */
export type FirmStream = 'applicants' | 'history'

/** Months up to drawdown: a year, and the one before it that it is held against. */
export const MONTHS_BEFORE = 24
/** Months after drawdown that the history follows its borrowers. */
export const MONTHS_AFTER = 24

/**
 * What a firm sells, settles and deposits by month. Entry m is month m + 1 − {@link MONTHS_BEFORE} from drawdown, so that the last
 * month before it, 0, is entry MONTHS_BEFORE − 1.
 */
export interface FirmSeries extends Months {
  /** Cash sales as the bank reads them from tax, meters and bank flows, S_m. */
  readonly sales: Float64Array
  /** What the bank takes for settled sales, V_m. */
  readonly settlement: Float64Array
  /** Mean natural deposit of the month, D_m. */
  readonly deposit: Float64Array
  /** Sales settled at other banks ÷ all sales. */
  readonly elsewhere: number
  /** Turnover in and out the same day ÷ what the bank takes for settled sales. */
  readonly sameDay: number
  readonly productShare: number
  readonly depositNorm: number
}

/**
 * Draws firms' monthly settlement and deposits by the book's recipe (SettlementRecipe).
 *
 *     S_m ∝ season_m · (1 + growth)^(m/12) · e^noise                              Σ S = yearly sales as read
 *     V_m ∝ S_m · regular_m · window_m · e^noise                                  Σ V = w·S · volume.median·(settlementShare ÷ median)^power
 *     D_m ∝ V_m · e^noise                                                         mean D = ρ*·ΣV · retention.median·(depositToLoan ÷ median)^power
 *
 * over the twelve months before drawdown; the others follow in proportion. A fraud who sends money round shows more than it settles: what
 * comes in and goes out the same day is seen, the rest is taken for sales. The ramp takes its part in the twelve months before a default,
 * after drawdown only.
 *
 * A firm's months come from a stream of their own by its index, in order, so that more months add to fewer and change none.
 */
export class MonthlySeries {
  private readonly book: SyntheticBook
  private readonly key: StreamKey
  private readonly months: number
  private readonly draws = new Generator()
  private readonly medianShare: readonly number[]
  private readonly medianDeposit: readonly number[]
  private readonly depositNorms: readonly number[]
  private readonly seasons: readonly number[]
  private readonly series: { -readonly [K in keyof FirmSeries]: FirmSeries[K] }

  /** @param months  drawn of each firm, from entry 0 */
  constructor(book: SyntheticBook, seed: string, stream: FirmStream, months: number) {
    this.book = book
    this.key = streamKey(seed, 'settlement', stream, ...bookStream(book))
    this.months = months
    this.medianShare = medians(book, 'settlementShare')
    this.medianDeposit = medians(book, 'depositToLoan')
    const { depositNorm, sectorDepositNorm, seasonality } = book.settlement
    this.depositNorms = Object.keys(book.sectors).map((sector) => sectorDepositNorm[sector] ?? depositNorm)
    this.seasons = Array.from({ length: 12 }, (_, month) => 1 + seasonality * Math.cos((month * Math.PI) / 6))
    const column = (): Float64Array => new Float64Array(months)
    this.series = {
      sales: column(),
      settlement: column(),
      deposit: column(),
      elsewhere: 0,
      sameDay: 0,
      productShare: 0,
      depositNorm: 0,
    }
  }

  /**
   * The series of the firm in a row, overwritten by the next one's.
   *
   * @param index         of the firm in its population
   * @param defaultMonth  month from drawdown in which it defaults, 1, 2, …; 0 where it does not
   */
  draw(index: number, firms: FirmColumns, row: number, defaultMonth = 0): FirmSeries {
    const { evasion, window, products } = this.book.settlement
    const { series } = this
    const g = this.draws.seed(this.key, index)
    const quality = firms.traits.quality[row]!
    const evades = g.uniform() < evasion.share && firms.traits.honesty[row] === FRAUD
    const dressing = Math.max(0, window.mean - window.quality * quality + window.sd * normalQuantile(g.uniform()))
    const held = products.mean + products.quality * quality + products.sd * normalQuantile(g.uniform())
    series.productShare = clampToShare(held)
    const calendar = Math.floor(12 * g.uniform())

    const year = this.yearOf(firms, row, evades ? evasion.kept : 1)
    const sums = this.shapeMonths(g, firms, row, dressing, calendar, defaultMonth)
    scale(series.sales, year.sales / sums.sales)
    scale(series.settlement, sums.settlement > 0 ? year.settlement / sums.settlement : 0)
    scale(series.deposit, sums.deposit > 0 ? (12 * year.deposit) / sums.deposit : 0)
    return series
  }

  /**
   * Sales, what the bank takes for settled sales, and mean deposit of the year before drawdown; and what does not change by month.
   *
   * @param kept  part of its settlement that the firm leaves at this bank
   */
  private yearOf({ traits, truth, told }: FirmColumns, row: number, kept: number): Record<keyof Months, number> {
    const { volume, retention, sameDay } = this.book.settlement
    const { series } = this
    const at = (name: CopulaVariable): number => truth[AT[name]]![row]!
    const sector = traits.sector[row]!
    const sent = traits.roundTrip[row]! - 1
    const loanShare = at('loanShare')
    const share = at('settlementShare') / this.medianShare[sector]!
    const promised = volume.median * share ** volume.power * loanShare
    const settled = kept * promised * at('annualSales')
    series.elsewhere = (1 - loanShare) * volume.median * share ** volume.elsewhere + (1 - kept) * promised
    /** What is taken for sales ÷ what is settled: of money sent round, what is not out again the same day. */
    const shown = 1 + (1 - sameDay.roundTrip) * sent
    series.sameDay = (sameDay.ordinary + sameDay.roundTrip * sent) / shown

    series.depositNorm = this.depositNorms[sector]!
    const norms = retention.median * (at('depositToLoan') / this.medianDeposit[sector]!) ** retention.power
    const left = traits.honesty[row] !== FRAUD ? 1 : sent > 0 ? retention.roundTrip : retention.fraud
    return {
      sales: middle(told.taxSales[row]!, told.meterSales[row]!, told.flowSales[row]!),
      settlement: shown * settled,
      deposit: series.depositNorm * norms * left * settled,
    }
  }

  /**
   * Puts the months in proportion to each other.
   *
   * @returns what they add up to over the year before drawdown
   */
  private shapeMonths(
    g: Generator,
    { truth }: FirmColumns,
    row: number,
    dressing: number,
    calendar: number,
    defaultMonth: number,
  ): Record<keyof Months, number> {
    const { irregularMonth, noise, ramp } = this.book.settlement
    const { sales, settlement, deposit } = this.series
    const noiseOf = (sd: number): number => Math.exp(sd * normalQuantile(g.uniform()))
    const regularity = truth[AT.regularity]![row]!
    const growth = (1 + Math.max(LEAST_GROWTH, truth[AT.assetGrowth]![row]!)) ** (1 / 12)
    const sums = { sales: 0, settlement: 0, deposit: 0 }
    let trend = 1
    for (let m = 0; m < this.months; m++) {
      const month = m + 1 - MONTHS_BEFORE
      const falling = defaultMonth > 0 && month > 0 ? clampToShare(1 - (defaultMonth - month) / 12) : 0
      trend *= growth
      sales[m] = this.seasons[(calendar + m) % 12]! * trend * noiseOf(noise.sales)
      settlement[m] =
        sales[m]! *
        (g.uniform() < regularity - ramp.regularity * falling ? 1 : irregularMonth) *
        (m % 12 >= WINDOW_FROM ? dressing : 1) *
        (1 - ramp.settlement * falling) *
        noiseOf(noise.settlement)
      deposit[m] = settlement[m]! * (1 - ramp.retention * falling) * noiseOf(noise.deposit)
      if (month <= -12 || month > 0) continue
      sums.sales += sales[m]!
      sums.settlement += settlement[m]!
      sums.deposit += deposit[m]!
    }
    return sums
  }
}

/** A firm that shrinks faster has no trend that can be followed back a year. */
const LEAST_GROWTH = -0.5
/** Contracts are of whole years: the two months before a maturity are the last of each twelve entries. */
const WINDOW_FROM = 10

/** Median of a variable by sector. */
function medians(book: SyntheticBook, name: CopulaVariable): number[] {
  return Object.entries(book.sectors).map(([sector, { marginals }]) => {
    const median = Number(marginalValue(marginals[name] ?? book.marginals[name], 0))
    if (!(median > 0))
      throw new RangeError(
        `book ${book.id}: marginals.${name} must have a median > 0 for settlement, got ${median} in ${sector}`,
      )
    return median
  })
}

const clampToShare = (x: number): number => Math.min(1, Math.max(0, x))

function scale(values: Float64Array, by: number): void {
  for (let i = 0; i < values.length; i++) values[i]! *= by
}
