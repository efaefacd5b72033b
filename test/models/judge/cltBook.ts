import seedrandom from 'seedrandom'
import type { OutcomeCube } from '../../../models/cube.ts'
import { economics } from '../../../models/economics.ts'
import { surplusOf } from '../../expectedSums.ts'
import { judge } from '../../../models/judge/judge.ts'
import type { JudgeInputs, Judgement } from '../../../models/judge/judgement.ts'
import { normalCdf, normalQuantile } from '../../../models/normal.ts'
import { PRICING_DEFAULTS } from '../../../models/pricing/rateFloor.ts'
import type { Schedule } from '../../../models/schedule.ts'
import type { VerdictRules } from '../../../models/study.ts'
import { NO_SHOCKS } from '../../../scenarios/index.ts'
import { CELLS, cubeOf } from './cubeOf.ts'

/** Conditional means and variances of each cell's defaults on `paths` futures: one normal factor, PDs of 2, 3 and 5 %. */
export function conditionalDefaults(seed: string, paths: number): { means: Float64Array[]; variances: Float64Array[] } {
  const draw = seedrandom(seed)
  const factors = Float64Array.from({ length: paths }, () => normalQuantile(draw.double()))
  const pd = (c: number, x: number): number => normalCdf((normalQuantile([0.02, 0.03, 0.05][c]!) - 0.25 * x) / Math.sqrt(1 - 0.0625))
  return {
    means: CELLS.map(({ loans }, c) => factors.map((x) => loans * pd(c, x))),
    variances: CELLS.map(({ loans }, c) => factors.map((x) => loans * pd(c, x) * (1 - pd(c, x)))),
  }
} // prettier-ignore

/** The same book with every path replaced by some draws from its normal distributions. */
export function drawnCube(seed: string, paths: number, draws: number, replicates: number): OutcomeCube {
  const { means, variances } = conditionalDefaults(seed, paths)
  const draw = seedrandom(`${seed} drawn`)
  const defaults = means.map((mean, c) =>
    Float64Array.from({ length: paths * draws }, (_, i) => {
      const p = Math.floor(i / draws)
      return mean[p]! + Math.sqrt(variances[c]![p]!) * normalQuantile(draw.double())
    }),
  )
  return cubeOf(defaults, null, replicates)
}

export const schedule: Schedule = {
  id: 'flat',
  title: { en: 'flat' },
  context: {},
  vary: {},
  kind: 'schedule',
  costs: { ...PRICING_DEFAULTS, fixedCost: 0.05 },
  crossIncome: 'observed',
  cap: 1,
  policyFloor: 0,
  spreads: null,
  rates: [],
}

export const rules: VerdictRules = {
  mustHold: ['expectedCoverage'],
  coverageProbability: 0.95,
  bankNpl: 0.0171,
  nplMargin: 0.03,
  largestClusterShare: 0.15,
  confidence: 0.95,
}

/** Judges a cube at one rate a cell. */
export function judged(cube: OutcomeCube, rates: readonly number[], inputs: Partial<JudgeInputs> = {}): Judgement {
  const offered = Float64Array.from(rates)
  return judge({
    cube,
    schedule,
    cellRates: { floor: offered, offered },
    economics: economics(schedule, { shocks: NO_SHOCKS }, cube.years),
    rules,
    largestClusterShare: null,
    ...ofBook(cube),
    ...inputs,
  })
}

/** What a verdict takes from the book beside its cube: nobody guarantees anybody. */
export const ofBook = (
  cube: OutcomeCube,
): Pick<JudgeInputs, 'concentration' | 'hasGuarantees' | 'expectedSurplus' | 'expectationIsExact'> => ({
  concentration: {
    obligor: 0.001,
    sector: 0.5,
    cluster: null,
    cell: 0.4,
    effectiveNumber: 1000,
    largestObligorShare: 0.001,
  },
  hasGuarantees: false,
  expectedSurplus: expectedAt(cube),
  expectationIsExact: true,
})

/** The surplus of the cube's means, with a loss that grows as the multiple: a stand-in for the closed form. */
export const expectedAt =
  (cube: OutcomeCube): JudgeInputs['expectedSurplus'] =>
  (net, own) =>
  (multiple) => {
    const mean = (sums: Float64Array): Float64Array => {
      const size = sums.length / cube.replicates
      return Float64Array.from({ length: size }, (_, i) => {
        let sum = 0
        for (let r = 0; r < cube.replicates; r++) sum += sums[r * size + i]!
        return sum / cube.paths
      })
    }
    const { columns, cells, years, sums } = cube
    const means = {
      earned: mean(sums.earned),
      funded: mean(sums.funded),
      deposits: mean(sums.deposits),
      fees: mean(sums.fees),
      ownerAum: mean(sums.ownerAum),
      loanYears: mean(sums.loanYears),
      loss: mean(sums.loss).map((loss) => multiple * loss),
    }
    const { surplus, earned } = surplusOf({ columns, cells, years, sums: means }, own, net)
    return surplus / earned
  }
