import { isDeepStrictEqual } from 'node:util'
import type { Result } from '../models/result.ts'
import type { RunResult } from '../sim/types.ts'

/** Vary axis that draws a synthetic book anew from the same recipe. */
export const POPULATION_AXIS = 'book.population'

/** Vary axes of an entry but the population; null where no others are. */
export function otherAxes(vary: Result['vary']): Readonly<Record<string, unknown>> | null {
  const others = Object.entries(vary ?? {}).filter(([axis]) => axis !== POPULATION_AXIS)
  return others.length === 0 ? null : Object.fromEntries(others)
}

/**
 * A run as its report shows entry by entry. Where strategies are compared over several populations that is the first population, as it
 * stands for the others: figures over all of them are in the comparisons.
 */
export function firstPopulation(run: RunResult): RunResult {
  if (!run.comparisons.some(({ populations }) => populations > 1)) return run
  const first = new Map<string, unknown>()
  for (const { book, vary } of run.results) if (!first.has(book)) first.set(book, vary?.[POPULATION_AXIS])
  const tables = run.tables.filter(({ result: { book, vary } }) =>
    isDeepStrictEqual(vary?.[POPULATION_AXIS], first.get(book)),
  )
  const books = run.books.filter(({ book: { id, vary } }) => isDeepStrictEqual(vary[POPULATION_AXIS], first.get(id)))
  return { ...run, tables, results: tables.map(({ result }) => result), books }
}
