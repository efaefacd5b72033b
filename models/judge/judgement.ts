import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import type { ExpectedSurplus } from '../expectedSurplus.ts'
import type { CellRates } from '../price.ts'
import type { Concentration, FigureErrors, Figures, PathTable, TestOutcome, TestResult } from '../result.ts'
import type { Schedule } from '../schedule.ts'
import type { VerdictRules } from '../study.ts'

/** What a verdict is made from. */
export interface JudgeInputs {
  readonly cube: OutcomeCube
  readonly schedule: Schedule
  readonly cellRates: CellRates
  readonly economics: Economics
  readonly rules: VerdictRules
  /** Largest share of month-0 balance in one cluster; null where the book has none. */
  readonly largestClusterShare: number | null
  readonly concentration: Concentration
  /** Whether firms guarantee each other: the contagion multiplier is then a figure. */
  readonly hasGuarantees: boolean
  /** Expected surplus at rates net of VAT by column (models/expectedSurplus.ts). */
  readonly expectedSurplus: (net: Float64Array, economics: Economics) => ExpectedSurplus
  /** Whether that leaves nothing of the simulation out (`isExpectationExact`). */
  readonly expectationIsExact: boolean
}

/** What it says. */
export interface Judgement {
  readonly figures: Figures
  readonly standardErrors: FigureErrors
  readonly reasons: Readonly<Record<string, string>>
  readonly tests: readonly TestOutcome[]
  readonly verdict: TestResult
  readonly pathsToDecide: number | null
  readonly paths: PathTable
  /** Headline figures by replicate, see ResultTables. */
  readonly replicates: Readonly<Record<string, Float64Array>>
}
