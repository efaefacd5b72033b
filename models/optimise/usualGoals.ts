import type { CoverageGoal } from '../study.ts'

/**
 * The goals of an optimised schedule where a study names none: its worst 5 % of paths at baseline, and the mean of a mild downturn; without
 * either scenario the mean of its first [A].
 */
export function usualGoals(scenarios: readonly { readonly id: string }[]): CoverageGoal[] {
  const usual: CoverageGoal[] = [
    { scenario: 'baseline', coverage: 'conditionalValueAtRisk', level: 0.95, ratio: 1 },
    { scenario: 'mild_downturn', coverage: 'expected', level: 0.95, ratio: 1 },
  ]
  const here = usual.filter(({ scenario }) => scenarios.some(({ id }) => id === scenario))
  return here.length > 0
    ? here
    : scenarios.slice(0, 1).map(({ id }) => ({ scenario: id, coverage: 'expected', level: 0.95, ratio: 1 }))
}

/** Whether goals are those of a study that names none. */
export const areUsual = (goals: readonly CoverageGoal[], scenarios: readonly { readonly id: string }[]): boolean =>
  JSON.stringify(goals.map(entriesOf)) === JSON.stringify(usualGoals(scenarios).map(entriesOf))

const entriesOf = ({ scenario, coverage, level, ratio }: CoverageGoal) => [scenario, coverage, level, ratio]
