import type { Strategy } from './strategy.ts'
import type { Named, Text } from './text.ts'
import type { Collateral, Money, Probability, Rate, Repayment } from './types.ts'

/** A factor group: one `global`, or one factor per level of a grouping. */
export interface FactorGroup {
  /** `global`, or the name of a grouping: sector, region, cluster, or a tape column listed as a factor column. */
  readonly by: string
  /** Loading a ≥ 0 on a standard normal factor; the squares of all groups add up to less than 1. */
  readonly loading: number
}

/** Loss given default by collateral class, before guarantees (MODEL §6). */
export interface LgdModel {
  /** Smallest LGD, default .10. */
  readonly floor: number
  /** Secured classes: recovery = cover × (1 + price change) × auction × (1 − saleCost) × (1 + discountRate)^−time. */
  readonly cover: Readonly<Record<'residential' | 'commercial' | 'movable', number>>
  /** Auction price as a share of appraisal, uniform between the two. */
  readonly auction: readonly [number, number]
  readonly saleCost: number
  /** Years from default to cash, uniform between the two. */
  readonly timeToSale: readonly [number, number]
  readonly discountRate: Rate
  /** Beta-distributed classes: mean and standard deviation. */
  readonly beta: Readonly<Record<'guarantee' | 'unsecured' | 'fraud', { readonly mean: number; readonly sd: number }>>
  /** λ of the PD–LGD link: logit μ(Z) = logit μ₀ − λ·Z in the global factor Z, with μ₀ such that the stated mean is kept; 0 is off. */
  readonly link: number
}

/** Who guarantees whom among the book's firms, and what a call does (MODEL §5). */
export interface GuaranteeNetwork {
  /** Share of firms in the network. */
  readonly share: Probability
  /** `groups`: joint-liability groups (联保), each member a guarantor of every other. `scaleFree`: links to earlier firms, likelier to well-linked ones. */
  readonly kind: 'groups' | 'scaleFree'
  /** Group sizes with their shares of the firms in groups. */
  readonly groups: readonly { readonly size: number; readonly share: number }[]
  /** Guarantors of a firm on average, for `scaleFree`. */
  readonly linksPerFirm: number
  /** Probability that a guarantor who is called defaults itself in the same month. */
  readonly linkProbability: Probability
  /** Longest chain of calls. */
  readonly rounds: number
  /** Share of the loss that each guarantor who survives a call pays, and all of them at most. */
  readonly payment: { readonly each: number; readonly most: number }
}

/** How the global factor moves. */
export interface GlobalFactor {
  /** φ in F_y = φ·F_{y−1} + √(1−φ²)·ε, in [0, 1). */
  readonly persistence: number
  /** Degrees of freedom ν > 2 of Student's t, scaled to variance 1; null is normal. */
  readonly degreesOfFreedom: number | null
}

interface BookBase extends Named {
  /** `new`: every loan is drawn at month 0. `stock`: remaining terms are uniform on 1..term. */
  readonly origination: 'new' | 'stock'
  /** At maturity a performing loan rolls into a new contract or leaves. */
  readonly renewal: 'roll' | 'runOff'
  /** Yearly rate of the annuity's principal plan, so that the plan does not depend on the offered rate. */
  readonly amortisationRate: Rate
  readonly factors: readonly FactorGroup[]
  readonly globalFactor: GlobalFactor
  /** Null where nobody guarantees anybody. */
  readonly guarantees: GuaranteeNetwork | null
  readonly lgd: LgdModel
  readonly npl: {
    readonly lagMonths: number
    readonly disposalMonths: number
    /** NPL ÷ (performing + NPL) at month 0. */
    readonly openingRatio: number
  }
  /** Relative weights of the months 1..12 in which a default of a year falls. */
  readonly timing: readonly number[]
  /** Name of the money unit, for the report. */
  readonly unit: Text
}

/** Marginal distribution of a copula variable as a function of its standard normal score z. */
export type Marginal =
  | {
      readonly kind: 'normal'
      readonly mean: number
      readonly sd: number
      readonly min?: number
      readonly max?: number
    }
  | {
      readonly kind: 'lognormal'
      readonly median: number
      readonly sigma: number
      readonly min?: number
      readonly max?: number
    }
  | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number }
  /** Values from the lowest z to the highest with their shares (summing to 1). */
  | {
      readonly kind: 'categories'
      readonly values: readonly (string | number | boolean)[]
      readonly shares: readonly number[]
    }

