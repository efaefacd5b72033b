import { expect, test } from 'vitest'
import { conditionalDefaults, judged } from './cltBook.ts'
import { cubeOf } from './cubeOf.ts'

const { means } = conditionalDefaults('assessment', 400)
const cube = cubeOf(means, null, 20)
const { figures, standardErrors, paths } = judged(cube, [0.05, 0.06, 0.08])
const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)

test('comprehensive profit is income less cost and loss a year, in money and by the balance, before target profit', () => {
  const profit = (sum(paths.income) - sum(paths.cost) - sum(paths.loss)) / 400
  expect(figures.comprehensiveProfit / (profit / 2)).toBeCloseTo(1, 12)
  expect(figures.comprehensiveProfitRate).toBeCloseTo(figures.surplus + figures.targetProfit, 14)
  expect(figures.comprehensiveProfit).toBeCloseTo(figures.comprehensiveProfitRate * figures.balance, 8)
  // the error of the surplus alone, per balance-year: target profit hardly varies
  expect(standardErrors['comprehensiveProfitRate']).toBeGreaterThan(0.9 * Number(standardErrors['surplus']))
})

test('the NPL ratio is that reported at the last month-end', () => {
  expect(figures.nplRatio).toBe(figures.npl.at(-1)!.reported)
  const errors = standardErrors['npl'] as { reported: number }[]
  expect(standardErrors['nplRatio']).toBe(errors.at(-1)!.reported)
})

test('the ratio of new overdue loans is defaulted exposure a year by the balance', () => {
  expect(figures.newOverdueRatio).toBeCloseTo(sum(cube.defaultedExposure) / 400 / 2 / figures.balance, 14)
  expect(standardErrors['newOverdueRatio']).toBeGreaterThan(0)
})
