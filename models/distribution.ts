import type { Probability } from './types.ts'

/**
 * The distribution of a figure X over futures, as a set of paths tells it: the paths themselves (models/sample.ts), paths with
 * weights (models/weightedSample.ts), or a normal distribution round each path's mean (models/mixture.ts).
 */
export interface Distribution {
  readonly paths: number
  readonly replicates: number
  /** What strata can hide from the replicates: the standard error of a share that they all cut alike; 0 where they cannot. */
  readonly hiddenError: number
  /** Smallest x with P(X ≤ x) ≥ level, level in (0, 1). */
  quantile(level: Probability): number
  /** Paths that lie beyond the quantile of a level: above it, or below it for levels under ½. */
  pathsBeyond(level: Probability): number
  /** P(X > x) by replicate. */
  beyond(x: number): Float64Array
  /** E[(X − x)⁺] by replicate. */
  excess(x: number): Float64Array
  /** The worst 1 − level of all futures, path by path. */
  tail(level: Probability): Tail
}

/** What the worst futures of X say about another figure Y that has a value, or a mean and a covariance with X, on each path. */
export interface Tail {
  readonly level: Probability
  /** Adds up to E[Y·1{X in the worst 1 − level}] × paths; where X sits on the quantile itself it counts in part (Acerbi–Tasche). */
  readonly worst: PathSum
  /** Adds up to E[Y | X at the quantile]. */
  readonly atQuantile: PathSum
}

/** A sum over some paths: Σ_i mean[i]·Y(path i) + covariance[i]·Cov(Y, X on path i). */
export interface PathSum {
  /** Rising. */
  readonly paths: Int32Array
  readonly mean: Float64Array
  /** Null where nothing varies on a path. */
  readonly covariance: Float64Array | null
}
