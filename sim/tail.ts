import { sampleCorrelation } from 'simple-statistics'
import type { OutcomeCube } from '../models/cube.ts'
import { missingTail, tailFigures } from '../models/judge/tailFigures.ts'
import type { TailFigures } from '../models/judge/tailFigures.ts'
import { normalQuantile } from '../models/normal.ts'
import type { SimulationSettings, Study } from '../models/study.ts'
import { alongDirection, pathWeights } from './engine/factors.ts'
import type { FactorSpace, Sample } from './engine/factors.ts'
import { MOST_DOUBLINGS } from './simulateToError.ts'
import type { ResultTables } from './types.ts'

/** Level whose far side the sample is drawn for. */
const LEVEL = 0.999

/** Paths of a study's tail sample in one scenario; 0 without one. */
export const tailPaths = ({ tail, replicates }: SimulationSettings, factors: FactorSpace): number =>
  tail && hasDirection(factors) ? Math.ceil(tail.paths / replicates) * replicates : 0

const hasDirection = ({ direction }: FactorSpace): boolean => direction.some((d) => d !== 0)

/**
 * The second sample of a scenario, for its worst futures: other replicates than the main sample's, whose factors are shifted along
 * the direction to where the loss of the first strategy is expected to pass the level.
 *
 *     s = −Φ⁻¹(.999)·ρ,   ρ = correlation of the loss with the component along the direction, its sign turned, in the main sample
 *
 * @param cubes  of the main sample
 * @returns null where nothing is correlated
 * @see Glasserman, Kang & Shahabuddin (2008), Fast simulation of multifactor portfolio credit risk, Operations Research 56, 1200–1217
 */
export function tailSample(
  { replicates }: SimulationSettings,
  factors: FactorSpace,
  cubes: readonly OutcomeCube[],
): Sample | null {
  if (!hasDirection(factors)) return null
  const { loss, paths, replicates: drawn } = cubes[0]!
  const strata = paths / drawn
  const along = Array.from({ length: paths }, (_, p) =>
    alongDirection(factors, Math.floor(p / strata), p % strata, strata),
  )
  const correlation = -sampleCorrelation(along, [...loss])
  // NaN where every path has the same loss
  const shift = correlation > 0 ? -normalQuantile(LEVEL) * correlation : 0
  // beyond whatever a target error adds to the main sample
  return { firstReplicate: replicates * 2 ** MOST_DOUBLINGS, replicates, factorShift: shift }
}

/**
 * Adds the figures of the tail to the entries of a scenario.
 *
 * @param tables  an entry a strategy and schedule, schedules running fastest
 * @param cubes   of the tail sample, one a strategy
 */
export function withTails(
  { schedules, verdict }: Study,
  tables: readonly ResultTables[],
  cubes: readonly OutcomeCube[],
  factors: FactorSpace,
  sample: Sample,
): ResultTables[] {
  const weights = pathWeights(factors, sample, cubes[0]!.paths / cubes[0]!.replicates)
  return tables.map((entry, i) => {
    const cube = cubes[Math.floor(i / schedules.length)]!
    const { bankShare } = schedules[i % schedules.length]!.costs
    return withTail(entry, tailFigures(cube, { bankShare, weights, level: LEVEL, confidence: verdict.confidence }))
  })
}

/** Says in each entry that its tail cannot be had. */
export const withoutTails = (tables: readonly ResultTables[]): ResultTables[] =>
  tables.map((entry) =>
    withTail(entry, missingTail('no default is correlated with another, so no direction leads to the worst futures')),
  )

function withTail(entry: ResultTables, { tail, standardErrors, reasons }: TailFigures): ResultTables {
  const { result } = entry
  const errors = { ...result.standardErrors, tail: standardErrors }
  return { ...entry, result: { ...result, tail, standardErrors: errors, reasons: { ...result.reasons, ...reasons } } }
}
