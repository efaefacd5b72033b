import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { copulaCorrelation } from '../../models/copulaCorrelation.ts'
import { marginalValue } from '../../models/marginal.ts'
import { normalQuantile } from '../../models/normal.ts'
import { COPULA_VARIABLES } from '../../models/book.ts'
import type { CopulaVariable, SyntheticBook } from '../../models/book.ts'
import { COLLATERALS, REPAYMENTS } from '../../models/types.ts'
import { Generator, streamKey } from '../random.ts'
import type { StreamKey } from '../random.ts'
import { bookStream } from './bookStream.ts'
import { AT, drawnVariables } from './copulaVariables.ts'
import type { DrawnVariable } from './copulaVariables.ts'
import { firmColumns } from './firmColumns.ts'
import type { FirmColumns } from './firmColumns.ts'
import { FRAUD, HONEST, SHADING, fraudProbability } from './honesty.ts'
import { MONTHS_BEFORE, MonthlySeries } from './monthlySeries.ts'
import type { FirmStream } from './monthlySeries.ts'
import { picker } from './picker.ts'
import { writeSettlement } from './settlementColumns.ts'
import type { SettlementColumns } from './settlementColumns.ts'
import { emptyYear, measureYear } from './settlementYear.ts'

/** Variables that only the loan request and the settlement depend on: nobody else is kept waiting for them. */
const ASKED_FOR: readonly CopulaVariable[] = ['margin', 'loanShare']

/**
 * A synthetic population (MODEL §1): firm `index` can be drawn alone, to the same bits.
 *
 * A firm's stream gives, in this order: sector, region, cluster, age; the scores of the copula's variables; honesty; distortions, losses
 * and flags ({@link tell} ends here); the loan asked for. Streams of their own give the distortions of a firm whose honesty is laid
 * down, the readings of its sales and its monthly settlement, so that all the rest of the firm is the same with and without them.
 */
export class Population {
  readonly variables: readonly DrawnVariable[]
  private readonly book: SyntheticBook
  private readonly key: StreamKey
  private readonly distortionKey: StreamKey
  private readonly readingKey: StreamKey
  /** Monthly settlement and deposits; null where they are not drawn. */
  private readonly series: MonthlySeries | null
  private readonly root: Float64Array
  private readonly told: readonly number[]
  private readonly asked: readonly number[]
  /** Code of good health. */
  private readonly healthy: number
  private readonly sector: (u: number) => number
  private readonly region: (u: number) => number
  private readonly cluster: (u: number) => number
  private readonly ageBand: (u: number) => number
  private readonly term: (u: number) => number
  private readonly repayment: (u: number) => number
  private readonly collateral: (u: number) => number
  private readonly sectorLogits: readonly number[]
  private readonly fraudProbability: (quality: number) => number
  private readonly meanDebtRatio: number
  private readonly draws = new Generator()
  private readonly distortions = new Generator()
  private readonly readings = new Generator()
  /** Scores of the firm being drawn, quality first; and its values by variable, codes for words. */
  private readonly independent = new Float64Array(COPULA_VARIABLES.length + 1)
  private readonly z = new Float64Array(COPULA_VARIABLES.length + 1)
  private readonly truth = new Float64Array(COPULA_VARIABLES.length)
  private readonly year = emptyYear()
  /** What it reports. */
  private readonly reported = {
    annualSales: 0,
    quickRatio: 0,
    paidInCapital: 0,
    debtRatio: 0,
    growth: 0,
    settlement: 0,
  }

  /**
   * @param stream      name of the stream: firms of another are other firms
   * @param settlement  whether the settlement columns are drawn
   */
  constructor(book: SyntheticBook, seed: string, stream: FirmStream, settlement = false) {
    this.book = book
    this.key = streamKey(seed, stream, ...bookStream(book))
    this.distortionKey = streamKey(seed, 'distortions', ...bookStream(book))
    this.readingKey = streamKey(seed, 'readings', stream, ...bookStream(book))
    this.series = settlement ? new MonthlySeries(book, seed, stream, MONTHS_BEFORE) : null
    const cholesky = new CholeskyDecomposition(new Matrix(copulaCorrelation(book)))
    this.root = Float64Array.from(cholesky.lowerTriangularMatrix.to1DArray())
    this.variables = drawnVariables(book)
    const later = settlement ? [] : ASKED_FOR
    this.told = COPULA_VARIABLES.filter((name) => !later.includes(name)).map((name) => AT[name])
    this.asked = later.map((name) => AT[name])
    this.healthy = this.variables[AT.health]!.words?.indexOf(true) ?? NaN
    const { request } = book
    this.sector = picker(Object.values(book.sectors).map((sector) => sector.share))
    this.region = picker(Object.values(book.regions))
    this.cluster = picker(Array.from({ length: book.clusters.count }, (_, rank) => 1 / (rank + 1)))
    this.ageBand = picker(book.ageBands.map((band) => band.share))
    this.term = picker(request.terms.map((term) => term.share))
    this.repayment = picker(REPAYMENTS.map((name) => request.repayment[name]))
    this.collateral = picker(COLLATERALS.map((name) => request.collateral[name]))
    this.sectorLogits = Object.values(book.sectors).map((sector) => sector.logOdds)
    this.fraudProbability = fraudProbability(book, book.honesty.fraud.share)
    const debt = book.marginals.debtRatio
    this.meanDebtRatio = debt.kind === 'normal' ? debt.mean : Number(marginalValue(debt, 0))
  }

