import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { copulaCorrelation } from '../../models/copulaCorrelation.ts'
import { marginalValue } from '../../models/marginal.ts'
import { normalQuantile } from '../../models/normal.ts'
import { COPULA_VARIABLES } from '../../models/study.ts'
import type { CopulaVariable, Marginal, SyntheticBook } from '../../models/study.ts'
import { COLLATERALS, REPAYMENTS } from '../../models/types.ts'
import type { Applicant } from '../../models/types.ts'
import { Generator } from '../random.ts'
import type { StreamKey } from '../random.ts'

export const HONEST = 0
export const SHADING = 1
export const FRAUD = 2
/** Label of firms that belong to no cluster. */
export const NO_CLUSTER = 'none'

/** One firm as drawn: the truth, what it tells the bank, and what it asks for. */
export interface DrawnFirm {
  readonly sector: number
  readonly region: number
  /** 0 is no cluster. */
  readonly cluster: number
  readonly age: number
  readonly quality: number
  /** True values of the copula's variables. */
  readonly truth: Readonly<Record<CopulaVariable, number | string | boolean>>
  readonly honesty: number
  /** logit h without the intercept that the calibration solves for. */
  readonly logit: number
  readonly applicant: Applicant
  readonly request: {
    readonly amount: number
    readonly financingGap: number
    readonly termMonths: number
    readonly remainingMonths: number
    readonly repayment: number
    readonly collateral: number
    readonly deposit: number
    readonly fees: number
    readonly ownerAum: number
  }
}

/** A synthetic population: firm `index` can be drawn alone, to the same bits. */
export class Population {
  private readonly book: SyntheticBook
  private readonly key: StreamKey
  private readonly root: Float64Array
  private readonly marginals: readonly (readonly Marginal[])[]
  private readonly sectorShares: readonly number[]
  private readonly sectorLogits: readonly number[]
  private readonly regionShares: readonly number[]
  private readonly clusterShares: readonly number[]
  private readonly fraudIntercept: number
  private readonly meanDebtRatio: number
  private readonly draws = new Generator()

  constructor(book: SyntheticBook, key: StreamKey) {
    this.book = book
    this.key = key
    const cholesky = new CholeskyDecomposition(new Matrix(copulaCorrelation(book)))
    this.root = Float64Array.from(cholesky.lowerTriangularMatrix.to1DArray())
    const sectors = Object.values(book.sectors)
    this.marginals = sectors.map((s) => COPULA_VARIABLES.map((name) => s.marginals[name] ?? book.marginals[name]))
    this.sectorShares = sectors.map((s) => s.share)
    this.sectorLogits = sectors.map((s) => s.logOdds)
    this.regionShares = Object.values(book.regions)
    this.clusterShares = Array.from({ length: book.clusters.count }, (_, rank) => 1 / (rank + 1))
    this.fraudIntercept = logisticIntercept(book.honesty.fraud.share, book.honesty.fraud.slope)
    const debt = book.marginals.debtRatio
    this.meanDebtRatio = debt.kind === 'normal' ? debt.mean : Number(marginalValue(debt, 0))
  }

  draw(index: number): DrawnFirm {
    const { book } = this
    const g = this.draws.seed(this.key, index)
    const sector = pick(this.sectorShares, g.uniform())
    const region = pick(this.regionShares, g.uniform())
    const clustered = g.uniform() < book.clusters.share
    const cluster = clustered ? 1 + pick(this.clusterShares, g.uniform()) : 0
    const band =
      book.ageBands[
        pick(
          book.ageBands.map((b) => b.share),
          g.uniform(),
        )
      ]!
    const youngest = book.ageBands[book.ageBands.indexOf(band) - 1]?.upTo ?? 0
    const age = youngest + g.uniform() * ((band.upTo ?? youngest + 10) - youngest)

    const z = this.correlatedNormals(g)
    const quality = z[0]!
    const truth = Object.fromEntries(
      COPULA_VARIABLES.map((name, v) => [name, marginalValue(this.marginals[sector]![v]!, z[v + 1]!)]),
    ) as Record<CopulaVariable, number | string | boolean>

    const fraudOdds = Math.exp(this.fraudIntercept + book.honesty.fraud.slope * quality)
    const u = g.uniform()
    const honesty =
      u < fraudOdds / (1 + fraudOdds) ? FRAUD : g.uniform() < book.honesty.shading.share ? SHADING : HONEST
    const { quality: onQuality, leverage, fraud } = book.defaultLogit
    const debtRatio = Number(truth.debtRatio)
    const logit =
      onQuality * quality +
      leverage * (debtRatio - this.meanDebtRatio) +
      this.sectorLogits[sector]! +
      band.logOdds +
      (honesty === FRAUD ? fraud : 0)

    const applicant = this.report(truth, honesty, g)
    return { sector, region, cluster, age, quality, truth, honesty, logit, applicant, request: this.ask(truth, g) }
  }

