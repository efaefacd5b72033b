/** What a user writes, with every default filled in: the reader in scenarios/ makes these from YAML. */
import type { Collateral, Money, Probability, Rate, Repayment, TermBand } from './types.ts'

/** Text in the report's languages; `zh` falls back to `en`. */
export interface Text {
  readonly en: string
  readonly zh?: string | undefined
}

/** Where a value came from, repeated in the manifest. */
export interface Named {
  readonly id: string
  readonly title: Text
  /** Levers written in the file that this version does not simulate; reported, never silently ignored. */
  readonly context: Readonly<Record<string, unknown>>
  /** Vary axes that this item stands for: path in the document → value. Empty outside a vary study. */
  readonly vary: Readonly<Record<string, unknown>>
}

// ── Book ────────────────────────────────────────────────────────────────────────────────────────

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

// ── Strategy ────────────────────────────────────────────────────────────────────────────────────

/** How the bank lends. */
export interface Strategy extends Named {
  /** The card and its options, or null: loans are taken as booked with the tape's PD or grade. */
  readonly scorecard: { readonly card: Scorecard; readonly options: Readonly<Record<string, string | boolean>> } | null
  /** Score → assigned PD: fitted on a synthetic history, a logit line in the score, or a PD by level 1..10. */
  readonly assignedPd:
    | { readonly kind: 'calibrated' }
    | { readonly kind: 'formula'; readonly intercept: number; readonly slope: number }
    | { readonly kind: 'table'; readonly pdByLevel: readonly Probability[] }
  readonly verification: Verification
  /** The settlement index that the bank keeps of its customers; null where it keeps none. */
  readonly settlement: SettlementPolicy | null
  readonly admission: Admission
  readonly limit: LimitPolicy
  readonly collateral: CollateralPolicy
  /** A guarantee fund that shares losses on some collateral classes (MODEL §6); null without. */
  readonly guaranteeFund: GuaranteeFund | null
  /** Borrowers of this bank answer for each other in groups (联保); null without. */
  readonly jointLiability: JointLiability | null
  /** Alarms from monthly settlement and deposits; null where nobody watches. */
  readonly monitoring: Monitoring | null
  /** Decides at maturity by the settlement index whether to lend again (收回再贷); null: as the book says. */
  readonly renewal: RenewalPolicy | null
  readonly process: ProcessCosts
}

/** How much of what applicants report is checked (交叉检验). */
export interface Verification {
  /** `none`: statements are not asked for; `statements`: taken as reported; `crossCheck`: sales held against tax, meters and bank flows. */
  readonly kind: 'none' | 'statements' | 'crossCheck'
  /** Reported ÷ verified sales − 1 above which the verified figure, the middle of the three readings, takes the place of the reported. */
  readonly tolerance: number
  /** Cost of checking one file. */
  readonly costPerFile: Money
}

/** What a bank makes of the settlement index. */
export interface SettlementPolicy {
  readonly card: SettlementCard
  /** How the index moves the assigned PD (DOMAIN B5); null where it does not, as when it is the score itself. */
  readonly channel: SettlementChannel | null
}

/** logit PD moves by −perTenPoints·(index − 60)/10, and by +perFlag for each active negative flag. */
export interface SettlementChannel {
  readonly perTenPoints: number
  readonly perFlag: number
}

/** Who gets a loan; price plays no part (MODEL §2). A number that asks for nothing is 0 or Infinity, a list null. */
export interface Admission {
  /** Worst level of the card that is admitted. */
  readonly worstLevel: number
  /** Most banks lending at once. */
  readonly maxLenders: number
  /** Least years of operation. */
  readonly minYears: number
  /** Highest reported debt ratio, and that of single sectors in its place. */
  readonly maxDebtRatio: number
  readonly sectorMaxDebtRatio: Readonly<Record<string, number>>
  /** Age of the owner, both included. */
  readonly ownerAge: readonly [number, number]
  /** Least sales of twelve months: as the strategy's verification sees them. */
  readonly minSales: Money
  /** Least share of sales settled on accounts with the bank ("main settlement"). */
  readonly minSettlementShare: number
  /** Least settlement index, after the cap by negative flags. */
  readonly minSettlementIndex: number
  /** Declines whoever has an active negative flag. */
  readonly declineFlagged: boolean
  /** Most loans of all banks ÷ working-capital need. */
  readonly maxOverBorrowing: number
  /** Sectors not lent to, and the only regions lent to (localisation). */
  readonly excludedSectors: readonly string[]
  readonly regions: readonly string[] | null
  /** Most loans; the best scores come first. */
  readonly quota: number
  /** Largest share of the granted balance in one sector, in one cluster; the best scores come first. */
  readonly largestSectorShare: number
  readonly largestClusterShare: number
}

