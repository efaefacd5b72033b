import type { Book } from '../../models/study.ts'
import { locate, nodeAt, type LocatedMap } from './located.ts'
import { addProblem, type Reading } from './reading.ts'

interface StudyParts {
  readonly study: LocatedMap
  readonly variants: { readonly schedule: readonly LocatedMap[] }
  readonly books: readonly Book[]
}

/** Applicants who decide on a rate need one schedule that says it, and loans that are still to be taken. */
export function checkDemand({ study, variants, books }: StudyParts, reading: Reading): void {
  if (nodeAt(study, ['demand'])?.kind !== 'map') return
  const { at, name } = locate(study, ['demand'])
  const schedules = variants.schedule.length
  if (schedules > 1)
    addProblem(
      reading,
      at,
      name,
      `needs a single schedule, got ${schedules}: its rates decide who takes the loans that are simulated`,
    )
  const stock = books.find(({ origination }) => origination === 'stock')
  if (stock)
    addProblem(
      reading,
      at,
      name,
      `must be left out with the book "${stock.id}" (origination: stock): its loans run already, and nobody is left to go elsewhere`,
    )
}
