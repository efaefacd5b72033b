import type { Book } from '../../models/book.ts'
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
  // Where the schedules and books are written, since a study may take its demand from another.
  const refuse = (field: 'schedules' | 'books', message: string): void => {
    const { at, name } = locate(study, [field])
    addProblem(reading, at, name, message)
  }
  const schedules = variants.schedule.length
  if (schedules > 1)
    refuse(
      'schedules',
      `must be a single one where there is demand, got ${schedules}: its rates decide who takes the loans that are simulated`,
    )
  const stock = books.find(({ origination }) => origination === 'stock')
  if (stock)
    refuse(
      'books',
      `must not have "${stock.id}" (origination: stock) where there is demand: its loans run already, and nobody is left to go elsewhere`,
    )
}
