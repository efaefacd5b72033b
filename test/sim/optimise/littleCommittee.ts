import type { PricingCase } from '../../../models/judge/pricingCase.ts'
import type { Schedule } from '../../../models/schedule.ts'
import type { CoverageGoal, OptimiseSettings, Study } from '../../../models/study.ts'
import { readStudy } from '../../../scenarios/index.ts'
import { simulateCases } from '../../../sim/cases.ts'

/** The committee's study with 500 loans and few paths. */
export async function littleCommittee({ paths = 400, loans = 500 } = {}): Promise<Study> {
  const study = await readStudy('committee', { paths })
  return {
    ...study,
    books: study.books.map((book) => (book.kind === 'synthetic' ? { ...book, size: { loans } } : book)),
  }
}

/** Its outcomes in some scenarios. */
export async function casesIn(study: Study, scenarios: readonly string[]): Promise<readonly PricingCase[]> {
  const simulated = await simulateCases(study, {
    scenarios: study.scenarios.filter(({ id }) => scenarios.includes(id)),
  })
  await simulated.close()
  return simulated.cases
}

export const expected = (scenario: string, ratio = 1): CoverageGoal => ({
  scenario,
  coverage: 'expected',
  level: 0.95,
  ratio,
})

export const probability = (scenario: string, level = 0.95): CoverageGoal => ({
  scenario,
  coverage: 'probability',
  level,
  ratio: 1,
})

export const worst = (scenario: string, level = 0.95): CoverageGoal => ({
  scenario,
  coverage: 'conditionalValueAtRisk',
  level,
  ratio: 1,
})

/** Settings without any limit but the cap. */
export const UNLIMITED: Omit<OptimiseSettings, 'scenarios'> = {
  start: 'offered',
  weights: 'even',
  monotone: false,
  minimumRate: 0,
  maximumRate: null,
  largestStep: null,
  maxCrossSubsidy: null,
}

/** A schedule as if every line were in the exempt VAT band. */
export const untaxed = (schedule: Schedule): Schedule => ({ ...schedule, costs: { ...schedule.costs, vatRate: 0 } })
