import { explainFile } from '../models/lending/explainFile.ts'
import type { FileExplanation } from '../models/lending/explainFile.ts'
import type { Schedule } from '../models/schedule.ts'
import { asOffered } from './demand/takeUp.ts'
import type { Lending } from './lending.ts'
import type { PreparedBook } from './prepareBook.ts'
import { strategySchedule } from './strategySchedule.ts'

/**
 * Why a strategy decides on a firm of a book as it does, and why at this rate.
 *
 * @param row  the firm
 * @returns null for a tape, whose loans nobody decided on here
 */
export function explainFirm(
  { book, firms, masterScale }: PreparedBook,
  granted: Lending,
  schedule: Schedule,
  row: number,
): FileExplanation | null {
  const lending = asOffered(granted)
  const { strategy, screened, layout } = lending
  if (!screened) return null
  const { assessment, line } = screened
  const priced = strategySchedule(schedule, lending, firms)
  return explainFile({ firms, book, strategy, assessment, line, cuts: masterScale, layout, schedule: priced }, row)
}
