import { normalQuantile } from '../../models/normal.ts'
import { mix, permute, streamKey, uniformAt } from '../random.ts'

/**
 * The factors of a study: every level of every factor group in every year is one standard normal dimension.
 *
 * Dimension `level × years + year` belongs to the factor `names[level]` = `group:level name` in a year counted from 0.
 */
export interface FactorSpace {
  readonly years: number
  readonly names: readonly string[]
  /** Key of each dimension's draws. */
  readonly keys: Int32Array
  readonly directionKey: number
  /**
   * Unit vector along which every replicate is stratified (MODEL §10), one entry a dimension; all zero where nothing is
   * correlated. Fixed per study.
   */
  readonly direction: Float64Array
}

/** Name of the factor that every firm feels. */
export const GLOBAL = 'global'

/** Name of another factor, such as `sector:hospitality`. */
export const factorName = (group: string, level: string): string => `${group}:${level}`

/**
 * Lays a study's factors out.
 *
 * @param names      distinct factor names
 * @param weights    sensitivity of the study's first portfolio to each dimension; any scale
 */
export function factorSpace(seed: string, names: readonly string[], years: number, weights: Float64Array): FactorSpace {
  const keys = new Int32Array(names.length * years)
  for (const [l, name] of names.entries())
    for (let y = 0; y < years; y++) keys[l * years + y] = streamKey(seed, 'factors', name, y)[0]!
  const norm = Math.hypot(...weights)
  const direction = norm > 0 ? weights.map((w) => w / norm) : weights
  return { years, names, keys, directionKey: streamKey(seed, 'factors', 'direction')[0]!, direction }
}

/**
 * Draws the factors of one path: a Latin hypercube of `strata` points on all dimensions, whose component along the direction
 * is replaced by a stratified normal. Each path on its own is exactly N(0, I); a replicate covers the direction evenly.
 *
 * @param replicate  0, 1, … ; replicates are independent
 * @param stratum    path within the replicate, 0..strata−1
 * @param shift      added to the component along the direction: 0, or the shift of an importance sample
 * @param out        receives one value a dimension
 */
export function drawFactors(
  space: FactorSpace,
  replicate: number,
  stratum: number,
  strata: number,
  shift: number,
  out: Float64Array,
): void {
  const { keys, direction } = space
  let along = 0
  for (let d = 0; d < keys.length; d++) {
    const x = stratifiedNormal(keys[d]!, replicate, stratum, strata)
    out[d] = x
    along += direction[d]! * x
  }
  const change = alongDirection(space, replicate, stratum, strata) + shift - along
  for (let d = 0; d < keys.length; d++) out[d]! += direction[d]! * change
}

/** A path's component along the direction, before any shift: standard normal, stratified within the replicate. */
export const alongDirection = (space: FactorSpace, replicate: number, stratum: number, strata: number): number =>
  stratifiedNormal(space.directionKey, replicate, stratum, strata)

/** Which replicates are drawn, and whether they are shifted along the direction. */
export interface Sample {
  readonly firstReplicate: number
  readonly replicates: number
  /** Negative is a bad world. */
  readonly factorShift: number
}

/**
 * Likelihood ratios of a shifted sample's paths, φ(u) / φ(u − s) = exp(−s·u + s²/2) at the shifted component u: weights whose
 * products with outcomes have the unshifted mean.
 *
 * @param strata  paths a replicate
 * @returns one a path, in path order; all 1 without a direction
 */
export function pathWeights(space: FactorSpace, sample: Sample, strata: number): Float64Array {
  const { firstReplicate, replicates, factorShift: s } = sample
  const weights = new Float64Array(replicates * strata).fill(1)
  if (space.direction.every((d) => d === 0)) return weights
  return weights.map((_, path) => {
    const u = alongDirection(space, firstReplicate + Math.floor(path / strata), path % strata, strata) + s
    return Math.exp(s * (s / 2 - u))
  })
}

/** One normal draw of `strata`, exactly one of which falls in each of `strata` equally likely intervals. */
function stratifiedNormal(key: number, replicate: number, stratum: number, strata: number): number {
  const own = mix(key ^ mix(replicate + 1))
  return normalQuantile((permute(stratum, strata, own) + uniformAt(~own, stratum)) / strata)
}
