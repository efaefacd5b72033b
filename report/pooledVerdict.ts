import type { Comparison, Result, TestResult } from '../models/result.ts'
import type { VerdictRules, VerdictTest } from '../models/study.ts'
import { tQuantile } from '../models/studentT.ts'

type Compared = Comparison['strategies'][number]

/** Figure that a test holds against its threshold, where it is compared over populations. */
const FIGURES = { expectedCoverage: 'coverageRatio', coverageProbability: 'coverageProbability' } as const

/**
 * Verdict on a strategy over all populations of a book: the worst outcome of the tests that must hold. Coverage is tested on the mean
 * over populations and its error between them; the other tests have no such mean, and the worst of the populations counts.
 *
 * @param results  of the strategy, one a population
 */
export function pooledVerdict({ figures }: Compared, results: readonly Result[], rules: VerdictRules): TestResult {
  const [only] = results
  if (only && results.length === 1) return only.verdict
  const outcomes = rules.mustHold.flatMap((test): TestResult[] => {
    const pooled = isPooled(test) ? figures[FIGURES[test]] : null
    if (!isPooled(test) || !pooled)
      return results.flatMap(({ tests }) => tests.filter(({ name }) => name === test).map(({ result }) => result))
    const t = tQuantile((1 + rules.confidence) / 2, Math.max(1, results.length - 1))
    const threshold = test === 'expectedCoverage' ? 1 : rules.coverageProbability
    const margin = pooled.value - threshold
    const error = t * (pooled.standardError ?? Infinity)
    return [Math.abs(margin) <= error ? 'undecided' : margin > 0 ? 'covered' : 'not covered']
  })
  return (['not covered', 'undecided'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'covered'
}

const isPooled = (test: VerdictTest): test is keyof typeof FIGURES => test in FIGURES
