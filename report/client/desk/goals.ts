/** Goals of the nearest schedule as they are entered: numbers as text, and a scenario that stands for every one. */
import type { CoverageGoal } from '../../../models/study.ts'
import { readDecimal, readPercent } from './rate.ts'

/** In the place of a scenario's id: every scenario. */
export const EVERY = '*'

export interface GoalEntry {
  readonly scenario: string
  readonly coverage: CoverageGoal['coverage']
  /** Least coverage ratio, least coverage probability in percent, or percent of paths that are the worst. */
  readonly value: string
}

/** Values that a new goal starts from. */
export const USUAL_VALUES: Readonly<Record<CoverageGoal['coverage'], string>> = {
  expected: '1',
  probability: '95',
  conditionalValueAtRisk: '5',
}

export const toEntry = ({ scenario, coverage, level, ratio }: CoverageGoal): GoalEntry => ({
  scenario,
  coverage,
  value: coverage === 'expected' ? String(ratio) : asPercent(coverage === 'probability' ? level : 1 - level),
})

/** Whether an entry's value is one that its goal can have. */
export const isReadable = ({ coverage, value }: GoalEntry): boolean => {
  const number = coverage === 'expected' ? readDecimal(value) : readPercent(value)
  return number !== null && number > 0 && (coverage === 'expected' || number < 1)
}

/**
 * Goals as a study writes them (`optimise.scenarios`), each scenario's own in the place of what every one is held to.
 *
 * @returns null while an entry cannot be read, or there is none
 */
export function toGoals(entries: readonly GoalEntry[], scenarios: readonly string[]): CoverageGoal[] | null {
  if (entries.length === 0 || !entries.every(isReadable)) return null
  const hasOwn = (scenario: string, coverage: GoalEntry['coverage']): boolean =>
    entries.some((entry) => entry.scenario === scenario && entry.coverage === coverage)
  const goals = entries.flatMap(({ scenario, ...asked }): CoverageGoal[] =>
    (scenario === EVERY ? scenarios.filter((id) => !hasOwn(id, asked.coverage)) : [scenario]).map((id) => ({
      scenario: id,
      coverage: asked.coverage,
      ...levelsOf(asked),
    })),
  )
  return goals.filter((goal, i) => goals.findIndex((one) => isRepeated(one, goal)) === i)
}

/** Whether a study would refuse to have both. */
const isRepeated = (a: CoverageGoal, b: CoverageGoal): boolean =>
  a.scenario === b.scenario && a.coverage === b.coverage && (a.coverage === 'expected' || a.level === b.level)

/** What a goal does not ask is as a study has it by default. */
function levelsOf({ coverage, value }: Omit<GoalEntry, 'scenario'>): Pick<CoverageGoal, 'level' | 'ratio'> {
  if (coverage === 'expected') return { level: 0.95, ratio: readDecimal(value)! }
  const share = readPercent(value)!
  return { level: coverage === 'probability' ? share : tidy(1 - share), ratio: 1 }
}

const asPercent = (share: number): string => String(tidy(share * 100))

/** Without float dust. */
const tidy = (value: number): number => Number(value.toPrecision(12))
