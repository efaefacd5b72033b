import type { Book, GuaranteeNetwork } from '../../models/book.ts'
import type { Scenario } from '../../models/scenario.ts'
import type { Strategy } from '../../models/strategy.ts'
import { locate, type LocatedMap, type Path } from './located.ts'
import { recordedPath } from './recordedPath.ts'

/** A study's sound items, and the documents they were read from, in the same order. */
interface StudyParts {
  readonly variants: Readonly<Record<'book' | 'strategy' | 'scenario', readonly LocatedMap[]>>
  readonly books: readonly Book[]
  readonly strategies: readonly Strategy[]
  readonly scenarios: readonly Scenario[]
}

/**
 * One line for each guarantee network, and each strategy's joint liability, in which a default sets off another on average: links ×
 * link probability ≥ 1. Losses then hang on where chains happen to end, at a group's edge or after the last round, and not on how many
 * firms fail by themselves.
 *
 * @param home the study's folder, see {@link recordedPath}
 */
export function networkNotices({ variants, books, strategies, scenarios }: StudyParts, home: string): string[] {
  const notice = ({ links, probability, where, end }: Chain, document: LocatedMap, path: Path): string[] => {
    const others = links * probability
    if (!(others >= 1)) return []
    const { at, name } = locate(document, path)
    const product = `${links} links × ${probability} = ${Number(others.toPrecision(3))} >= 1`
    return [
      `${recordedPath(at.file, home)}:${at.line}:${at.column} ${name} is supercritical${where}: ${product}, so chains of calls end ${end}`,
    ]
  }
  const networks = books.flatMap(({ id, guarantees }, book) =>
    guarantees === null
      ? []
      : scenarios.flatMap(({ shocks }, scenario) => {
          if ((shocks.guaranteeShare ?? guarantees.share) === 0) return []
          const own = shocks.linkProbability.length > 0
          const probability = own ? Math.max(...shocks.linkProbability) : guarantees.linkProbability
          const chain = { links: mostLinks(guarantees), probability, where: ` on book ${id}`, end: endOf(guarantees) }
          return own
            ? notice(chain, variants.scenario[scenario]!, ['shocks', 'linkProbability'])
            : notice(chain, variants.book[book]!, ['guarantees', 'linkProbability'])
        }),
  )
  const groups = strategies.flatMap(({ jointLiability }, strategy) => {
    if (!jointLiability) return []
    const { groupSize, linkProbability: probability, rounds } = jointLiability
    const chain = { links: groupSize - 1, probability, where: '', end: endOf({ kind: 'groups', rounds }) }
    return notice(chain, variants.strategy[strategy]!, ['jointLiability', 'linkProbability'])
  })
  return [...networks, ...groups]
}

/** Calls that a default sets off, and where they stop. */
interface Chain {
  readonly links: number
  readonly probability: number
  readonly where: string
  readonly end: string
}

/** Guarantors of a firm in the network's largest groups, or on average. */
const mostLinks = ({ kind, groups, linksPerFirm }: GuaranteeNetwork): number =>
  kind === 'groups' ? Math.max(...groups.filter(({ share }) => share > 0).map(({ size }) => size)) - 1 : linksPerFirm

const endOf = ({ kind, rounds }: Pick<GuaranteeNetwork, 'kind' | 'rounds'>): string =>
  kind === 'groups' ? `only with the group or after ${rounds} rounds` : `only after ${rounds} rounds`
