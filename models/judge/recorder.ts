import type { Distribution } from '../distribution.ts'
import { normalCdf } from '../normal.ts'
import { replicateMeans } from '../replicates.ts'
import type { Estimate, ReplicatedEstimate } from '../standardErrors.ts'
import {
  expectedShortfallOf,
  meanWithError,
  probabilityWithError,
  quantileOf,
  ratioWithError,
  shareWithError,
} from '../standardErrors.ts'

/**
 * Computes figures from paths and keeps each one's standard error, interval and, where there is none, the reason, under the
 * figure's name in summary.json.
 */
export class Recorder {
  readonly errors: Record<string, unknown> = {}
  readonly reasons: Record<string, string> = {}
  readonly intervals: Record<string, readonly [number, number]> = {}
  /** Headline figures (names without a dot) made of replicate means, by replicate: see {@link ReplicatedEstimate}. */
  readonly byReplicate: Record<string, Float64Array> = {}
  readonly replicates: number
  readonly confidence: number

  constructor(replicates: number, confidence: number) {
    this.replicates = replicates
    this.confidence = confidence
  }

  /** Mean over paths, times `scale`. */
  mean(name: string, values: Float64Array | Float32Array, scale = 1): number {
    return this.keep(name, this.estimateMean(values), scale)
  }

  /** Mean over paths with its error, not kept: for a part of a figure. */
  estimateMean(values: Float64Array | Float32Array): ReplicatedEstimate {
    return this.estimateReplicates(this.means(values))
  }

  /** Mean of replicate estimates, for figures that are linear in replicate sums (or linearised). */
  replicateMean(name: string, perReplicate: Float64Array, scale = 1): number {
    return this.keep(name, this.estimateReplicates(perReplicate), scale)
  }

  /** Mean of replicate estimates with its error, not kept: for a part of a figure. */
  estimateReplicates(perReplicate: Float64Array): ReplicatedEstimate {
    return meanWithError(perReplicate, this.confidence)
  }

  /** Ratio of means over paths. */
  ratio(name: string, numerator: Float64Array, denominator: Float64Array): number {
    return this.replicateRatio(name, this.means(numerator), this.means(denominator))
  }

  /** Ratio of means of replicate sums. */
  replicateRatio(name: string, numerator: Float64Array, denominator: Float64Array): number {
    return this.keep(name, ratioWithError(numerator, denominator, this.confidence))
  }

  /**
   * Probability that a value is at least 0.
   *
   * @param variances  of each path's value, normal round the one given; null where that is the only one
   */
  notNegative(name: string, values: Float64Array, variances: Float64Array | null): number {
    const chance = chanceNotNegative(values, variances)
    return this.keep(name, probabilityWithError(chance, values.length, this.replicates, this.confidence))
  }

  /**
   * Share of the paths of which something is true.
   *
   * @param counts  how many, by replicate
   * @param paths   in all
   */
  share(name: string, counts: Float64Array, paths: number): number {
    const shares = counts.map((count) => count / (paths / this.replicates))
    return this.keep(name, shareWithError(shares, paths, this.confidence))
  }

  quantile(name: string, distribution: Distribution, level: number): number | null {
    return this.keepOrReason(name, quantileOf(distribution, level, this.confidence))
  }

  expectedShortfall(name: string, distribution: Distribution, level: number): number | null {
    return this.keepOrReason(name, expectedShortfallOf(distribution, level, this.confidence))
  }

  means(values: Float64Array | Float32Array): Float64Array {
    return replicateMeans(values, this.replicates)
  }

  /** A figure without Monte Carlo error. */
  exact(name: string, value: number): number {
    this.setError(name, 0)
    return value
  }

  /** A figure that cannot be had. */
  missing(name: string, reason: string): null {
    this.setError(name, null)
    this.explain(name, reason)
    return null
  }

  /** Why something beside the figures is null. */
  explain(name: string, reason: string): void {
    this.reasons[name] = reason
  }

  private keepOrReason(name: string, estimate: Estimate | { readonly reason: string }): number | null {
    return 'reason' in estimate ? this.missing(name, estimate.reason) : this.keep(name, estimate)
  }

  private keep(name: string, estimate: Estimate | ReplicatedEstimate, scale = 1): number {
    const { value, standardError, interval } = estimate
    this.setError(name, standardError * scale)
    this.intervals[name] = [interval[0] * scale, interval[1] * scale]
    if ('byReplicate' in estimate && !name.includes('.'))
      this.byReplicate[name] = estimate.byReplicate.map((own) => own * scale)
    return value * scale
  }

  /** Puts an error at a path such as `lossRate.mean` or `cells.3.gap`, in the shape of the figures. */
  setError(name: string, error: number | null): void {
    this.put(name, error)
  }

  /** Repeats what a row of figures belongs to, so that errors can be joined to them. */
  setLabel(name: string, label: string | number): void {
    this.put(name, label)
  }

  /** Puts the errors of rows of figures, and their reasons, recorded apart, at a path such as `cells`. */
  adopt(name: string, rows: readonly Pick<Recorder, 'errors' | 'reasons'>[]): void {
    this.put(name, rows.map(({ errors }) => errors)) // prettier-ignore
    for (const [i, { reasons }] of rows.entries())
      for (const [figure, reason] of Object.entries(reasons)) this.explain(`${name}.${i}.${figure}`, reason)
  }

  private put(name: string, value: unknown): void {
    const steps = name.split('.')
    let at: Record<string, unknown> = this.errors
    for (const [i, step] of steps.slice(0, -1).entries()) {
      const next = /^\d+$/.test(steps[i + 1]!) ? [] : {}
      at = (at[step] ??= next) as Record<string, unknown>
    }
    at[steps.at(-1)!] = value
  }

  /** Error of a figure recorded before. */
  errorOf(name: string): number {
    return Number(name.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], this.errors))
  }
}

/** Chance, path by path, of a value of at least 0. */
export const chanceNotNegative =
  (values: Float64Array, variances: Float64Array | null) =>
  (path: number): number => {
    const value = values[path]!
    const variance = variances?.[path] ?? 0
    return variance > 0 ? normalCdf(value / Math.sqrt(variance)) : value >= 0 ? 1 : 0
  }