/** How much is lent: the least of what applies. */
export interface LimitPolicy {
  /** `gap`: not above the financing gap; `collateral`: what the collateral carries, whatever the need. */
  readonly basis: 'gap' | 'collateral'
  /** A line below the least is declined. */
  readonly minimum: Money
  readonly maximum: Money
  /** Most line ÷ yearly sales, as the strategy's verification sees them. */
  readonly salesShare: number
  /** Longest contract, months; a longer request is lent for this long and renewed. */
  readonly maxTermMonths: number
  /** Mean balance ÷ line, of lines drawn and repaid at will. */
  readonly utilisation: number
}

/** What collateral is asked for. */
export interface CollateralPolicy {
  /** Classes of the request that are lent against. */
  readonly accept: readonly Collateral[]
  /** Class that every loan is booked in instead of the one offered; null keeps it. */
  readonly as: Collateral | null
  /** Most loan ÷ collateral value by class; a smaller loan recovers more (the book's cover is value ÷ amount asked for). */
  readonly loanToValue: Readonly<Partial<Record<'residential' | 'commercial' | 'movable', number>>>
}

/** A joint-liability group: when a member defaults the others of the bank's group are called, and default too or pay (DOMAIN A3). */
export interface JointLiability {
  readonly groupSize: number
  /** Probability that a called member defaults itself in the same month. */
  readonly linkProbability: Probability
  /** Longest chain of calls. */
  readonly rounds: number
  /** Share of the loss that each member who survives a call pays, and all of them at most. */
  readonly payment: { readonly each: number; readonly most: number }
}

/** When monthly signals raise an alarm, and what the bank does then. The power of the signals is measured, never stated. */
export interface Monitoring {
  /** An alarm: the rolling index fell this many points below that at drawdown, ... */
  readonly drop: number
  /** ... or is below this. */
  readonly below: number
  /** Share of the balance called in on an alarm, till the contract or the year ends. */
  readonly exposureCut: number
  /** Share of the loss on the rest saved by acting early. */
  readonly recoveryGain: number
}

/** Renewal by DOMAIN B4: fast track, watched renewal, committee. */
export interface RenewalPolicy {
  readonly kind: 'decision'
  /** Index from which renewal is on the fast track, and below which it goes to the committee. */
  readonly fast: number
  readonly low: number
  /** Cost of a renewal on the fast track, in between, and before the committee. */
  readonly costs: { readonly fast: Money; readonly middle: Money; readonly committee: Money }
}

/** What the process costs, on top of the schedule's cost parameters. */
export interface ProcessCosts {
  /** A file handled, approved or not. */
  readonly perFile: Money
  readonly perLoanYear: Money
  /** Per unit of balance and year; may be negative where a standard process is cheaper. */
  readonly variable: Rate
}

/** The bank bears `bankShare` of a covered loss until the contract year's compensation rate reaches the cap, then all of the excess. */
export interface GuaranteeFund {
  readonly covers: readonly Collateral[]
  /** 2:2:4:2 leaves the bank .2. */
  readonly bankShare: number
  /** Highest defaulted principal ÷ guaranteed balance-years of a contract year that the fund shares. */
  readonly cap: number
}

