import type { SyntheticBook } from '../../../models/book.ts'
import type { DemandModel, Study } from '../../../models/study.ts'
import { DEFAULT_DEMAND, readStudy } from '../../../scenarios/index.ts'

const committee = await readStudy('committee')

/** The shipped study with fewer loans and some of its scenarios, whose applicants may go elsewhere (null: who all take the loan). */
export function smallStudy(
  demand: Partial<DemandModel> | null,
  { loans = 600, scenarios = ['baseline'], seed = 'demand', paths = 400 } = {},
): Study {
  return {
    ...committee,
    books: committee.books.map((book) => ({ ...(book as SyntheticBook), size: { loans } })),
    scenarios: committee.scenarios.filter(({ id }) => scenarios.includes(id)),
    simulation: { ...committee.simulation, seed, paths },
    lawOfLargeNumbers: null,
    demand: demand && { ...DEFAULT_DEMAND, ...demand },
  }
}
