import type { CaseNames, DeskChoices } from '../../desk/protocol.ts'

/** The first book, strategy and schedule of a run. */
export const firstNames = ({ books, strategies, schedules }: DeskChoices): CaseNames => ({
  book: books[0]!.id,
  strategy: strategies[0]!.id,
  schedule: schedules[0]!.id,
})
