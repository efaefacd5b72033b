import { expect, test } from 'vitest'
import { economics } from '../../../models/economics.ts'
import { moneyMeans } from '../../../models/judge/moneyMeans.ts'
import { pathMoney } from '../../../models/judge/pathMoney.ts'
import { replicateOutcomes } from '../../../models/judge/replicateOutcomes.ts'
import { replicateMeans } from '../../../models/replicates.ts'
import { NO_SHOCKS } from '../../../scenarios/index.ts'
import { conditionalDefaults, schedule } from './cltBook.ts'
import { cubeOf } from './cubeOf.ts'

const REPLICATES = 20
const plain = cubeOf(conditionalDefaults('means', 400).means, null, REPLICATES)
const cube = { ...plain, columns: plain.columns.map((column, k) => ({ ...column, vatBand: k % 3 })) }
const costs = { ...schedule.costs, bankShare: 0.8 }

test('money on the means of a replicate is the mean of its paths’ money', () => {
  const shocks = { ...NO_SHOCKS, fundingRate: [0.001, 0.004], depositVolume: [-0.2] }
  const world = economics({ ...schedule, costs }, { shocks }, cube.years)
  const rates = Float64Array.from(cube.columns, (_, k) => 0.04 + 0.01 * k)
  const means = moneyMeans(replicateOutcomes(cube), rates, cube.columns, world, costs)
  const paths = pathMoney(cube, rates, world, costs)
  for (const line of ['interest', 'crossIncome', 'fundingCost', 'operatingCost', 'tax', 'targetProfit', 'loss', 'surplus'] as const)
    for (const [r, mean] of replicateMeans(paths[line], REPLICATES).entries()) {
      expect(mean).not.toBe(0)
      expect(means[line][r]! / mean, `${line} of replicate ${r}`).toBeCloseTo(1, 12)
    }
  const earned = paths.groups.reduce((sum, group) => sum + replicateMeans(group.earned, REPLICATES)[3]!, 0)
  expect(means.earned[3]! / earned).toBeCloseTo(1, 14)
}) // prettier-ignore
