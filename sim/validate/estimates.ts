import type { OutcomeCube } from '../../models/cube.ts'
import { replicateMeans } from '../../models/replicates.ts'
import { sample } from '../../models/sample.ts'
import {
  expectedShortfallOf,
  linearisedWithError,
  meanWithError,
  probabilityWithError,
  quantileWithError,
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

export const simulatedQuantile = (
  { replicates }: Paths,
  values: Float64Array,
  level: Probability,
): Estimate | Unavailable => quantileWithError(values, replicates, level, CONFIDENCE)

export const simulatedShortfall = (
  { replicates }: Paths,
  values: Float64Array,
  level: Probability,
): Estimate | Unavailable => expectedShortfallOf(sample(values, replicates), level, CONFIDENCE)
