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
  readonly nplPeak: number
  readonly economicCapital: number | null
  readonly raroc: number | null
  readonly years: readonly YearResult[]
  readonly cells: readonly CellResult[]
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
  readonly npl: { readonly mean: readonly number[]; readonly q05: readonly number[]; readonly q95: readonly number[] }
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