/** One rule of a scorecard item. Scores are marks; every threshold is in the field's own unit. */
export type ScorecardRule =
  /** Full marks at the standard; each `step` on the worse side of it takes `minus`, down to 0. */
  | {
      readonly kind: 'step'
      readonly field: string
      readonly better: 'lower' | 'higher'
      readonly standard: number
      readonly step: number
      readonly minus: number
    }
  /** First band whose `from` the value reaches. `zeroIf` names a boolean field that gives 0. `strict`: above, not at. */
  | {
      readonly kind: 'bands'
      readonly field: string
      readonly bands: readonly { readonly from: number; readonly marks: number; readonly strict?: boolean }[]
      readonly otherwise: number
      readonly zeroIf?: string
    }
  | { readonly kind: 'choice'; readonly field: string; readonly marks: Readonly<Record<string, number>> }
  /** Marks when the number does not exceed `atMost` and the flag is true. */
  | {
      readonly kind: 'limitAndFlag'
      readonly field: string
      readonly atMost: number
      readonly flag: string
      readonly marks: number
    }
  /** Full marks without any; each takes `minusEach`; none left from `zeroFrom` (which may depend on an option). */
  | {
      readonly kind: 'count'
      readonly field: string
      readonly minusEach: number
      readonly zeroFrom: number | { readonly option: string; readonly values: Readonly<Record<string, number>> }
    }
  /** `startMarks` at `start`, `add` for each whole `per` beyond (per may depend on an option), at most the full marks. Value = Σ weight × field. */
  | {
      readonly kind: 'volume'
      readonly fields: Readonly<Record<string, number>>
      readonly start: number
      readonly startMarks: number
      readonly add: number
      readonly per: number | { readonly option: string; readonly values: Readonly<Record<string, number>> }
      readonly linearWhen?: { readonly option: string; readonly value: string }
    }

export interface ScorecardItem {
  readonly id: string
  readonly title: Text
  readonly fullMarks: number
  readonly rule: ScorecardRule
}

export interface ScorecardSection {
  readonly id: string
  readonly title: Text
  /** Name of the boolean option that drops this section (its items are then not scored and the rest is scaled to the card's total). */
  readonly optional?: string | undefined
  /** Best level allowed when the section is dropped. */
  readonly bestLevelWithout?: number | undefined
  readonly items: readonly ScorecardItem[]
}

/** A limit: when any (or all) of the flags holds the level is forced or capped. */
export interface ScorecardLimit {
  readonly id: string
  readonly title: Text
  /** Level given directly (`exact`), or the best level allowed. */
  readonly level: number
  readonly exact: boolean
  /** Any one suffices. */
  readonly anyOf: readonly ScorecardTrigger[]
}

/** What sets a limit off: a boolean field that is true, a list of them that holds in full, or a number below a bound. */
export type ScorecardTrigger = string | readonly string[] | { readonly field: string; readonly below: number }

/** A card, scored by the engine of its kind. */
export type Scorecard = MarksCard | SettlementCard

/** What every kind of card has. */
interface CardBase {
  readonly id: string
  readonly title: Text
  readonly source: string
  /** Lowest score of levels 1, 2, …; scores below the last cut are one level further, levels beyond that come from limits only. */
  readonly levelCuts: readonly number[]
  /**
   * Option → allowed values; the first is the default. `partialSteps` (floor, ceil, linear) has a meaning of its own: how steps
   * of step rules and of the deduction count; without it whole steps do.
   */
  readonly options: Readonly<Record<string, readonly (string | boolean)[]>>
  /** Every applicant field the card reads, with type and, for numbers, the range allowed. An `optional` boolean counts as false when absent, an optional number is left out of what it enters. */
  readonly fields: Readonly<
    Record<
      string,
      {
        readonly type: 'number' | 'boolean' | 'choice'
        readonly min?: number
        /** Bound that the number must exceed. */
        readonly above?: number
        readonly max?: number
        readonly integer?: boolean
        readonly choices?: readonly string[]
        readonly optional?: boolean
      }
    >
  >
}

