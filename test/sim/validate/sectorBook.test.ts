import { describe, expect, test } from 'vitest'
import { indicatorCovariance } from '../../../models/bivariateNormal.ts'
import { normalQuantile } from '../../../models/normal.ts'
import { finiteBookDistribution } from '../../../models/oracle/finiteBook.ts'
import { sectorBookDefaults } from '../../../sim/validate/sectorBook.ts'

const momentsOf = (probabilities: Float64Array) => {
  const mean = probabilities.reduce((sum, p, k) => sum + k * p, 0)
  return {
    total: probabilities.reduce((a, b) => a + b),
    mean,
    variance: probabilities.reduce((sum, p, k) => sum + (k - mean) ** 2 * p, 0),
  }
}

describe('sectorBookDefaults', () => {
  test('of one sector without a factor of its own is the finite book', () => {
    const sectors = [{ loans: 50, pd: 0.04 }]
    const own = sectorBookDefaults({ sectors, globalLoading: 0.4, sectorLoading: 0, degreesOfFreedom: null })
    const exact = finiteBookDistribution(0.04, 0.16, 50)
    for (const [k, p] of own.entries()) expect(p).toBeCloseTo(exact[k]!, 12)
  })

  test('has the mean and, pair by pair, the covariances of its sectors', () => {
    const sectors = [
      { loans: 20, pd: 0.02 },
      { loans: 30, pd: 0.1 },
    ]
    const { total, mean, variance } = momentsOf(
      sectorBookDefaults({ sectors, globalLoading: 0.3, sectorLoading: 0.2, degreesOfFreedom: null }),
    )
    expect(total).toBeCloseTo(1, 12)
    expect(mean).toBeCloseTo(3.4, 11)
    const covariance = (a: number, b: number, rho: number) =>
      indicatorCovariance(normalQuantile(a), normalQuantile(b), rho)
    const within = sectors.reduce(
      (sum, { loans, pd }) => sum + loans * pd * (1 - pd) + loans * (loans - 1) * covariance(pd, pd, 0.13),
      0,
    )
    expect(variance).toBeCloseTo(within + 2 * 20 * 30 * covariance(0.02, 0.1, 0.09), 10)
  })

  test('with a t factor keeps the mean and has the fatter tail', () => {
    const book = { sectors: [{ loans: 100, pd: 0.03 }], globalLoading: 0.3, sectorLoading: 0 }
    const student = sectorBookDefaults({ ...book, degreesOfFreedom: 4 })
    const normal = sectorBookDefaults({ ...book, degreesOfFreedom: null })
    expect(momentsOf(student).mean).toBeCloseTo(3, 9)
    const tail = (probabilities: Float64Array) => probabilities.subarray(21).reduce((a, b) => a + b)
    expect(tail(student)).toBeGreaterThan(2 * tail(normal))
  })
})
