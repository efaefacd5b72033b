import { expect, test } from 'vitest'
import { usualGoals } from '../../../../models/optimise/usualGoals.ts'
import type { CoverageGoal } from '../../../../models/study.ts'
import { EVERY, type GoalEntry, toEntry, toGoals } from '../../../../report/client/desk/goals.ts'
import { optimiseSettings } from '../../../../scenarios/index.ts'

const SCENARIOS = ['baseline', 'mild_downturn', 'severe_downturn']
const goals = (...entries: GoalEntry[]) => toGoals(entries, SCENARIOS)

test('goals of a study come back as they were', () => {
  const own: CoverageGoal[] = [
    ...usualGoals(SCENARIOS.map((id) => ({ id }))),
    { scenario: 'severe_downturn', coverage: 'probability', level: 0.93, ratio: 1 },
    { scenario: 'severe_downturn', coverage: 'expected', level: 0.95, ratio: 1.07 },
  ]
  expect(toGoals(own.map(toEntry), SCENARIOS)).toEqual(own)
})

test('what every scenario is held to gives way to a scenario’s own', () => {
  expect(
    goals(
      { scenario: EVERY, coverage: 'probability', value: '90' },
      { scenario: 'severe_downturn', coverage: 'probability', value: '70%' },
    ),
  ).toEqual([
    { scenario: 'baseline', coverage: 'probability', level: 0.9, ratio: 1 },
    { scenario: 'mild_downturn', coverage: 'probability', level: 0.9, ratio: 1 },
    { scenario: 'severe_downturn', coverage: 'probability', level: 0.7, ratio: 1 },
  ])
})

test('goals are such as a study may have: none is repeated, and levels have no float dust', () => {
  const worst = goals({ scenario: 'baseline', coverage: 'conditionalValueAtRisk', value: '7' })!
  expect(worst[0]!.level).toBe(0.93)
  const twice = goals(
    { scenario: 'baseline', coverage: 'expected', value: '1,2' },
    { scenario: 'baseline', coverage: 'expected', value: '1.3' },
    { scenario: EVERY, coverage: 'probability', value: '95' },
    { scenario: EVERY, coverage: 'probability', value: '95' },
  )!
  expect(twice).toHaveLength(4)
  expect(optimiseSettings.parse({ scenarios: twice }).scenarios).toEqual(twice)
})

test('there are none while an entry is no level', () => {
  for (const value of ['', 'x', '0', '-5', '100'])
    expect(goals({ scenario: 'baseline', coverage: 'probability', value })).toBeNull()
  expect(goals({ scenario: 'baseline', coverage: 'expected', value: '100' })).not.toBeNull()
  expect(goals({ scenario: 'baseline', coverage: 'expected', value: '0' })).toBeNull()
  expect(goals()).toBeNull()
})
