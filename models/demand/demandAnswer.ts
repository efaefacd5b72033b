import { underTerms } from '../reprice/terms.ts'
import type { Terms } from '../reprice/terms.ts'
import { probabilityWithError } from '../standardErrors.ts'
import { chanceNotNegative } from '../judge/recorder.ts'
import type { Schedule } from '../schedule.ts'
import type { DemandModel } from '../study.ts'
import { cellAt } from '../types.ts'
import type { Band, BandedCase } from './bandedCase.ts'
import { expectedTake } from './expectedTake.ts'
import { errorOf, replicated } from './peak.ts'
import { bestOfGrade, coverageRatio, profitCurve, shifted, surplusRate } from './profitCurve.ts'
import { takenPaths } from './takenPaths.ts'
import type { ScenarioDemand } from './scenarioDemand.ts'

/**
 * What becomes of a schedule when applicants may go elsewhere: who takes the loan at its rates, what that earns, and where raising the
 * rates stops paying.
 */
export interface DemandAnswer {
  readonly model: DemandModel
  /** One a scenario, in the order of the cases. */
  readonly scenarios: readonly ScenarioDemand[]
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
