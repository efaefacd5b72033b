import { underTerms } from '../reprice/terms.ts'
import type { Terms } from '../reprice/terms.ts'
import { probabilityWithError } from '../standardErrors.ts'
import { chanceNotNegative } from '../judge/recorder.ts'
import type { DemandModel, Schedule } from '../study.ts'
import { cellAt } from '../types.ts'
import type { Money, Probability, Rate } from '../types.ts'
import type { Band, BandedCase } from './bandedCase.ts'
import { expectedTake } from './expectedTake.ts'
import { errorOf, replicated } from './peak.ts'
import { bestOfGrade, coverageRatio, profitCurve, shifted, surplusRate } from './profitCurve.ts'
import { takenPaths } from './takenPaths.ts'

/**
 * What becomes of a schedule when applicants may go elsewhere: who takes the loan at its rates, what that earns, and where raising the
 * rates stops paying.
 */
export interface DemandAnswer {
  readonly model: DemandModel
  /** One a scenario, in the order of the cases. */
  readonly scenarios: readonly ScenarioDemand[]
}

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

/**
 * What applicants make of a table of rates, in every scenario.
 *
 * Expected figures are exact for the simulated defaults, weighed by the chance that each applicant takes the loan; a run of the same study
 * draws who does, and agrees within the error of that draw. The coverage probability allots costs to cells, see takenPaths.
 *
 * @param cases     at least one, of one book and strategy
 * @param schedule  as run
 * @param terms     what is tried in its place
 */
export const demandAnswer = (cases: readonly BandedCase[], schedule: Schedule, terms: Terms): DemandAnswer => ({
  model: cases[0]!.demand,
  scenarios: cases.map((one) => scenarioDemand(one, underTerms(schedule, terms), terms)),
})

function scenarioDemand(banded: BandedCase, stated: Schedule, { rates, cap }: Terms): ScenarioDemand {
  const { scenario, bands, inputs } = banded
  const { paths, replicates, horizonMonths } = bands[0]!.cube
  const take = expectedTake(banded, stated)
  const curve = { take, rates, cap, horizonMonths }
  const rateOf = shifted(curve, 0)
  const taken = take(rateOf)
  const yearly = 12 / horizonMonths
  const byPath = takenPaths(banded, taken, rateOf)
  const figures = {
    surplus: surplusRate(taken),
    annualSurplus: replicated(taken.surplus, yearly),
    annualIncome: replicated(taken.income, yearly),
    annualLoss: replicated(taken.loss, yearly),
    coverageRatio: coverageRatio(taken),
  }
  const coverage = probabilityWithError(
    chanceNotNegative(byPath.surplus, byPath.variance),
    paths,
    replicates,
    inputs(stated).rules.confidence,
  )
  const { points, best, turning } = profitCurve(curve)
  const grades = [...new Set(bands.flatMap(({ cube }) => Array.from(cube.cells, (cell) => cellAt(cell).grade)))]
  return {
    scenario: scenario.id,
    offered: offeredIn(bands),
    volume: taken.volume,
    meanTruePd: taken.meanTruePd,
    surplus: figures.surplus.value,
    annualSurplus: figures.annualSurplus.value,
    annualIncome: figures.annualIncome.value,
    annualLoss: figures.annualLoss.value,
    coverageRatio: figures.coverageRatio?.value ?? null,
    coverageProbability: coverage.value,
    standardErrors: {
      surplus: errorOf(figures.surplus),
      annualSurplus: errorOf(figures.annualSurplus),
      annualIncome: errorOf(figures.annualIncome),
      annualLoss: errorOf(figures.annualLoss),
      coverageRatio: figures.coverageRatio && errorOf(figures.coverageRatio),
      coverageProbability: coverage.standardError,
    },
    curve: points,
    best,
    turning,
    grades: grades
      .sort((a, b) => a - b)
      .map((grade) => {
        const own = take(rateOf, (cell) => cellAt(cell).grade === grade)
        return {
          grade,
          volume: own.volume,
          meanTruePd: own.meanTruePd,
          annualSurplus: replicated(own.surplus, yearly).value,
          best: bestOfGrade(curve, grade),
        }
      }),
  }
}

function offeredIn(bands: readonly Band[]): ScenarioDemand['offered'] {
  const total = (values: (band: Band) => Float64Array): number =>
    bands.reduce((sum, band) => values(band).reduce((all, value) => all + value, sum), 0)
  const loans = total(({ cube }) => cube.cellLoans)
  return { loans, balance: total(({ balance }) => balance), meanTruePd: total(({ truePd }) => truePd) / loans }
}
