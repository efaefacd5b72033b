import type { OutcomeCube } from '../../models/cube.ts'
import type { Distribution } from '../../models/distribution.ts'
import { lossDistribution } from '../../models/judge/lossRates.ts'
import { replicateMeans } from '../../models/replicates.ts'
import {
  expectedShortfallOf,
  linearisedWithError,
  meanWithError,
  probabilityWithError,
  quantileOf,
} from '../../models/standardErrors.ts'
import type { Estimate, Unavailable } from '../../models/standardErrors.ts'
import type { Probability } from '../../models/types.ts'

/** Of the intervals, which no check looks at. */
const CONFIDENCE = 0.95

type Paths = Pick<OutcomeCube, 'paths' | 'replicates'>

/** Mean over paths. */
export const simulatedMean = ({ replicates }: Paths, values: Float64Array): Estimate =>
  meanWithError(replicateMeans(values, replicates), CONFIDENCE)

/** Standard deviation over paths round a mean that is known. */
export function simulatedDeviation({ replicates }: Paths, values: Float64Array, mean: number): Estimate {
  const squares = replicateMeans(
    values.map((x) => (x - mean) ** 2),
    replicates,
  )
  const deviation = Math.sqrt(meanWithError(squares, CONFIDENCE).value)
  return linearisedWithError(
    deviation,
    squares.map((square) => square / (2 * deviation)),
    CONFIDENCE,
  )
}

/** Share of paths on which something holds. */
export const simulatedShare = ({ paths, replicates }: Paths, holds: (path: number) => boolean): Estimate =>
  probabilityWithError((path) => (holds(path) ? 1 : 0), paths, replicates, CONFIDENCE)

/** Quantile of the loss, of which a path is one outcome or, in fidelity `clt`, a normal distribution. */
export const simulatedQuantile = (cube: OutcomeCube, level: Probability): Estimate | Unavailable =>
  quantileOf(distributionOf(cube), level, CONFIDENCE)

/** Expected shortfall of the loss. */
export const simulatedShortfall = (cube: OutcomeCube, level: Probability): Estimate | Unavailable =>
  expectedShortfallOf(distributionOf(cube), level, CONFIDENCE)

const distributionOf = ({ loss, spread, replicates }: OutcomeCube): Distribution =>
  lossDistribution(loss, spread?.lossVariance ?? null, replicates)
