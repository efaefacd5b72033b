import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import { twoWayDegrees, twoWayVariance } from '../../../models/comparison/twoWayError.ts'
import { normalQuantile } from '../../../models/normal.ts'
import { tQuantile } from '../../../models/studentT.ts'

const rows = (...values: number[][]): Float64Array[] => values.map((row) => Float64Array.from(row))

test('a table of two populations and three replicates has the variance worked out by hand', () => {
  // means of the rows 2 and 6, of the columns 3, 3, 6, grand 4; residuals ±(0, 1, −1)
  const table = rows([1, 2, 3], [5, 4, 9])
  const [betweenPopulations, betweenReplicates, interaction] = [8 / 2, 3 / 3, 4 / 2]
  expect(twoWayVariance(table)).toBeCloseTo(betweenPopulations + betweenReplicates - interaction / 6, 14)
  expect(twoWayDegrees(table)).toBe(1)
})

test('one population is as sure as its replicates', () => {
  expect(twoWayVariance(rows([1, 2, 3, 6]))).toBeCloseTo(14 / 3 / 4, 14)
  expect(twoWayDegrees(rows([1, 2, 3, 6]))).toBe(3)
})

test('a figure without simulation error varies between populations alone, and not at all where they agree', () => {
  expect(twoWayVariance(rows([0.1, 0.1, 0.1], [0.3, 0.3, 0.3]))).toBeCloseTo(0.02 / 2, 14)
  expect(twoWayVariance(rows([0.1, 0.1, 0.1], [0.1, 0.1, 0.1]))).toBe(0)
  expect(twoWayVariance(rows([0.1, 0.1, 0.1]))).toBe(0)
})

test('interaction by chance never takes more off than one of the two parts', () => {
  // both means of the columns are 0: all that varies is the interaction and the rows
  const table = rows([3, -1], [-3, 1])
  expect(twoWayVariance(table)).toBeCloseTo(2 / 2, 14)
})

test('where replicates differ in number those that all populations have tell the error', () => {
  expect(twoWayVariance(rows([1, 2, 3, 50], [5, 4, 9]))).toBe(twoWayVariance(rows([1, 2, 3], [5, 4, 9])))
  expect(() => twoWayVariance([])).toThrow('two-way error: needs a population and two replicates')
  expect(() => twoWayVariance(rows([1, 2], [1]))).toThrow(
    'two-way error: needs a population and two replicates, got 2 and 1',
  )
})

describe('in 4,000 tables of five populations × 20 replicates', () => {
  const [POPULATIONS, REPLICATES, TABLES] = [5, 20, 4000]

  /** Mean of V ÷ the true variance with its standard error, and how often the 95 % t interval covers the true mean, 0. */
  function simulate(seed: string, populationSd: number, replicateSd: number, interactionSd: number) {
    const random = seedrandom(seed)
    const normal = (sd: number): number => sd * normalQuantile(random.double() || 0.5)
    const truth =
      populationSd ** 2 / POPULATIONS + replicateSd ** 2 / REPLICATES + interactionSd ** 2 / (POPULATIONS * REPLICATES)
    let [sum, squares, covered] = [0, 0, 0]
    for (let i = 0; i < TABLES; i++) {
      const shared = Float64Array.from({ length: REPLICATES }, () => normal(replicateSd))
      const table = Array.from({ length: POPULATIONS }, () => {
        const own = normal(populationSd)
        return shared.map((common) => own + common + normal(interactionSd))
      })
      const ratio = twoWayVariance(table) / truth
      sum += ratio
      squares += ratio ** 2
      const mean = table.flatMap((row) => [...row]).reduce((a, b) => a + b, 0) / (POPULATIONS * REPLICATES)
      const margin = tQuantile(0.975, twoWayDegrees(table)) * Math.sqrt(ratio * truth)
      if (Math.abs(mean) <= margin) covered++
    }
    const mean = sum / TABLES
    return { mean, error: Math.sqrt((squares / TABLES - mean ** 2) / TABLES), coverage: covered / TABLES }
  }
  /** Four standard errors of a coverage of 95 %: one false alarm in 16,000. */
  const SLACK = 4 * Math.sqrt((0.95 * 0.05) / TABLES)

  test('the variance is unbiased, with every part in it', () => {
    const { mean, error } = simulate('parts', 1, 2, 2)
    expect(Math.abs(mean - 1)).toBeLessThan(4 * error)
  })

  test('a 95 % interval covers in 95 % where the populations make the error', () => {
    const { coverage } = simulate('populations', 1, 0.2, 0.5)
    expect(Math.abs(coverage - 0.95)).toBeLessThan(SLACK)
  })

  test.each([
    ['the replicates make it', 0.05, 1, 0.5],
    ['all three do', 0.5, 1, 2],
    ['the interaction does', 0.01, 0.01, 1],
  ])('and in no fewer where %s', (name, populationSd, replicateSd, interactionSd) => {
    const { coverage, mean } = simulate(name, populationSd, replicateSd, interactionSd)
    expect(coverage).toBeGreaterThan(0.95 - SLACK)
    expect(mean).toBeGreaterThan(0.95)
  })
})