/** The settlement credit index as a card (DOMAIN B3): the score is the index, capped while a negative flag is active. */
export interface SettlementCard extends CardBase {
  readonly kind: 'settlement'
  /** Exponents of volume, retention and sincerity; they add up to 1. */
  readonly exponents: { readonly volume: number; readonly retention: number; readonly sincerity: number }
  /** Parts of sincerity: regular months, no dressing of the window before maturity, products held; they add up to 1. */
  readonly sincerity: { readonly regularity: number; readonly window: number; readonly products: number }
  /** Index from which it is high, and below which it is low. */
  readonly bands: { readonly high: number; readonly low: number }
  /** Highest index while any negative flag is active. */
  readonly flagCap: number
  /** Thresholds of the four negative situations. */
  readonly flags: {
    /** N1 keeps settlement away: settlement at all banks ÷ sales at least, and volume below. */
    readonly evasion: { readonly allBanks: number; readonly volume: number }
    /** N2 no normal volume: settlement at all banks ÷ last year's sales below, or settlement down on the year by more than. */
    readonly noVolume: { readonly allBanks: number; readonly fall: number }
    /** N3 round-trips: deposit ÷ gross turnover below this share of the norm, or same-day turnover ÷ gross above. */
    readonly roundTrip: { readonly retention: number; readonly sameDay: number }
    /** N4 shows receipts only near maturity: window ratio at least, and regular months below. */
    readonly dressing: { readonly window: number; readonly regularity: number }
  }
  /** Bounds beyond which each of the risk signals is an alert. */
  readonly signals: {
    /** Index in standard deviations of its sector's below which it lags behind its peers. */
    readonly value: number
    /** Months of cost that the natural deposit covers, below which it is short of money. */
    readonly liquidity: number
    /** Coefficient of variation of monthly deposits above which money is lent out privately. */
    readonly depositSwing: number
    /** Deposit ÷ gross turnover, as a share of the norm, below which sales are not true. */
    readonly truthOfSales: number
    /** Loans of all banks ÷ working-capital need above which it has borrowed too much. */
    readonly overBorrowing: number
    /** Sincerity below which character is in doubt. */
    readonly character: number
    /** Alerts from which the advance judgement is to leave; any fewer than these is a warning. */
    readonly exitFrom: number
  }
}

/** A scorecard of marks, as data. */
export interface MarksCard extends CardBase {
  readonly kind: 'marks'
  readonly sections: readonly ScorecardSection[]
  /** Marks taken for loss exposure: each `step` of amount ÷ base takes `minus`, at most `max`, and `max` when the base is not positive; after any conversion. */
  readonly deduction: {
    readonly amount: string
    readonly base: string
    readonly step: number
    readonly minus: number
    readonly max: number
  } | null
  readonly limits: readonly ScorecardLimit[]
}

// ── Schedule ────────────────────────────────────────────────────────────────────────────────────

/** Cost parameters of the price and the verdict; names as in golden/pricing.json. */
export interface CostParameters {
  /** Funds-transfer price of the loan, f_L. */
  readonly fundingRate: Rate
  /** Operating cost per unit of balance, c_var. */
  readonly variableCost: Rate
  /** Operating cost per loan and year, C_fix. */
  readonly fixedCost: Money
  /** Capital per unit of balance, κ. */
  readonly capitalRatio: number
  /** Return on capital after tax. */
  readonly hurdleRate: Rate
  readonly incomeTaxRate: number
  /** Interest lost on a default as a share of a year, q. */
  readonly lostInterestShare: number
  /** π. */
  readonly extraTargetProfit: Rate
  readonly depositTransferRate: Rate
  readonly depositRate: Rate
  readonly depositServicing: Rate
  readonly aumMargin: Rate
  /** Loan prime rate; the capped VAT band is exempt up to 1.5 × this. */
  readonly lpr: Rate
  /** VAT in price including surcharges, v. */
  readonly vatRate: number
  readonly vatMethod: 1 | 2
  /** Share of the loss the bank bears, s. */
  readonly bankShare: number
}

/** How a schedule's rates come about: the committee's table, or a formula on each loan (models/pricing). */
export const PRICING_KINDS = ['schedule', 'incomeCoversRisk', 'cgap', 'raroc', 'lprPlus', 'riskNeutral'] as const
export type PricingKind = (typeof PRICING_KINDS)[number]

/** How the bank prices. */
export interface Schedule extends Named {
  /** `schedule`: the committee's table. A formula: each cell at the balance-weighted mean of its loans' rates. */
  readonly kind: PricingKind
  readonly costs: CostParameters
  readonly crossIncome: 'none' | 'observed'
  /** Legal ceiling of any offered rate. */
  readonly cap: Rate
  /** Smallest rate that a formula may ask; 0 without. */
  readonly policyFloor: Rate
  /** Spread over the loan prime rate by grade 1..10, for `lprPlus`; null otherwise. */
  readonly spreads: readonly Rate[] | null
  /** Rate of every cell by {@link cellIndex}; null for a formula. */
  readonly rates: readonly Rate[] | null
}

// ── Scenario ────────────────────────────────────────────────────────────────────────────────────

