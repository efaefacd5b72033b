import { expect, test } from 'vitest'
import { meanWithError, shareWithError } from '../../models/standardErrors.ts'
import type { ResultTables } from '../../sim/types.ts'
import { convergenceOf } from '../../report/convergence.ts'
import { mulberry } from './mulberry.ts'

const REPLICATES = 20
const PATHS = 4000
const random = mulberry('convergence')
const surplus = Float64Array.from({ length: PATHS }, () => random() - 0.2)
const losses = Float64Array.from({ length: PATHS }, () => random())
const byReplicate = Float64Array.from({ length: REPLICATES }, (_, r) => {
  const own = surplus.subarray((r * PATHS) / REPLICATES, ((r + 1) * PATHS) / REPLICATES)
  return own.reduce((a, b) => a + b, 0) / own.length
})
const tables = {
  result: { replicates: REPLICATES, paths: PATHS },
  paths: { surplus },
  replicates: { surplus: byReplicate },
} as unknown as ResultTables

test('figures are followed from two replicates to all, ending at those of the summary', () => {
  const found = convergenceOf(tables, losses, 'exact', 0.95)!
  const last = found.surplus.at(-1)!
  const whole = meanWithError(byReplicate, 0.95)
  expect(found.surplus[0]!.paths).toBe(400)
  expect(last).toEqual({ paths: PATHS, value: whole.value, interval: [...whole.interval] })
  const shares = byReplicate.map((_, r) => {
    const own = surplus.subarray((r * PATHS) / REPLICATES, ((r + 1) * PATHS) / REPLICATES)
    return own.filter((value) => value >= 0).length / own.length
  })
  expect(found.coverageProbability.at(-1)!.value).toBeCloseTo(shareWithError(shares, PATHS, 0.95).value, 12)
  expect(found.valueAtRisk99.at(-1)!.value).toBe(Float64Array.from(losses).sort()[Math.ceil(0.99 * PATHS) - 1])
})

test('a quantile with too few paths beyond it has no point, and a mixture of futures is not followed', () => {
  const few = convergenceOf(tables, losses, 'exact', 0.95)!.valueAtRisk99[0]!
  expect(few).toEqual({ paths: 400, value: null, interval: null })
  expect(convergenceOf(tables, losses, 'clt', 0.95)).toBeNull()
})
