import type { Judgement } from '../models/judge/judgement.ts'
import type { PricingCase } from '../models/judge/pricingCase.ts'
import type { Result } from '../models/result.ts'
import type { Book } from '../models/book.ts'
import type { Schedule } from '../models/schedule.ts'
import type { Strategy } from '../models/strategy.ts'
import type { Study } from '../models/study.ts'

/** What a result is about, beside its scenario. */
export interface ResultOf {
  readonly study: Study
  readonly book: Book
  readonly strategy: Strategy
  readonly schedule: Schedule
}

/** A judgement under the names of what was judged: an entry of summary.json, but for how the borrowers were chosen. */
export function toResult(
  { study, book, strategy, schedule }: ResultOf,
  { scenario, cube }: Pick<PricingCase, 'scenario' | 'cube'>,
  { figures, standardErrors, reasons, tests, verdict, pathsToDecide }: Judgement,
): Omit<Result, 'selection' | 'lawOfLargeNumbers'> {
  const vary = { ...book.vary, ...strategy.vary, ...schedule.vary, ...scenario.vary }
  const { npl, years, cells, contributions, ...headline } = figures
  return {
    book: book.id,
    strategy: strategy.id,
    schedule: schedule.id,
    scenario: scenario.id,
    ...(Object.keys(vary).length > 0 ? { vary } : {}),
    paths: cube.paths,
    replicates: cube.replicates,
    fidelity: study.simulation.fidelity,
    loans: cube.loans,
    ...headline,
    tests,
    verdict,
    pathsToDecide,
    npl,
    years,
    cells,
    contributions,
    standardErrors,
    reasons,
  }
}
