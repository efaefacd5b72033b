import type { Compared, Comparison, PairedDifference, Pooled } from '../result.ts'
import { COMPARED } from '../result.ts'
import type { Probability } from '../types.ts'
import { figureOf } from './figureOf.ts'
import type { ComparedEntry, Figure } from './figureOf.ts'
import { difference, pooled } from './pooled.ts'

/** The vary axis that draws a book anew: what is pooled over. */
const POPULATION = 'book.population'

/**
 * Strategies side by side under each schedule in each scenario of a book: means over its populations, and differences from the first
 * strategy. Every strategy met the same firms and the same default events, so what moves two of them alike drops out of their difference.
 *
 * @param entries     results of a study: every strategy in every population, schedule and scenario
 * @param confidence  level of the intervals
 * @returns in the order of the entries; nothing where there is one strategy alone
 */
export function compare(entries: readonly ComparedEntry[], confidence: Probability): Comparison[] {
  return groupsBy(entries, ({ result }) => JSON.stringify(placeOf(result))).flatMap((group) => {
    const [first, ...others] = groupsBy(group, ({ result }) => JSON.stringify([result.strategy, axesOf(result, true)]))
    if (!first || others.length === 0) return []
    const base = figuresOf(first)
    const { vary, ...place } = placeOf(first[0]!.result)
    return {
      ...place,
      ...(Object.keys(vary).length > 0 ? { vary } : {}),
      populations: first.length,
      strategies: [first, ...others].map((own) => {
        const figures = figuresOf(own)
        const { result } = own[0]!
        const axes = axesOf(result, true)
        return {
          strategy: result.strategy,
          ...(Object.keys(axes).length > 0 ? { vary: axes } : {}),
          figures: byName((name): Pooled | null => figures[name] && pooled(figures[name])),
          differences:
            own === first
              ? null
              : byName((name): PairedDifference | null => {
                  const [one, other] = [figures[name], base[name]]
                  return one && other && difference(one, other, confidence)
                }),
        }
      }),
    }
  })
}

/** What a comparison is about: all that names a result but its strategy and its population. */
const placeOf = (result: ComparedEntry['result']) => ({
  book: result.book,
  schedule: result.schedule,
  scenario: result.scenario,
  vary: axesOf(result, false),
})

/** The vary axes of a result that are its strategy's, or those that are neither its strategy's nor the population. */
const axesOf = ({ vary = {} }: ComparedEntry['result'], ofStrategy: boolean): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(vary).filter(([axis]) => axis !== POPULATION && axis.startsWith('strategy.') === ofStrategy),
  )

const figuresOf = (populations: readonly ComparedEntry[]): Record<Compared, Figure | null> =>
  byName((name) => figureOf(name, populations))

const byName = <T>(of: (name: Compared) => T): Record<Compared, T> =>
  Object.fromEntries(COMPARED.map((name) => [name, of(name)])) as Record<Compared, T>

/** Entries with one key together, in the order in which they come. */
function groupsBy<T>(entries: readonly T[], keyOf: (entry: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups.values()]
}