/** Variables of the synthetic copula besides the latent quality θ, which is called `quality`. */
export const COPULA_VARIABLES = [
  'debtRatio', 'quickRatio', 'paidInCapital', 'assetGrowth', 'annualSales', 'taxToSales', 'margin', 'character',
  'yearsInTrade', 'health', 'management', 'overdueCount', 'depositToLoan', 'repaymentSource', 'settlementShare',
  'location', 'channel', 'peerOpinion', 'outlook', 'lenders', 'loanShare', 'regularity',
] as const // prettier-ignore
export type CopulaVariable = (typeof COPULA_VARIABLES)[number]

export interface Sector {
  readonly share: number
  /** Added to logit h. */
  readonly logOdds: number
  /** Marginals that differ from the book's. */
  readonly marginals: Readonly<Partial<Record<CopulaVariable, Marginal>>>
}

/** A recipe for a synthetic population (MODEL §1). */
export interface SyntheticBook extends BookBase {
  readonly kind: 'synthetic'
  /** Which draw of the recipe: 1, 2, …; other firms, and another history, from the same recipe and seed. */
  readonly population: number
  readonly size: { readonly loans: number } | { readonly applicants: number }
  /** The strategy whose admitted loans carry `baseDefaultRate`. */
  readonly referenceStrategy: Strategy
  /** Mean true 12-month PD of the reference strategy's loans. */
  readonly baseDefaultRate: Probability
  readonly sectors: Readonly<Record<string, Sector>>
  readonly regions: Readonly<Record<string, number>>
  /** Industrial parks and supply chains: share of firms in any, and how many there are (sizes fall as 1/rank). */
  readonly clusters: { readonly share: number; readonly count: number }
  /** Age bands in years: upper edge (null is open), share, addition to logit h. */
  readonly ageBands: readonly { readonly upTo: number | null; readonly share: number; readonly logOdds: number }[]
  /** Weights of logit h on latent quality (per σ), on leverage (per unit of debt ratio above its mean), and on fraud (added). */
  readonly defaultLogit: { readonly quality: number; readonly leverage: number; readonly fraud: number }
  /** Loading of each variable on latent quality and on a common size factor; a pair's correlation is Σ products unless overridden. */
  readonly loadings: Readonly<Record<CopulaVariable, { readonly quality: number; readonly size: number }>>
  readonly correlations: readonly {
    readonly pair: readonly [CopulaVariable | 'quality', CopulaVariable | 'quality']
    readonly value: number
  }[]
  readonly marginals: Readonly<Record<CopulaVariable, Marginal>>
  readonly honesty: {
    /** Share of firms that report sales × LogN(ln median, sigma). */
    readonly shading: { readonly share: number; readonly median: number; readonly sigma: number }
    /** P(fraud | θ) is logistic in θ with this slope; `share` overall. */
    readonly fraud: {
      readonly share: number
      readonly slope: number
      /** Reported sales, quick ratio and capital are true × U(range). */
      readonly inflation: readonly [number, number]
      /** Reported debt ratio is true ÷ (1 + U(range)). */
      readonly hiddenDebt: readonly [number, number]
      /** Reported growth is at least this. */
      readonly shownGrowth: number
      /** Share of frauds that round-trip turnover through their accounts. */
      readonly roundTrip: number
    }
  }
  /** Sales ÷ total assets; with the debt ratio it gives net assets. */
  readonly assetTurnover: number
  /** Relative errors (standard deviations) of the readings of sales from tax, meters and bank flows. */
  readonly readings: { readonly tax: number; readonly meters: number; readonly bankFlows: number }
  /** Monthly settlement and deposits at the lending bank (DOMAIN B3). */
  readonly settlement: SettlementRecipe
  /** Rare facts that veto or deduct: independent shares of firms. */
  readonly flags: Readonly<
    Record<
      | 'blacklisted'
      | 'disorderlyOperation'
      | 'restrictedIndustry'
      | 'currentArrears'
      | 'classifiedSubstandard'
      | 'ownerPriorFailure',
      Probability
    >
  >
  /** Share of firms with litigation, investment or guarantee losses, and their size as a share of net assets, exponential mean. */
  readonly losses: { readonly share: Probability; readonly meanShareOfNetAssets: number }
  readonly request: {
    readonly terms: readonly { readonly months: number; readonly share: number }[]
    readonly repayment: Readonly<Record<Repayment, number>>
    readonly collateral: Readonly<Record<Collateral, number>>
    /** Working-capital need = sales × (1 − margin) × (1 + growth) ÷ turns; turns = 360 ÷ cycle days (CBRC 2010). */
    readonly cycleDays: { readonly median: number; readonly sigma: number }
    /** Part of the need met by own funds. */
    readonly ownFundsShare: number
    /** Amount asked for ÷ financing gap, lognormal. */
    readonly overAsk: { readonly median: number; readonly sigma: number }
    readonly minimum: Money
    readonly maximum: Money
    /** Fees a year as a share of the loan; owner's assets under management ÷ loan. */
    readonly feesToLoan: number
    readonly aumToLoan: number
  }
}