/**
 * Shocks by simulation year. Lists have one entry a year of the horizon (a shorter list holds its last value). Rates, LGD and
 * prices are cumulative changes in force in that year.
 */
export interface Shocks {
  /** m in h' = 1 − (1−h)^m. */
  readonly pdMultiple: readonly number[]
  /** m of single sectors, in place of the above. */
  readonly sectorPdMultiple: Readonly<Record<string, readonly number[]>>
  /** Shift of every global factor, in σ; negative is bad. Never together with a PD multiple other than 1. */
  readonly factorMean: readonly number[]
  /** Standard deviation of every factor. */
  readonly factorVolatility: readonly number[]
  /** Added to LGD by collateral class. */
  readonly lgdAdd: Readonly<Partial<Record<Collateral, readonly number[]>>>
  /** Share of fraudulent firms among the applicants, in place of the book's; null leaves it. */
  readonly fraudShare: Probability | null
  /** Share of firms in the guarantee network, in place of the book's; null leaves it. */
  readonly guaranteeShare: Probability | null
  /** Probability that a called guarantor defaults, by year, in place of the book's and of a strategy's groups; empty leaves it. */
  readonly linkProbability: readonly number[]
  /** Cap of the guarantee fund, by year, in place of the strategy's; empty leaves it. */
  readonly guaranteeFundCap: readonly number[]
  /** Principal that falls due is deferred; null without. */
  readonly deferral: Deferral | null
  /** Years added to the time from default to cash. */
  readonly saleDelay: readonly number[]
  /** Multiplies auction prices. */
  readonly auctionFactor: readonly number[]
  /** Relative change of sales in the first year, and of single sectors in its place; moves limits, settlement and alarms, never a PD. */
  readonly salesChange: number
  readonly sectorSalesChange: Readonly<Record<string, number>>
  /** Days added to receivables in the first year, and in single sectors in their place. */
  readonly receivableDays: number
  readonly sectorReceivableDays: Readonly<Record<string, number>>
  /** Relative change of natural deposits. */
  readonly depositVolume: readonly number[]
  /** Relative change of collateral value. */
  readonly collateralPrice: Readonly<Partial<Record<'residential' | 'commercial' | 'movable', readonly number[]>>>
  /** Change of the offered rate of contracts signed in that year. */
  readonly loanRate: readonly Rate[]
  /** Change of both transfer prices for contracts signed in that year. */
  readonly fundingRate: readonly Rate[]
  /** Change of the rate paid on deposits. */
  readonly depositRate: readonly Rate[]
}

/**
 * A share of the loans that mature in a window has its principal deferred. While it is, a default is not classified; at its end
 * some fail, some are deferred once more, the rest go on as before.
 */
export interface Deferral {
  /** Share of maturing loans. */
  readonly share: Probability
  /** Window of maturities, months from 1, both included. */
  readonly from: number
  readonly until: number
  /** Length of a deferral. */
  readonly months: number
  /** Shares of deferred loans that are deferred once more, and that fail, at its end (of those that would see that year out). */
  readonly extended: Probability
  readonly failed: Probability
}

export interface Scenario extends Named {
  readonly shocks: Shocks
  /** What the scenario is about and its shocks leave out, said beside its verdict; null where the shocks stand for all of it. */
  readonly limitation: Text | null
}

// ── Study ───────────────────────────────────────────────────────────────────────────────────────

export const VERDICT_TESTS = ['expectedCoverage', 'coverageProbability', 'nplCeiling', 'largestClusterShare'] as const
export type VerdictTest = (typeof VERDICT_TESTS)[number]

export interface VerdictRules {
  /** Tests that must hold; the verdict is the worst of them. */
  readonly mustHold: readonly VerdictTest[]
  /** Level asked of the coverage probability. */
  readonly coverageProbability: Probability
  /** NPL ratio of the bank's whole book; the ceiling is this plus `nplMargin`. */
  readonly bankNpl: number
  readonly nplMargin: number
  /** Largest share of month-0 balance in one cluster. */
  readonly largestClusterShare: number
  /** Confidence level of every interval. */
  readonly confidence: Probability
}

