import type { Figures, TestOutcome, TestResult } from '../result.ts'
import type { VerdictTest } from '../study.ts'
import { VERDICT_TESTS } from '../study.ts'
import type { JudgeInputs, Judgement } from './judgement.ts'
import type { Recorder } from './recorder.ts'

interface TestDefinition {
  readonly value: number | null
  readonly threshold: number
  readonly interval: readonly [number, number] | null
  /** Whether the value must be at least, or at most, the threshold. */
  readonly side: 'atLeast' | 'atMost'
}

/** With fewer paths that lose anything, where most lose nothing, the interval of the ratio is too narrow to decide by. */
const FEW_LOSSES = 25

/**
 * The four tests of MODEL §8 and the verdict, the worst of those that must hold. A test is decided when its whole interval
 * lies on one side of the threshold. Where almost no path has a loss, the closed form of the expected surplus decides expected coverage,
 * which then has no interval, and a reason that says so.
 *
 * @param expectedSurplus  its sign is what counts; null where enough paths lose something (see {@link hasFewLosses})
 */
export function verdictTests(
  figures: Pick<Figures, 'coverageRatio' | 'coverageProbability' | 'nplPeak'>,
  { rules, cube, largestClusterShare }: Pick<JudgeInputs, 'rules' | 'cube' | 'largestClusterShare'>,
  expectedSurplus: number | null,
  record: Recorder,
): Pick<Judgement, 'tests' | 'verdict' | 'pathsToDecide'> {
  const definitions: Record<VerdictTest, TestDefinition> = {
    expectedCoverage: {
      value: figures.coverageRatio,
      threshold: 1,
      interval: expectedSurplus === null ? (record.intervals['coverageRatio'] ?? null) : null,
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
    const isExpected = name === 'expectedCoverage' && expectedSurplus !== null
    const result = isExpected ? (expectedSurplus >= 0 ? 'covered' : 'not covered') : resultOf(definitions[name])
    return { name, value, threshold, interval, result }
  })
  if (expectedSurplus !== null)
    record.explain(
      'tests.expectedCoverage',
      'too few paths lose anything for an interval: the expected surplus decides',
    )
  if (largestClusterShare === null) record.explain('tests.largestClusterShare', 'the book has no clusters')
  const binding = tests.filter((test) => rules.mustHold.includes(test.name))
  const verdict = (['not covered', 'undecided', 'covered'] as const).find((r) => binding.some((t) => t.result === r))!
  const waiting = binding.filter((test) => test.result === 'undecided')
  const further = verdict === 'undecided' ? waiting.map((test) => furtherPaths(test, cube.paths)) : [0]
  const isOpen = further.includes(null)
  if (isOpen) record.explain('pathsToDecide', 'a test that must hold cannot be decided by more paths')
  return { tests, verdict, pathsToDecide: isOpen ? null : Math.max(...(further as number[])) }
}

/** Whether too few paths lose anything for their spread to tell the error. */
export function hasFewLosses({ loss }: Pick<JudgeInputs['cube'], 'loss'>): boolean {
  const losing = loss.filter((l) => l > 0).length
  return losing < FEW_LOSSES && losing < loss.length / 2
}

function resultOf({ interval, threshold, side }: TestDefinition): TestResult {
  if (interval === null) return 'undecided'
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
