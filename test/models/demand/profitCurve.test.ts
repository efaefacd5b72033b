import { describe, expect, test } from 'vitest'
import { bestOfGrade, profitCurve } from '../../../models/demand/profitCurve.ts'
import type { CurveInputs } from '../../../models/demand/profitCurve.ts'
import type { Take } from '../../../models/demand/expectedTake.ts'
import type { Schedule } from '../../../models/schedule.ts'
import { CELL_COUNT, cellIndex } from '../../../models/types.ts'

const HORIZON = 24
const CELL = cellIndex(3, 1, 4)
const [RATE, FREE, COST, STEEPNESS] = [0.06, 0.04, 0.05, 20]

/** One cell whose volume is a(r); each replicate has its own cost. */
function inputs(accepted: (rate: number) => number, costs = [COST, COST], cap = 1): CurveInputs {
  const take: CurveInputs['take'] = (rateOf): Take => {
    const rate = rateOf(CELL)
    const volume = accepted(rate)
    const column = (value: (cost: number) => number): Float64Array => Float64Array.from(costs, value)
    return {
      shares: [],
      volume,
      meanTruePd: 0.03,
      schedule: {} as Schedule,
      earned: column(() => 2 * volume),
      income: column(() => 2 * volume * rate),
      loss: column(() => 0.01 * volume),
      surplus: column((cost) => 2 * volume * (rate - cost)),
    }
  }
  return { take, rates: new Array<number>(CELL_COUNT).fill(RATE), cap, horizonMonths: HORIZON }
}

const leaving = (rate: number): number => Math.exp(-STEEPNESS * Math.max(0, rate - FREE))

describe('the profit-best shift', () => {
  test('is where d/dr e^−k(r − free)·(r − c) = 0, at r = c + 1/k', () => {
    const { best } = profitCurve(inputs(leaving))
    expect(best.trend).toBe('turns')
    expect(RATE + best.shift!).toBeCloseTo(COST + 1 / STEEPNESS, 6)
    expect(best.value).toBeCloseTo(leaving(COST + 1 / STEEPNESS) / STEEPNESS, 12)
  })

  test('has the error of the cost, since it moves with it one for one', () => {
    const costs = [0.048, 0.049, 0.051, 0.052]
    const { best } = profitCurve(inputs(leaving, costs))
    const [mean, n] = [0.05, costs.length]
    const error = Math.sqrt(costs.reduce((sum, cost) => sum + (cost - mean) ** 2, 0) / (n - 1) / n)
    expect(best.standardErrors.shift!).toBeCloseTo(error, 5)
    expect(best.standardErrors.value).toBeCloseTo(leaving(COST + 1 / STEEPNESS) * error, 8)
  })

  test('of a grade moves that grade’s rates alone', () => {
    const { best } = profitCurve(inputs(leaving))
    expect(bestOfGrade(inputs(leaving), 3)).toEqual(best)
    const unmoved = bestOfGrade(inputs(leaving), 4)
    expect(unmoved).toMatchObject({ trend: 'rises', shift: null })
    expect(unmoved.value).toBeCloseTo(leaving(RATE) * (RATE - COST), 12)
  })

  test('is nowhere while the surplus still rises at the end of the range, or at the cap', () => {
    expect(profitCurve(inputs(() => 1)).best).toMatchObject({ trend: 'rises', shift: null })
    expect(profitCurve(inputs(() => 1, [COST, COST], 0.08)).best).toMatchObject({ trend: 'rises', shift: null })
  })

  test('is nowhere while it falls from the lowest shift on', () => {
    const { best } = profitCurve(inputs((rate) => Math.exp(-500 * rate), [0, 0]))
    expect(best).toMatchObject({ trend: 'falls', shift: null })
  })
})

describe('a curve', () => {
  test('has money a year, and the surplus per balance lent', () => {
    const { points, turning } = profitCurve(inputs(leaving))
    expect(points).toHaveLength(33)
    const at = points.find(({ shift }) => shift === 0.01)!
    const volume = leaving(0.07)
    expect(at.volume).toBeCloseTo(volume, 12)
    expect(at.annualSurplus).toBeCloseTo(volume * 0.02, 12)
    expect(at.annualIncome).toBeCloseTo(volume * 0.07, 12)
    expect(at.annualLoss).toBeCloseTo(volume * 0.005, 12)
    expect(at.surplus).toBeCloseTo(0.02, 12)
    expect(at.coverageRatio).toBeCloseTo(1 + 0.02 / 0.005, 12)
    // Nobody is worse than another here: each loan earns more at every higher rate.
    expect(turning).toMatchObject({ trend: 'rises', shift: null })
  })

  test('stays within 0 and the cap', () => {
    const { points } = profitCurve({ ...inputs(() => 1, [0, 0], 0.1), rates: new Array<number>(CELL_COUNT).fill(0.01) })
    expect(points[0]!.annualSurplus).toBe(0)
    expect(Math.max(...points.map(({ annualIncome }) => annualIncome))).toBeCloseTo(0.07, 12)
  })
})