export interface SimulationSettings {
  readonly seed: string
  /** Seed of the firms where they are those of another run, so that only their futures differ; null is `seed`. */
  readonly bookSeed: string | null
  /** Simulated futures; rounded up to a multiple of `replicates`. */
  readonly paths: number
  readonly replicates: number
  readonly horizonMonths: number
  /** exact: every default drawn; lln: conditional means given the factors; clt: and their conditional variance (MODEL §7). */
  readonly fidelity: Fidelity
  /** `none` sets every factor loading to 0: the law-of-large-numbers assumption. */
  readonly correlation: 'model' | 'none'
  /** Replicates are doubled until the standard error of every mean surplus (decimal per year) is at most this; null: as many as asked. */
  readonly targetError: number | null
  /** A second, importance-sampled set of paths for the 99.9 % tail; null without. */
  readonly tail: { readonly paths: number } | null
}

export const FIDELITIES = ['exact', 'clt', 'lln'] as const
export type Fidelity = (typeof FIDELITIES)[number]

/** How far the law of large numbers carries: books of these sizes are held against each other; null leaves the study out. */
export interface LawOfLargeNumbersSettings {
  /** Numbers of loans, rising; those above the book's are left out. */
  readonly loans: readonly number[]
  /** Paths of each, exact and by formula. */
  readonly paths: number
}

/** Upper edges of grades 1..9 in assigned PD, or fitted at citic-trade's level cuts. */
export type MasterScale =
  { readonly kind: 'calibrated' } | { readonly kind: 'cuts'; readonly cuts: readonly Probability[] }

/** A scenario in which an optimised schedule must cover, and how. */
export interface CoverageGoal {
  readonly scenario: string
  /**
   * `expected`: a coverage ratio of at least `ratio`; `probability`: a coverage probability of at least `level`;
   * `conditionalValueAtRisk`: a mean surplus of at least 0 of the worst 1 − `level` of paths.
   */
  readonly coverage: (typeof COVERAGES)[number]
  readonly level: Probability
  readonly ratio: number
}

export const COVERAGES = ['expected', 'probability', 'conditionalValueAtRisk'] as const

/** What the nearest covering schedule is held to (MODEL §8). */
export interface OptimiseSettings {
  readonly scenarios: readonly CoverageGoal[]
  /** Rates it stays near: those offered today, or those required in the first of the scenarios. */
  readonly start: 'offered' | 'required'
  /** Weight of a cell's change: its earned balance, or that ÷ its expected loss. */
  readonly weights: 'even' | 'byRisk'
  /** Whether a worse grade never pays less, at one term band and collateral. */
  readonly monotone: boolean
  /** Least and highest rate; a null highest is the schedule's cap. */
  readonly minimumRate: Rate
  readonly maximumRate: Rate | null
  /** Largest change of a cell's rate from the start; null is any. */
  readonly largestStep: Rate | null
  /** Most by which a cell may fall short of its required rate in the first of the scenarios; null is any. */
  readonly maxCrossSubsidy: Rate | null
}

/**
 * Share of applicants who take a loan at a rate, by grade and by band of true PD within the grade.
 *
 *     a(r) = 1 − mostLost·(1 − exp(−elasticity_band·max(0, r − freeRate) / scale_grade))
 */
export interface DemandModel {
  /** Rate up to which nobody goes elsewhere. */
  readonly freeRate: Rate
  readonly mostLost: Probability
  /** By grade 1..10, above 0: the smaller, the sooner applicants leave. */
  readonly scale: readonly Rate[]
  /** Of the lowest, middle and highest third of true PD within a grade; falling values are adverse selection. */
  readonly elasticity: readonly [number, number, number]
}

export interface Study extends Named {
  readonly books: readonly Book[]
  readonly strategies: readonly Strategy[]
  readonly schedules: readonly Schedule[]
  readonly scenarios: readonly Scenario[]
  readonly simulation: SimulationSettings
  readonly verdict: VerdictRules
  readonly masterScale: MasterScale
  readonly lawOfLargeNumbers: LawOfLargeNumbersSettings | null
  readonly optimise: OptimiseSettings
  /** Null: every applicant takes the loan at any rate. */
  readonly demand: DemandModel | null
  /** Levers read that are not simulated or have no effect, and networks that calls run through; one line each, with file:line:column. */
  readonly notices: readonly string[]
  /** SHA-256 of each file read, by path as written. */
  readonly inputs: Readonly<Record<string, string>>
}

export type { TermBand }
