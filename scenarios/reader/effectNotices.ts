import type { Book, Scenario, Strategy } from '../../models/study.ts'
import { type IdleReason, idleLevers } from '../idleLevers.ts'
import { locate, type LocatedMap } from './located.ts'
import { recordedPath } from './recordedPath.ts'

/** A study's sound items, and the documents they were read from, in the same order. */
interface StudyParts {
  readonly variants: { readonly scenario: readonly LocatedMap[] }
  readonly books: readonly Book[]
  readonly strategies: readonly Strategy[]
  readonly scenarios: readonly Scenario[]
}

/**
 * One line for each shock that a book of the study or all its strategies leave without effect. Scenarios are shared among books, so
 * that is no mistake; but a verdict must not be read as if it had acted.
 *
 * @param home the study's folder, see {@link recordedPath}
 */
export function effectNotices({ variants, books, strategies, scenarios }: StudyParts, home: string): string[] {
  return scenarios.flatMap((scenario, index) =>
    books.flatMap((book) =>
      idleLevers(book, scenario, strategies).map(({ lever, reason }) => {
        const { at, name } = locate(variants.scenario[index]!, ['shocks', lever])
        const where = reason === 'noFund' ? '' : ` on book ${book.id}`
        return `${recordedPath(at.file, home)}:${at.line}:${at.column} ${name} has no effect${where}: ${REASONS[reason]}`
      }),
    ),
  )
}

const REASONS: Readonly<Record<IdleReason, string>> = {
  noApplicants: 'a tape has no applicants',
  noGuarantees: 'nobody there guarantees anybody',
  noFund: 'no strategy of the study has a guarantee fund',
  statedLgd: 'rows whose LGD its tape states take no auction into account',
}