  /** Empty columns for some firms. */
  columns(count: number): FirmColumns {
    return firmColumns(count, this.variables, this.series !== null)
  }

  /**
   * Draws a firm into a row.
   *
   * @param honesty  in place of the firm's own
   */
  draw(index: number, into: FirmColumns, row: number, honesty?: number): void {
    this.tell(index, into, row, honesty)
    this.ask(into, row)
  }

  /** The same without the loan it asks for, which stays empty: all that a card reads. */
  tell(index: number, into: FirmColumns, row: number, honesty?: number): void {
    const { book } = this
    const { traits, truth, told } = into
    const g = this.draws.seed(this.key, index)
    const sector = this.sector(g.uniform())
    traits.sector[row] = sector
    traits.region[row] = this.region(g.uniform())
    const clustered = g.uniform() < book.clusters.share
    traits.cluster[row] = clustered ? 1 + this.cluster(g.uniform()) : 0
    const at = this.ageBand(g.uniform())
    const band = book.ageBands[at]!
    const youngest = book.ageBands[at - 1]?.upTo ?? 0
    traits.age[row] = youngest + g.uniform() * ((band.upTo ?? youngest + 10) - youngest)

    this.drawScores(g)
    const quality = this.z[0]!
    traits.quality[row] = quality
    for (const v of this.told) truth[v]![row] = this.valueAt(v, sector)

    const u = g.uniform()
    traits.fraudUniform[row] = u
    const own = u < this.fraudProbability(quality) ? FRAUD : g.uniform() < book.honesty.shading.share ? SHADING : HONEST
    const shown = honesty ?? own
    traits.honesty[row] = shown
    const { quality: onQuality, leverage, fraud } = book.defaultLogit
    traits.logit[row] =
      onQuality * quality +
      leverage * (this.truth[AT.debtRatio]! - this.meanDebtRatio) +
      this.sectorLogits[sector]! +
      band.logOdds +
      (shown === FRAUD ? fraud : 0)

    traits.roundTrip[row] = this.distort(own, g)
    if (shown !== own) traits.roundTrip[row] = this.distort(shown, this.distortions.seed(this.distortionKey, index))
    this.report(told, row, g)
    this.read(told, row, index, traits.roundTrip[row])
    if (into.settlement) this.settle(index, into, into.settlement, row)
  }

