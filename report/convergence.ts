import { replicateMeans } from '../models/replicates.ts'
import { sample } from '../models/sample.ts'
import { type Estimate, type Unavailable, meanWithError, quantileOf, shareWithError } from '../models/standardErrors.ts'
import type { Fidelity } from '../models/study.ts'
import type { ResultTables } from '../sim/types.ts'

/** A figure after some of the paths, with its interval; null where those are too few for it. */
export interface ConvergencePoint {
  readonly paths: number
  readonly value: number | null
  readonly interval: readonly [number, number] | null
}

export const CONVERGING = ['surplus', 'coverageProbability', 'valueAtRisk99'] as const
export type ConvergingFigure = (typeof CONVERGING)[number]

/** How figures settle as replicates come in. */
export type Convergence = Readonly<Record<ConvergingFigure, readonly ConvergencePoint[]>>

/** Numbers of replicates that a figure is shown after, at most. */
const STEPS = 10

/**
 * The figures of an entry after its first replicates, from two to all of them. The last point is the figure of the summary.
 *
 * @param lossRates  loss ÷ opening exposure by path
 * @returns null where a path stands for many futures (`clt`): a part of them is then no smaller sample of outcomes
 */
export function convergenceOf(
  { result, paths, replicates }: ResultTables,
  lossRates: Float64Array,
  fidelity: Fidelity,
  confidence: number,
): Convergence | null {
  if (fidelity === 'clt') return null
  const surplus = replicates['surplus']
  const all = result.replicates
  const perReplicate = result.paths / all
  const shares = replicateMeans(
    paths.surplus.map((own) => (own >= 0 ? 1 : 0)),
    all,
  )
  const steps = [...new Set(Array.from({ length: STEPS }, (_, i) => Math.round(2 + (i * (all - 2)) / (STEPS - 1))))]
  const follow = (estimate: (count: number) => Estimate | Unavailable): ConvergencePoint[] =>
    steps.map((count) => {
      const own = estimate(count)
      return 'reason' in own
        ? { paths: count * perReplicate, value: null, interval: null }
        : { paths: count * perReplicate, value: own.value, interval: [own.interval[0], own.interval[1]] }
    })
  return {
    surplus: surplus ? follow((count) => meanWithError(surplus.slice(0, count), confidence)) : [],
    coverageProbability: follow((count) => shareWithError(shares.slice(0, count), count * perReplicate, confidence)),
    valueAtRisk99: follow((count) =>
      quantileOf(sample(lossRates.slice(0, count * perReplicate), count), 0.99, confidence),
    ),
  }
}
