import type { CoverageGoal } from '../study.ts'

/** Names of goals among the constraints: the scenario's id, and what else it takes to tell two goals of one scenario apart. */
export const goalNames = (goals: readonly CoverageGoal[]): string[] =>
  goals.map(({ scenario, coverage, level }) => {
    const alike = goals.filter((goal) => goal.scenario === scenario)
    if (alike.length === 1) return scenario
    if (alike.filter((goal) => goal.coverage === coverage).length === 1) return `${scenario} ${coverage}`
    return `${scenario} ${coverage} ${level}`
  })
