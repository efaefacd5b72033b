/** What a run says: the shape of `summary.json` (PRODUCT's output contract) and of the tables beside it. */
import type { VerdictTest } from './study.ts'

export type TestResult = 'covered' | 'not covered' | 'undecided'

/** The build-up over one denominator: portfolioYield + crossIncome − fundingCost − operatingCost − tax − targetProfit − expectedLoss = surplus. */
export interface BuildUp {
  /** Interest ÷ earned balance-years, gross of VAT. */
  readonly portfolioYield: number
  readonly crossIncome: number
  readonly fundingCost: number
  /** Variable and fixed cost. */
  readonly operatingCost: number
  /** VAT and surcharges. */
  readonly tax: number
  readonly targetProfit: number
  readonly expectedLoss: number
  readonly surplus: number
}

export interface LossRate {
  readonly mean: number
  readonly standardDeviation: number
  readonly valueAtRisk99: number | null
  readonly valueAtRisk999: number | null
  readonly expectedShortfall99: number | null
  readonly expectedShortfall999: number | null
}

export interface TestOutcome {
  readonly name: VerdictTest
  readonly value: number | null
  /** What the value is held against. */
  readonly threshold: number
  readonly interval: readonly [number, number] | null
  readonly result: TestResult
}

export interface CellResult {
  /** `grade|termBand|collateral`. */
  readonly cell: string
  readonly loans: number
  /** E[earned balance-years] ÷ (horizon in years). */
  readonly balance: number
  /** E[loss] ÷ E[earned balance-years] of the cell. */
  readonly expectedLoss: number
  /** The schedule's rate, capped, before the scenario's loan-rate shock. */
  readonly offeredRate: number
  /** The formula's rate on assigned PD; balance-weighted over the cell's loans. */
  readonly floorRate: number
  /** offeredRate plus the shift at which the cell's simulated surplus is zero. */
  readonly requiredRate: number | null
  /** offeredRate − requiredRate. */
  readonly gap: number | null
}

/** A year's build-up; its lines are null where no balance is left in it. */
export interface YearResult extends Readonly<Record<keyof BuildUp, number | null>> {
  /** 1, 2, … */
  readonly year: number
  readonly balance: number
}

/** The simulated figures of one book × strategy × schedule × scenario. */
export interface Figures extends BuildUp {
  readonly balance: number
  readonly coverageRatio: number | null
  readonly coverageProbability: number
  readonly profitProbability: number
  readonly breakEvenYield: number | null
  readonly yieldFor95: number | null
  readonly pdMultipleToBreakEven: number | null
  readonly lossRate: LossRate
  readonly defaultRate: number
  /** Mean over paths of the path's largest month-end NPL ratio; the largest of the mean path's, which is lower, in `lln` and `clt`. */
  readonly nplPeak: number
  /** As nplPeak, with every default classified in time; the same without a deferral. */
  readonly trueNplPeak: number
  /** Mean month-end NPL ratio, as reported and true. */
  readonly npl: readonly NplMonth[]
  /** Firms that default ÷ firms that would without guarantee calls; only where guarantees are on. */
  readonly contagionMultiplier?: number | null
  readonly economicCapital: number | null
  readonly raroc: number | null
  readonly years: readonly YearResult[]
  readonly cells: readonly CellResult[]
  readonly contributions: readonly Contribution[]
  readonly concentration: Concentration
}

export interface NplMonth {
  /** 1, 2, … */
  readonly month: number
  readonly reported: number
  readonly true: number
}

/** Part of a cell or a sector in the risk of the book; adds up over cells and over sectors. Shares of the opening exposure, as lossRate. */
export interface Contribution {
  readonly by: 'cell' | 'sector'
  readonly key: string
  /** Null where the expected shortfall is. */
  readonly expectedShortfall99: number | null
  readonly standardDeviation: number
}

