import type { Book, GuaranteeNetwork, Scenario } from '../../models/study.ts'
import { locate, type LocatedMap } from './located.ts'
import { recordedPath } from './recordedPath.ts'

/** A study's sound books and scenarios, and the documents they were read from, in the same order. */
interface StudyParts {
  readonly variants: { readonly book: readonly LocatedMap[]; readonly scenario: readonly LocatedMap[] }
  readonly books: readonly Book[]
  readonly scenarios: readonly Scenario[]
}

/**
 * One line for each guarantee network in which a default sets off another on average: links × link probability ≥ 1. Losses then hang
 * on where chains happen to end, at a group's edge or after the last round, and not on how many firms fail by themselves.
 *
 * @param home the study's folder, see {@link recordedPath}
 */
export function networkNotices({ variants, books, scenarios }: StudyParts, home: string): string[] {
  return books.flatMap(({ id, guarantees }, book) =>
    guarantees === null
      ? []
      : scenarios.flatMap(({ shocks }, scenario) => {
          const own = shocks.linkProbability.length > 0
          const probability = own ? Math.max(...shocks.linkProbability) : guarantees.linkProbability
          const links = mostLinks(guarantees)
          const others = links * probability
          if ((shocks.guaranteeShare ?? guarantees.share) === 0 || !(others >= 1)) return []
          const { at, name } = own
            ? locate(variants.scenario[scenario]!, ['shocks', 'linkProbability'])
            : locate(variants.book[book]!, ['guarantees', 'linkProbability'])
          const product = `${links} links × ${probability} = ${Number(others.toPrecision(3))} >= 1`
          return [
            `${recordedPath(at.file, home)}:${at.line}:${at.column} ${name} is supercritical on book ${id}: ${product}, so chains of calls end ${endOf(guarantees)}`,
          ]
        }),
  )
}

/** Guarantors of a firm in the network's largest groups, or on average. */
const mostLinks = ({ kind, groups, linksPerFirm }: GuaranteeNetwork): number =>
  kind === 'groups' ? Math.max(...groups.filter(({ share }) => share > 0).map(({ size }) => size)) - 1 : linksPerFirm

const endOf = ({ kind, rounds }: GuaranteeNetwork): string =>
  kind === 'groups' ? `only with the group or after ${rounds} rounds` : `only after ${rounds} rounds`
