/** What a run says: the shape of `summary.json` (PRODUCT's output contract) and of the tables beside it. */
import type { ScenarioDemand } from './demand/scenarioDemand.ts'
import type { RocPoint } from './discrimination.ts'
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
  /** Parallel shift of all rates, decimal a year: to a coverage ratio of 1, and to the coverage probability of the verdict's rules; null where none does. */
  readonly parallelShift: { readonly ratio: number | null; readonly probability: number | null }
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
  /** A branch's assessment (KPI): E[income − cost − loss] a year, in money and ÷ balance; NPL ratio at the end; exposure newly defaulted a year ÷ balance. */
  readonly comprehensiveProfit: number
  readonly comprehensiveProfitRate: number
  readonly nplRatio: number
  readonly newOverdueRatio: number
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

/** The order in which admission rules are asked; a file is declined by the first that it fails. */
export const DECLINE_REASONS = [
  'level', 'lenders', 'years', 'debtRatio', 'ownerAge', 'sales', 'settlementShare', 'settlementIndex', 'negativeFlag', 'overBorrowing',
  'sector', 'region', 'collateral', 'limit', 'sectorShare', 'clusterShare', 'quota',
] as const // prettier-ignore
export type DeclineReason = (typeof DECLINE_REASONS)[number]

/** How a strategy told applicants apart, and what that was worth. Figures without Monte Carlo error: true PDs are known. */
export interface Selection {
  readonly applicants: number
  readonly approved: number
  readonly approvalRate: number
  /** Applicants by the first rule that declined them; rules that declined nobody are left out. */
  readonly declined: readonly { readonly reason: DeclineReason; readonly applicants: number }[]
  /** Cost of handling and checking one file, and that of all files ÷ loans granted. */
  readonly costPerFile: number
  readonly costPerLoan: number
  /** Of the assigned PD against true PDs, over all applicants and over those admitted; null where no two can be told apart. */
  readonly gini: number | null
  readonly kolmogorovSmirnov: number | null
  readonly giniAdmitted: number | null
  /** Share of the variance of the applicants' true log-odds that the assigned ones explain. */
  readonly explained: number
  /** Mean true PD of the best half of the applicants, by assigned PD: selection at one approval rate. */
  readonly bestHalfPd: number
  /** Σ PD·LGD·balance ÷ Σ balance of the loans granted, with assigned and with true PDs, year 1. */
  readonly expectedLossPriced: number
  readonly expectedLossTrue: number
  /** Of all applicants by assigned PD: share of true defaulters caught against share of others turned away. */
  readonly roc: readonly RocPoint[]
  /** Applicants by grade: mean assigned beside mean true PD. */
  readonly calibration: readonly {
    readonly grade: number
    readonly applicants: number
    readonly assignedPd: number
    readonly truePd: number
  }[]
  /** Were the applicants cut at a level: expected numbers in a year. Empty without a card. */
  readonly confusion: readonly {
    readonly worstLevel: number
    readonly approvedGood: number
    readonly approvedBad: number
    readonly declinedGood: number
    readonly declinedBad: number
  }[]
  /** Were the best-ranked applicants admitted up to a share: coverage in expectation at the schedule's rates. */
  readonly frontier: readonly FrontierPoint[]
  /** What the card reads, and the settlement index beside it: the Gini of each on its own, the strongest first. */
  readonly signals: readonly { readonly field: string; readonly gini: number }[]
  /** Power of monthly signals and of renewal decisions as measured; null where nobody watches. */
  readonly watch: WatchPower | null
}

export interface FrontierPoint {
  /** Applicants ranked by assigned PD that would be lent to ÷ all applicants. */
  readonly approvalRate: number
  /** Assigned PD at the cut. */
  readonly cutOff: number
  readonly loans: number
  /** Expected earned balance-years ÷ horizon in years. */
  readonly balance: number
  /** Files of all applicants are paid for, whatever the cut. */
  readonly coverageRatio: number | null
  /** Expected surplus over the horizon, money; and ÷ expected earned balance-years. */
  readonly surplus: number
  readonly surplusRate: number
}

/** What monthly signals did in the synthetic history, among borrowers whom the strategy would have admitted. */
export interface WatchPower {
  /** Defaults and good loan-years they were measured on. */
  readonly defaults: number
  readonly goodYears: number
  /** Share of defaults whose alarm came k months before (index k = 0..11; the alarm of the contract-year's first month that raised one); the rest had none. */
  readonly alarmByLead: readonly number[]
  /** The same of the defaults that came late enough in the contract year for such a lead: in month k + 2 of it or later. */
  readonly alarmChance: readonly number[]
  /** Share of good loan-years with an alarm. */
  readonly falseAlarmRate: number
  /** Of maturities k months before a default (index 0..11), and of those without one in the next twelve: share not renewed. */
  readonly exitByLead: readonly number[]
  readonly exitGood: number
  /** Good renewals by way of decision; they add up to 1 with exitGood. */
  readonly fast: number
  readonly middle: number
  readonly committee: number
}

/** Figures that strategies are compared by. */
export const COMPARED = [
  'loans', 'balance', 'approvalRate', 'defaultRate', 'expectedLoss', 'portfolioYield', 'coverageRatio', 'coverageProbability', 'surplus', 'raroc',
  'comprehensiveProfit', 'comprehensiveProfitRate', 'nplRatio', 'newOverdueRatio',
] as const // prettier-ignore
export type Compared = (typeof COMPARED)[number]

/** A mean over populations with its standard error: of the simulation and between populations. */
export interface Pooled {
  readonly value: number
  readonly standardError: number | null
}

/** A difference from the first strategy on the same firms and the same default events. */
export interface PairedDifference extends Pooled {
  readonly interval: readonly [number, number] | null
  /** What the error would be had the two been simulated apart, on other populations. */
  readonly unpairedStandardError: number | null
}

/** Strategies side by side under one schedule in one scenario, over all populations of a book. */
export interface Comparison {
  readonly book: string
  readonly schedule: string
  readonly scenario: string
  /** Vary axes other than the population. */
  readonly vary?: Readonly<Record<string, unknown>>
  readonly populations: number
  readonly strategies: readonly {
    readonly strategy: string
    /** Vary axes of this strategy. */
    readonly vary?: Readonly<Record<string, unknown>>
    readonly figures: Readonly<Record<Compared, Pooled | null>>
    /** Null for the first strategy. */
    readonly differences: Readonly<Record<Compared, PairedDifference | null>> | null
  }[]
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
  /** How the strategy chose; null for a tape, which has no applicants. */
  readonly selection: Selection | null
  /** Null, with a reason, for scenarios beyond the study's first. */
  readonly lawOfLargeNumbers: LawOfLargeNumbers | null
  /** Who takes the loans at these and at other rates; absent where everybody does, null, with a reason, where applicants cannot be weighed. */
  readonly demand?: ScenarioDemand | null
  readonly tail?: Tail
  readonly standardErrors: FigureErrors
  /** Why a figure is null, by its path. */
  readonly reasons: Readonly<Record<string, string>>
}

export interface Summary {
  readonly runId: string
  readonly results: readonly Result[]
  /** Where a study has several strategies on one book: one entry a book, schedule and scenario. */
  readonly comparisons: readonly Comparison[]
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