/** How few names the book hangs on, at month 0. Herfindahl index H = Σ share² of balance; 1/H equal parts would be as concentrated. */
export interface Concentration {
  readonly obligor: number
  readonly sector: number
  /** Null where the book has no clusters. */
  readonly cluster: number | null
  readonly cell: number
  /** 1 ÷ obligor. */
  readonly effectiveNumber: number
  readonly largestObligorShare: number
}

/** How far the law of large numbers carries in this book (MODEL §8). Loss rates ÷ opening exposure over the horizon. */
export interface LawOfLargeNumbers {
  /** Standard deviation of the loss rate that no number of loans takes away, and that of the rest at this book's size. */
  readonly systematic: number
  readonly diversifiable: number
  /** Loans of this kind at which the diversifiable variance is a tenth of the systematic; null where nothing is systematic. */
  readonly minimumLoans: number | null
  /** Equal loans that would be as diversified: 1 ÷ Σ share². */
  readonly effectiveNumber: number
  readonly curve: readonly LawOfLargeNumbersPoint[]
}

/** A book of some number of the loans, under one kind of dependence; formula (conditional normal) beside simulation. */
export interface LawOfLargeNumbersPoint {
  readonly loans: number
  readonly dependence: 'independence' | 'factors' | 'guarantees'
  readonly standardDeviation: { readonly formula: number; readonly simulated: number }
  readonly coverageProbability: { readonly formula: number; readonly simulated: number }
}

/** The far tail by a second, importance-sampled set of paths. */
export interface Tail {
  readonly valueAtRisk999: number | null
  readonly expectedShortfall999: number | null
  /** Parts in the expected shortfall at 99.9 %. */
  readonly contributions: readonly {
    readonly by: 'cell' | 'sector'
    readonly key: string
    readonly expectedShortfall999: number
  }[]
}

/** Standard errors: the shape of {@link Figures}. */
export interface FigureErrors {
  readonly [name: string]: unknown
}

export interface Result extends Figures {
  readonly book: string
  readonly strategy: string
  readonly schedule: string
  readonly scenario: string
  /** Vary axes of this entry: `kind.path` → value; absent outside a vary study. */
  readonly vary?: Readonly<Record<string, unknown>>
  readonly paths: number
  readonly replicates: number
  readonly fidelity: string
  /** Loans at month 0. */
  readonly loans: number
  readonly tests: readonly TestOutcome[]
  readonly verdict: TestResult
  /** Further paths that would decide the verdict; 0 when it is decided. */
  readonly pathsToDecide: number | null
  /** Null, with a reason, for scenarios beyond the study's first. */
  readonly lawOfLargeNumbers: LawOfLargeNumbers | null
  readonly tail?: Tail
  readonly standardErrors: FigureErrors
  /** Why a figure is null, by its path. */
  readonly reasons: Readonly<Record<string, string>>
}

export interface Summary {
  readonly runId: string
  readonly results: readonly Result[]
}

/** Outcomes of one result path by path, money over the horizon; arrays of length `paths`. */
export interface PathTable {
  readonly loss: Float64Array
  readonly surplus: Float64Array
  readonly income: Float64Array
  readonly cost: Float64Array
  readonly target: Float64Array
  readonly defaults: Float64Array
  readonly year1Loss: Float64Array
  /** Month-end NPL ratio, mean and quantiles over paths, by month (index 0 is month 1). */
  readonly npl: {
    readonly mean: readonly number[]
    readonly q05: readonly number[]
    readonly q95: readonly number[]
    /** Mean of the true ratio; the same as `mean` without a deferral. */
    readonly true: readonly number[]
  }
}

/** How close the synthetic book came to its recipe; one row a target. */
export interface BookCheck {
  readonly book: string
  /** marginal, correlation, default rate, honesty, … */
  readonly kind: string
  readonly name: string
  readonly target: number
  readonly achieved: number
  /** Standard error of the achieved figure, or the Kolmogorov–Smirnov distance's 1 % critical value. */
  readonly tolerance: number
}
