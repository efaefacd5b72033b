import type { Figures, TestOutcome, TestResult } from '../result.ts'
import type { VerdictTest } from '../study.ts'
import { VERDICT_TESTS } from '../study.ts'
import type { JudgeInputs, Judgement } from './judge.ts'
import type { Recorder } from './recorder.ts'

interface TestDefinition {
  readonly value: number | null
  readonly threshold: number
  readonly interval: readonly [number, number] | null
  /** Whether the value must be at least, or at most, the threshold. */
  readonly side: 'atLeast' | 'atMost'
}

/**
 * The four tests of MODEL §8 and the verdict, the worst of those that must hold. A test is decided when its whole interval
 * lies on one side of the threshold.
 */
export function verdictTests(
  figures: Figures,
  { rules, cube, largestClusterShare }: JudgeInputs,
  record: Recorder,
): Pick<Judgement, 'tests' | 'verdict' | 'pathsToDecide'> {
  const definitions: Record<VerdictTest, TestDefinition> = {
    expectedCoverage: {
      value: figures.coverageRatio,
      threshold: 1,
      interval: record.intervals['coverageRatio'] ?? null,
      side: 'atLeast',
    },
    coverageProbability: {
      value: figures.coverageProbability,
      threshold: rules.coverageProbability,
      interval: record.intervals['coverageProbability'] ?? null,
      side: 'atLeast',
    },
    nplCeiling: {
      value: figures.nplPeak,
      threshold: rules.bankNpl + rules.nplMargin,
      interval: record.intervals['nplPeak'] ?? null,
      side: 'atMost',
    },
    largestClusterShare: {
      value: largestClusterShare,
      threshold: rules.largestClusterShare,
      interval: largestClusterShare === null ? null : [largestClusterShare, largestClusterShare],
      side: 'atMost',
    },
  }
  const tests = VERDICT_TESTS.map((name): TestOutcome => {
    const { value, threshold, interval } = definitions[name]
    return { name, value, threshold, interval, result: resultOf(name, definitions[name], figures) }
  })
  const binding = tests.filter((test) => rules.mustHold.includes(test.name))
  const verdict = (['not covered', 'undecided', 'covered'] as const).find((r) => binding.some((t) => t.result === r))!
  const waiting = binding.filter((test) => test.result === 'undecided')
  const further = verdict === 'undecided' ? waiting.map((test) => furtherPaths(test, cube.paths)) : [0]
  return { tests, verdict, pathsToDecide: further.includes(null) ? null : Math.max(...(further as number[])) }
}

function resultOf(name: VerdictTest, { interval, threshold, side }: TestDefinition, figures: Figures): TestResult {
  if (interval === null) {
    if (name === 'largestClusterShare') return 'undecided'
    return figures.surplus >= 0 ? 'covered' : 'not covered'
  }
  const [low, high] = interval
  if (side === 'atLeast' ? low >= threshold : high <= threshold) return 'covered'
  if (side === 'atLeast' ? high < threshold : low > threshold) return 'not covered'
  return 'undecided'
}

/** Half widths shrink with the square root of the paths; null where no number of paths would decide. */
function furtherPaths({ value, interval, threshold }: TestOutcome, paths: number): number | null {
  if (value === null || interval === null || value === threshold) return null
  const half = (interval[1] - interval[0]) / 2
  return Math.max(0, Math.ceil(paths * ((half / (value - threshold)) ** 2 - 1)))
}
