import type { FileExplanation } from '../models/lending/explainFile.ts'
import type { Study } from '../models/study.ts'
import { explainFirm } from './explainFirm.ts'
import { prepareBook } from './prepareBook.ts'
import type { PrepareOptions } from './prepareBook.ts'

/**
 * Why each strategy of a study decides on a firm of its first book as it does, and why at this rate under its first schedule. Nothing is
 * simulated.
 *
 * @param firm  id of the firm: 1, 2, … in a synthetic book
 * @returns in the order of the strategies
 * @throws {RangeError} when the book is a tape, or has no such firm
 * @throws the signal's reason when aborted
 */
export async function explainStudy(
  study: Study,
  firm: string,
  options: Pick<PrepareOptions, 'onProgress' | 'signal'> = {},
): Promise<FileExplanation[]> {
  const book = study.books[0]!
  if (book.kind === 'tape') throw new RangeError(`book ${book.id}: is a tape, whose loans nobody decided on here`)
  const prepared = await prepareBook(study, book, { ...options, masterScale: null, skipBadRows: false })
  const row = prepared.firms.ids.indexOf(firm)
  if (row < 0)
    throw new RangeError(
      `book ${book.id}: firm must be one of 1 to ${prepared.firms.count}, got ${JSON.stringify(firm)}`,
    )
  return prepared.lendings.flatMap((lending) => explainFirm(prepared, lending, study.schedules[0]!, row) ?? [])
}
