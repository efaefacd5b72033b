import type { Money, Probability, Rate } from '../types.ts'

/** Those who take the loan at some rates, and what they are expected to earn in a scenario. */
export interface TakenFigures {
  /** Balance at month 0 of those who take it ÷ balance of all who are offered a loan; no simulation error. */
  readonly volume: number
  /** Mean true PD of those who take it, by loans, before any scenario's multiple; no simulation error. */
  readonly meanTruePd: Probability
  /** Surplus, decimal per year of the balance lent, as in the results of a run. */
  readonly surplus: Rate
  /** The same in money a year: what the bank has of it, and what is best at the profit-best rates. */
  readonly annualSurplus: Money
}

/** One scenario at the rates asked about. */
export interface ScenarioDemand extends TakenFigures {
  /** Its id. */
  readonly scenario: string
  /** All who are offered a loan: how many, their balance at month 0, and their mean true PD. */
  readonly offered: { readonly loans: number; readonly balance: Money; readonly meanTruePd: Probability }
  /** Money a year: interest and cross income before any cost, and the bank's loss. */
  readonly annualIncome: Money
  readonly annualLoss: Money
  /** As in the results of a run; null where no path has a loss. */
  readonly coverageRatio: number | null
  readonly coverageProbability: Probability
  readonly standardErrors: Readonly<
    Record<
      'surplus' | 'annualSurplus' | 'annualIncome' | 'annualLoss' | 'coverageRatio' | 'coverageProbability',
      number | null
    >
  >
  /** Against a shift of all rates at once. */
  readonly curve: readonly CurvePoint[]
  /** Where the surplus in money is highest; beyond it, raising the rates lowers it. */
  readonly best: Peak
  /**
   * Where the surplus per unit of balance lent is highest: beyond it each loan earns less at a higher rate, since those who still take it
   * are the worse and carry more of the fixed cost (Stiglitz and Weiss 1981).
   */
  readonly turning: Peak
  /** Grades with applicants, rising. */
  readonly grades: readonly GradeDemand[]
}

/** A grade at the rates asked about, and its best rate while all others stay. */
export interface GradeDemand extends Pick<TakenFigures, 'volume' | 'meanTruePd'> {
  readonly grade: number
  /** Surplus of the grade's loans; files are shared by loan-years. */
  readonly annualSurplus: Money
  /** Surplus of the whole book against a shift of this grade's rates. */
  readonly best: Peak
}

export interface CurvePoint extends TakenFigures {
  /** Added to every rate, which stays between 0 and the cap; decimal per year. */
  readonly shift: Rate
  readonly annualIncome: Money
  readonly annualLoss: Money
  /** As in the results of a run; null where no path has a loss. */
  readonly coverageRatio: number | null
  readonly standardErrors: Readonly<Record<'surplus' | 'annualSurplus', number>> & {
    readonly coverageRatio: number | null
  }
}

/** Where a figure is highest over a range of shifts. */
export interface Peak {
  /** `turns`: inside the range. `rises`: it never falls in range. `falls`: it falls from the lowest shift on. */
  readonly trend: 'turns' | 'rises' | 'falls'
  /** Null unless it turns. */
  readonly shift: Rate | null
  /** The figure at the shift; where it does not turn, at the end of the range where it is highest. */
  readonly value: number
  readonly standardErrors: { readonly shift: number | null; readonly value: number }
}
