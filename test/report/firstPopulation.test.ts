import { describe, expect, test } from 'vitest'
import { firstPopulation } from '../../report/firstPopulation.ts'
import { fixtureRun } from './fixture.ts'
import { strategiesRun } from './strategiesRun.ts'

describe('the entries a report shows one by one', () => {
  test('are those of the first population where strategies are compared over several', () => {
    const { results, tables, books } = firstPopulation(strategiesRun())
    expect(results).toHaveLength(33)
    expect(tables.map(({ result }) => result)).toEqual(results)
    expect(books).toHaveLength(1)
    expect(new Set(results.map(({ vary }) => vary?.['book.population']))).toEqual(new Set([1]))
  })

  test('are all of them where nothing is compared, or one population', () => {
    const run = fixtureRun()
    expect(firstPopulation(run)).toBe(run)
    const one = strategiesRun()
    const comparisons = one.comparisons.map((comparison) => ({ ...comparison, populations: 1 }))
    expect(firstPopulation({ ...one, comparisons }).results).toHaveLength(165)
  })
})
