import { describe, expect, test } from 'vitest'
import { selectionsOf } from '../../report/selections.ts'
import { fixtureRun } from './fixture.ts'
import { strategiesRun } from './strategiesRun.ts'

const run = strategiesRun()

describe('how strategies chose', () => {
  const selections = selectionsOf(run)!

  test('is told of the first scenario, strategy by strategy, with the first population in full', () => {
    expect(selections.label.en).toBe('Baseline')
    expect(selections.populations).toBe(5)
    expect(selections.strategies).toHaveLength(11)
    expect(selections.strategies[0]!.selection).toBe(run.results[0]!.selection)
  })

  test('has means over the populations: Gini .524, .528, …, .540 are .532 ± .00283', () => {
    const { value, standardError } = selections.strategies[0]!.figures.gini!
    expect(value).toBeCloseTo(0.532, 12)
    expect(standardError).toBeCloseTo(Math.sqrt(0.00004 / 5), 12)
  })

  test('has no mean of a figure that one population does not have', () => {
    expect(selections.strategies.at(-1)!.figures.gini).toBeNull()
  })

  test("has the simulation's own error where there is one population, and none of what is exact", () => {
    const { strategies } = selectionsOf(fixtureRun())!
    expect(strategies).toHaveLength(1)
    expect(strategies[0]!.figures.gini).toEqual({ value: 0.52, standardError: null })
    expect(strategies[0]!.simulated.coverageRatio!.standardError).toBe(0.006)
  })

  test('is not there for a tape', () => {
    const tape = fixtureRun()
    const results = tape.results.map((result) => ({ ...result, selection: null }))
    expect(selectionsOf({ ...tape, results })).toBeNull()
  })
})