  /** Standard normals with the copula's correlations, quality first. */
  private correlatedNormals(g: Generator): Float64Array {
    const n = COPULA_VARIABLES.length + 1
    const independent = new Float64Array(n)
    for (let i = 0; i < n; i++) independent[i] = normalQuantile(g.uniform())
    const z = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let j = 0; j <= i; j++) sum += this.root[i * n + j]! * independent[j]!
      z[i] = sum
    }
    return z
  }

  /** What the bank is told: distortions touch reported figures only (MODEL §1, DOMAIN C3). */
  private report(truth: DrawnFirm['truth'], honesty: number, g: Generator): Applicant {
    const { honesty: recipe, flags, losses, assetTurnover } = this.book
    const between = ([low, high]: readonly [number, number]): number => low + (high - low) * g.uniform()
    const sales = Number(truth.annualSales)
    const trueDebt = Number(truth.debtRatio)
    let [annualSales, quickRatio, paidInCapital] = [sales, Number(truth.quickRatio), Number(truth.paidInCapital)]
    let [debtRatio, growth, settlement] = [trueDebt, Number(truth.assetGrowth), sales * Number(truth.settlementShare)]
    if (honesty === SHADING)
      annualSales *= recipe.shading.median * Math.exp(recipe.shading.sigma * normalQuantile(g.uniform()))
    if (honesty === FRAUD) {
      annualSales *= between(recipe.fraud.inflation)
      quickRatio *= between(recipe.fraud.inflation)
      paidInCapital *= between(recipe.fraud.inflation)
      debtRatio /= 1 + between(recipe.fraud.hiddenDebt)
      growth = Math.max(growth, recipe.fraud.shownGrowth)
      if (g.uniform() < recipe.fraud.roundTrip) settlement *= between(recipe.fraud.inflation)
    }
    const healthy = truth.health === true
    const netAssets = (sales / assetTurnover) * (1 - debtRatio)
    const hasLoss = g.uniform() < losses.share
    const lossShare = -Math.log(g.uniform()) * losses.meanShareOfNetAssets
    return {
      debtRatio,
      quickRatio,
      paidInCapital,
      ownerCharacter: truth.character,
      ownerYearsInTrade: truth.yearsInTrade,
      ownerPriorFailure: g.uniform() < flags.ownerPriorFailure,
      ownerAge: healthy ? 28 + Math.floor(23 * g.uniform()) : 51 + Math.floor(15 * g.uniform()),
      ownerHealthy: healthy,
      management: truth.management,
      minAssetGrowth3y: growth,
      annualSales,
      annualTax: sales * Number(truth.taxToSales),
      overdueCount: truth.overdueCount,
      depositToLoan: truth.depositToLoan,
      repaymentSource: truth.repaymentSource,
      settlementCorporate: settlement,
      settlementPersonalAgreed: 0,
      location: truth.location,
      channel: truth.channel,
      peerOpinion: truth.peerOpinion,
      outlook: truth.outlook,
      lossAmount: hasLoss ? lossShare * Math.max(0, netAssets) : 0,
      netAssets,
      blacklisted: g.uniform() < flags.blacklisted,
      insolvent: debtRatio >= 1,
      disorderlyOperation: g.uniform() < flags.disorderlyOperation,
      restrictedIndustry: g.uniform() < flags.restrictedIndustry,
      currentArrears: g.uniform() < flags.currentArrears,
      classifiedSubstandard: g.uniform() < flags.classifiedSubstandard,
    }
  }

  /** The loan asked for: the financing gap of the CBRC rule of 2010, over-asked a little (DOMAIN C2). */
  private ask(truth: DrawnFirm['truth'], g: Generator): DrawnFirm['request'] {
    const { request, origination } = this.book
    const normal = (): number => normalQuantile(g.uniform())
    const turns = 360 / (request.cycleDays.median * Math.exp(request.cycleDays.sigma * normal()))
    const growth = Math.max(-0.5, Number(truth.assetGrowth))
    const need = (Number(truth.annualSales) * (1 - Number(truth.margin)) * (1 + growth)) / turns
    const gap = clampTo(need * (1 - request.ownFundsShare) * Number(truth.loanShare), request.minimum, request.maximum)
    const overAsk = request.overAsk.median * Math.exp(request.overAsk.sigma * normal())
    const amount = clampTo(gap * overAsk, request.minimum, request.maximum)
    const granted = Math.min(amount, gap)
    const termMonths =
      request.terms[
        pick(
          request.terms.map((t) => t.share),
          g.uniform(),
        )
      ]!.months
    const elapsed = g.uniform()
    return {
      amount,
      financingGap: gap,
      termMonths,
      remainingMonths: origination === 'stock' ? termMonths - Math.floor(elapsed * termMonths) : termMonths,
      repayment: pick(
        REPAYMENTS.map((name) => request.repayment[name]),
        g.uniform(),
      ),
      collateral: pick(
        COLLATERALS.map((name) => request.collateral[name]),
        g.uniform(),
      ),
      deposit: granted * Number(truth.depositToLoan),
      fees: granted * request.feesToLoan,
      ownerAum: granted * request.aumToLoan,
    }
  }
}

const clampTo = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x))

/** Index drawn with probabilities proportional to the shares. */
function pick(shares: readonly number[], u: number): number {
  let left = u * shares.reduce((a, b) => a + b, 0)
  for (const [i, share] of shares.entries()) {
    left -= share
    if (left < 0) return i
  }
  return shares.length - 1
}

/** Intercept at which the mean of a logistic curve in θ ~ N(0,1) is `mean`; 400 equally likely points of θ. */
function logisticIntercept(mean: number, slope: number): number {
  if (mean === 0) return -Infinity
  const thetas = Array.from({ length: 400 }, (_, i) => normalQuantile((i + 0.5) / 400))
  return solveIncreasing((a) => thetas.reduce((sum, t) => sum + 1 / (1 + Math.exp(-a - slope * t)), 0) / 400 - mean)
}

/** Root of an increasing function on [−60, 60], by bisection to the last bit that matters. */
export function solveIncreasing(f: (x: number) => number): number {
  let low = -60
  let high = 60
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2
    if (f(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
