import type { Book } from '../../models/book.ts'
import type { Scenario, Shocks } from '../../models/scenario.ts'
import type { Strategy } from '../../models/strategy.ts'
import { type IdleReason, idleLevers } from '../idleLevers.ts'
import { locate, type LocatedMap, type Path } from './located.ts'
import { recordedPath } from './recordedPath.ts'

/** A study's sound items, and the documents they were read from, in the same order. */
interface StudyParts {
  readonly variants: { readonly scenario: readonly LocatedMap[]; readonly strategy: readonly LocatedMap[] }
  readonly books: readonly Book[]
  readonly strategies: readonly Strategy[]
  readonly scenarios: readonly Scenario[]
}

/**
 * One line for each shock that a book of the study or all its strategies leave without effect, and for each decision on renewals that
 * never come up. Scenarios and strategies are shared among books, so that is no mistake; but a verdict must not be read as if they had
 * acted.
 *
 * @param home the study's folder, see {@link recordedPath}
 */
export function effectNotices({ variants, books, strategies, scenarios }: StudyParts, home: string): string[] {
  const notice = (document: LocatedMap, path: Path, effect: string): string => {
    const { at, name } = locate(document, path)
    return `${recordedPath(at.file, home)}:${at.line}:${at.column} ${name} has no effect${effect}`
  }
  const shocks = scenarios.flatMap((scenario, index) =>
    books.flatMap((book) => [
      ...idleLevers(book, scenario, strategies).map(({ lever, reason }) =>
        notice(
          variants.scenario[index]!,
          ['shocks', lever],
          `${reason === 'noFund' ? '' : ` on book ${book.id}`}: ${REASONS[reason]}`,
        ),
      ),
      ...strangeSectors(book, scenario).map(({ lever, sectors }) =>
        notice(
          variants.scenario[index]!,
          ['shocks', lever],
          ` on book ${book.id} for ${sectors}: no such sector there`,
        ),
      ),
    ]),
  )
  const renewals = strategies.flatMap(({ renewal }, index) =>
    books
      .filter((book) => renewal && book.renewal === 'runOff')
      .map(({ id }) => notice(variants.strategy[index]!, ['renewal'], ` on book ${id}: its loans run off`)),
  )
  return [...shocks, ...renewals]
}

/** Sectors that a scenario shocks and a synthetic book does not have. */
function strangeSectors(book: Book, { shocks }: Scenario): { lever: keyof Shocks; sectors: string }[] {
  if (book.kind === 'tape') return []
  return (['sectorSalesChange', 'sectorReceivableDays'] as const)
    .map((lever) => ({ lever, strange: Object.keys(shocks[lever]).filter((sector) => !(sector in book.sectors)) }))
    .filter(({ strange }) => strange.length > 0)
    .map(({ lever, strange }) => ({ lever, sectors: strange.join(', ') }))
}

const REASONS: Readonly<Record<IdleReason, string>> = {
  noApplicants: 'a tape has no applicants',
  noGuarantees: 'nobody there guarantees anybody',
  noFund: 'no strategy of the study has a guarantee fund',
  statedLgd: 'rows whose LGD its tape states take no auction into account',
}