/**
 * How monthly settlement and deposits come about, from the copula's settlementShare, depositToLoan, regularity and loanShare.
 *
 *     V/(w·S) = volume.median · (settlementShare ÷ its median)^volume.power        D/V = ρ* · retention.median · (depositToLoan ÷ its median)^retention.power
 */
export interface SettlementRecipe {
  /** `elsewhere`: the power at other banks, which what is settled with one says something of. */
  readonly volume: { readonly median: number; readonly power: number; readonly elsewhere: number }
  /** `roundTrip`, `fraud`: what remains of the deposit of frauds who send money round, and of the others. */
  readonly retention: {
    readonly median: number
    readonly power: number
    readonly roundTrip: number
    readonly fraud: number
  }
  /** ρ*: natural deposit ÷ yearly settlement of a sound firm, and that of single sectors in its place. */
  readonly depositNorm: number
  readonly sectorDepositNorm: Readonly<Record<string, number>>
  /** Largest share by which a sector's sales stand above the mean in season. */
  readonly seasonality: number
  /** Standard deviations of the log of a month's sales, settlement and deposit. */
  readonly noise: { readonly sales: number; readonly settlement: number; readonly deposit: number }
  /** Settlement in an irregular month ÷ that of a regular one. */
  readonly irregularMonth: number
  /** Settlement in the two months before maturity ÷ mean of the others: mean, loading on −θ, standard deviation. */
  readonly window: { readonly mean: number; readonly quality: number; readonly sd: number }
  /** Settlement products held: mean share, standard deviation, loading on θ. */
  readonly products: { readonly mean: number; readonly sd: number; readonly quality: number }
  /** Turnover that goes in and out the same day ÷ settlement; and the part of money sent round that does: the rest is taken for sales. */
  readonly sameDay: { readonly ordinary: number; readonly roundTrip: Probability }
  /** Share of frauds who keep their settlement away from the lender (N1), and the part of it that they leave there. */
  readonly evasion: { readonly share: Probability; readonly kept: Probability }
  /** What the last twelve months before a default take, in full at the end: of settlement, of deposit ÷ settlement, of regular months. An assumption. */
  readonly ramp: { readonly settlement: number; readonly retention: number; readonly regularity: number }
}

/** Where a column of the tape comes from: a column's name, or a constant for every row. */
export type TapeSource = { readonly column: string } | { readonly constant: string | number }

/** A real loan tape: CSV or Parquet with a column mapping. */
export interface TapeBook extends BookBase {
  readonly kind: 'tape'
  /** Absolute path of the file, and as written for messages and the manifest. */
  readonly file: string
  readonly filePath: string
  readonly format: 'csv' | 'parquet'
  readonly columns: {
    readonly loanId: TapeSource
    readonly obligorId?: TapeSource | undefined
    readonly balance: TapeSource
    readonly termMonths: TapeSource
    readonly remainingMonths?: TapeSource | undefined
    readonly repayment: TapeSource
    readonly collateral: TapeSource
    readonly sector?: TapeSource | undefined
    readonly region?: TapeSource | undefined
    readonly cluster?: TapeSource | undefined
    readonly grade?: TapeSource | undefined
    readonly pd?: TapeSource | undefined
    readonly lgd?: TapeSource | undefined
    readonly deposit?: TapeSource | undefined
    readonly fees?: TapeSource | undefined
    readonly ownerAum?: TapeSource | undefined
  }
  /** Values of the tape's own vocabulary mapped to ours, by mapped column, e.g. collateral: { RE: residential }. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string | number>>>>
  /** Yearly default probability by grade or sector, where there is no PD column. */
  readonly pdTable: { readonly by: 'grade' | 'sector'; readonly rates: Readonly<Record<string, Probability>> } | null
  /** Extra columns that may serve as factor groups. */
  readonly factorColumns: readonly string[]
  /** SQL-free filter: keep rows whose column equals one of the values. */
  readonly keep: Readonly<Record<string, readonly (string | number)[]>>
  /** Multiplies every money column, e.g. 0.0001 from CNY to 万元. */
  readonly moneyScale: number
}

export type Book = SyntheticBook | TapeBook