  /** Standard normals with the copula's correlations, quality first. */
  private drawScores(g: Generator): void {
    const { independent, root, z } = this
    const n = z.length
    for (let i = 0; i < n; i++) independent[i] = normalQuantile(g.uniform())
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let j = 0; j <= i; j++) sum += root[i * n + j]! * independent[j]!
      z[i] = sum
    }
  }

  private valueAt(v: number, sector: number): number {
    return (this.truth[v] = this.variables[v]!.valueAt(sector, this.z[v + 1]!))
  }

  /**
   * Distortions touch reported figures only (MODEL §1, DOMAIN C3).
   *
   * @returns turnover shown ÷ true: above 1 where a fraud sends money round
   */
  private distort(honesty: number, g: Generator): number {
    const { reported, truth } = this
    const { shading, fraud } = this.book.honesty
    const sales = truth[AT.annualSales]!
    reported.annualSales = sales
    reported.quickRatio = truth[AT.quickRatio]!
    reported.paidInCapital = truth[AT.paidInCapital]!
    reported.debtRatio = truth[AT.debtRatio]!
    reported.growth = truth[AT.assetGrowth]!
    reported.settlement = sales * truth[AT.settlementShare]!
    if (honesty === SHADING)
      reported.annualSales *= shading.median * Math.exp(shading.sigma * normalQuantile(g.uniform()))
    if (honesty === FRAUD) {
      reported.annualSales *= between(fraud.inflation, g)
      reported.quickRatio *= between(fraud.inflation, g)
      reported.paidInCapital *= between(fraud.inflation, g)
      reported.debtRatio /= 1 + between(fraud.hiddenDebt, g)
      reported.growth = Math.max(reported.growth, fraud.shownGrowth)
      if (g.uniform() < fraud.roundTrip) {
        const roundTrip = between(fraud.inflation, g)
        reported.settlement *= roundTrip
        return roundTrip
      }
    }
    return 1
  }

  /** What the bank is told. */
  private report(told: FirmColumns['told'], row: number, g: Generator): void {
    const { flags, losses, assetTurnover } = this.book
    const { reported, truth } = this
    const sales = truth[AT.annualSales]!
    const healthy = truth[AT.health] === this.healthy
    const netAssets = (sales / assetTurnover) * (1 - reported.debtRatio)
    const hasLoss = g.uniform() < losses.share
    const lossShare = -Math.log(g.uniform()) * losses.meanShareOfNetAssets
    told.debtRatio[row] = reported.debtRatio
    told.quickRatio[row] = reported.quickRatio
    told.paidInCapital[row] = reported.paidInCapital
    told.ownerPriorFailure[row] = g.uniform() < flags.ownerPriorFailure ? 1 : 0
    told.ownerAge[row] = healthy ? 28 + Math.floor(23 * g.uniform()) : 51 + Math.floor(15 * g.uniform())
    told.ownerHealthy[row] = healthy ? 1 : 0
    told.minAssetGrowth3y[row] = reported.growth
    told.annualSales[row] = reported.annualSales
    told.annualTax[row] = sales * truth[AT.taxToSales]!
    told.settlementCorporate[row] = reported.settlement
    told.lossAmount[row] = hasLoss ? lossShare * Math.max(0, netAssets) : 0
    told.netAssets[row] = netAssets
    told.blacklisted[row] = g.uniform() < flags.blacklisted ? 1 : 0
    told.insolvent[row] = reported.debtRatio >= 1 ? 1 : 0
    told.disorderlyOperation[row] = g.uniform() < flags.disorderlyOperation ? 1 : 0
    told.restrictedIndustry[row] = g.uniform() < flags.restrictedIndustry ? 1 : 0
    told.currentArrears[row] = g.uniform() < flags.currentArrears ? 1 : 0
    told.classifiedSubstandard[row] = g.uniform() < flags.classifiedSubstandard ? 1 : 0
  }

  /** Sales as tax, meters and bank flows show them: true but for an error, and for money sent round through accounts. */
  private read(told: FirmColumns['told'], row: number, index: number, roundTrip: number): void {
    const { tax, meters, bankFlows } = this.book.readings
    const g = this.readings.seed(this.readingKey, index)
    const sales = this.truth[AT.annualSales]!
    const reading = (sd: number): number => sales * Math.max(0, 1 + sd * normalQuantile(g.uniform()))
    told.taxSales[row] = reading(tax)
    told.meterSales[row] = reading(meters)
    told.flowSales[row] = reading(bankFlows) * roundTrip
  }

  /** What the bank measures of the year before the application. */
  private settle(index: number, firms: FirmColumns, into: SettlementColumns, row: number): void {
    const { truth, year } = this
    const months = this.series!.draw(index, firms, row)
    measureYear(months, { ...months, loanShare: truth[AT.loanShare]! }, MONTHS_BEFORE - 1, year)
    const monthlyCost = (truth[AT.annualSales]! * (1 - truth[AT.margin]!)) / 12
    const lastYear = months.deposit.subarray(MONTHS_BEFORE - 12)
    writeSettlement(into, row, { ...year, monthlyCost, depositSwing: swing(lastYear) })
  }

  /** The loan asked for by the firm just drawn: the financing gap of the CBRC rule of 2010, over-asked a little (DOMAIN C2). */
  private ask({ traits, truth: columns, request: into }: FirmColumns, row: number): void {
    const { request, origination } = this.book
    const { draws: g, truth } = this
    for (const v of this.asked) columns[v]![row] = this.valueAt(v, traits.sector[row]!)
    const turns = 360 / (request.cycleDays.median * Math.exp(request.cycleDays.sigma * normalQuantile(g.uniform())))
    const growth = Math.max(-0.5, truth[AT.assetGrowth]!)
    const need = (truth[AT.annualSales]! * (1 - truth[AT.margin]!) * (1 + growth)) / turns
    const gap = clampTo(need * (1 - request.ownFundsShare) * truth[AT.loanShare]!, request.minimum, request.maximum)
    const overAsk = request.overAsk.median * Math.exp(request.overAsk.sigma * normalQuantile(g.uniform()))
    const amount = clampTo(gap * overAsk, request.minimum, request.maximum)
    const granted = Math.min(amount, gap)
    const termMonths = request.terms[this.term(g.uniform())]!.months
    const elapsed = g.uniform()
    into.amount[row] = amount
    into.financingGap[row] = gap
    into.workingCapitalNeed[row] = need
    into.allBankLoans[row] = amount / truth[AT.loanShare]!
    into.termMonths[row] = termMonths
    into.remainingMonths[row] = origination === 'stock' ? termMonths - Math.floor(elapsed * termMonths) : termMonths
    into.repayment[row] = this.repayment(g.uniform())
    into.collateral[row] = this.collateral(g.uniform())
    into.deposit[row] = granted * truth[AT.depositToLoan]!
    into.fees[row] = granted * request.feesToLoan
    into.ownerAum[row] = granted * request.aumToLoan
  }
}

/** Coefficient of variation; 0 where nothing is there to swing. */
function swing(values: Float64Array): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
  return mean > 0 ? Math.sqrt(variance) / mean : 0
}

const between = ([low, high]: readonly [number, number], g: Generator): number => low + (high - low) * g.uniform()

const clampTo = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x))
