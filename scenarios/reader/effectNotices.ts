import type { Book, Scenario, Shocks, Strategy } from '../../models/study.ts'
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
  const funded = strategies.some(({ guaranteeFund }) => guaranteeFund !== null)
  return scenarios.flatMap(({ shocks }, index) => {
    const document = variants.scenario[index]
    const notice = (lever: keyof Shocks, idle: string): string => {
      const { at, name } = locate(document!, ['shocks', lever])
      return `${recordedPath(at.file, home)}:${at.line}:${at.column} ${name} has no effect${idle}`
    }
    return [
      ...LEVERS.filter(({ lever, acts }) => acts(shocks[lever])).flatMap(({ lever, idleOn, reason }) =>
        books.filter(idleOn).map(({ id }) => notice(lever, ` on book ${id}: ${reason}`)),
      ),
      ...(shocks.guaranteeFundCap.length > 0 && !funded
        ? [notice('guaranteeFundCap', ': no strategy of the study has a guarantee fund')]
        : []),
    ]
  })
}

interface Lever {
  readonly lever: keyof Shocks
  /** Whether a scenario's value changes anything where it can. */
  readonly acts: (value: unknown) => boolean
  readonly idleOn: (book: Book) => boolean
  readonly reason: string
}

const given = (value: unknown): boolean => value !== null
const entries = (value: unknown): boolean => (value as readonly number[]).length > 0
const otherThan =
  (neutral: number) =>
  (value: unknown): boolean =>
    (value as readonly number[]).some((year) => year !== neutral)

const withoutNetwork = {
  idleOn: ({ guarantees }: Book) => guarantees === null,
  reason: 'nobody there guarantees anybody',
}
const statedLgd = {
  idleOn: (book: Book) => book.kind === 'tape' && book.columns.lgd !== undefined,
  reason: 'rows whose LGD its tape states take no auction into account',
}

const LEVERS: readonly Lever[] = [
  { lever: 'fraudShare', acts: given, idleOn: ({ kind }) => kind === 'tape', reason: 'a tape has no applicants' },
  { lever: 'guaranteeShare', acts: given, ...withoutNetwork },
  { lever: 'linkProbability', acts: entries, ...withoutNetwork },
  { lever: 'saleDelay', acts: otherThan(0), ...statedLgd },
  { lever: 'auctionFactor', acts: otherThan(1), ...statedLgd },
]
