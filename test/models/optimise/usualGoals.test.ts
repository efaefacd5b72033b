import { expect, test } from 'vitest'
import { areUsual, usualGoals } from '../../../models/optimise/usualGoals.ts'

const scenarios = (...ids: string[]) => ids.map((id) => ({ id }))

test('the usual goals are the worst paths at baseline and the mean of a mild downturn, where the study has them', () => {
  expect(usualGoals(scenarios('severe_downturn', 'mild_downturn', 'baseline'))).toEqual([
    { scenario: 'baseline', coverage: 'conditionalValueAtRisk', level: 0.95, ratio: 1 },
    { scenario: 'mild_downturn', coverage: 'expected', level: 0.95, ratio: 1 },
  ])
  expect(usualGoals(scenarios('flood', 'drought'))).toEqual([
    { scenario: 'flood', coverage: 'expected', level: 0.95, ratio: 1 },
  ])
})

test('goals are the usual ones only where nothing of them differs', () => {
  const here = scenarios('baseline', 'mild_downturn')
  const goals = usualGoals(here)
  expect(areUsual(goals, here)).toBe(true)
  expect(areUsual(goals.slice(1), here)).toBe(false)
  expect(areUsual(goals.with(1, { ...goals[1]!, ratio: 1.2 }), here)).toBe(false)
})
