import { root } from '../root.ts'
import { replicateMeansOf } from '../replicates.ts'
import { sample, sampleQuantile } from '../sample.ts'
import { meanWithError, quantileOf, scarcity } from '../standardErrors.ts'
import type { Unavailable } from '../standardErrors.ts'
import type { CostParameters } from '../schedule.ts'
import type { Probability, Rate } from '../types.ts'
import { NEVER, breakEvenShift } from './breakEvenShift.ts'
import type { PathMoney } from './pathMoney.ts'
import { chanceNotNegative } from './recorder.ts'
import type { Recorder } from './recorder.ts'
import type { SurplusVariance } from './surplusVariance.ts'

/** A parallel shift of all rates, decimal a year. */
export interface Shift {
  readonly shift: Rate
  readonly standardError: number
}

/** Keeps the path at the quantile on the covered side when the rates are put back as a schedule. */
const ROUNDING = 1e-12

/**
 * The smallest parallel shift of all rates at which the coverage probability is at a level (the legal cap is left aside).
 *
 * @param level     in (0, 1)
 * @param variance  of the surplus on a path, at net rates by column; null where a path is one outcome
 * @returns the reason where there is no such shift, or too few paths beyond it
 */
export function coverageShift(
  money: PathMoney,
  level: Probability,
  costs: CostParameters,
  variance: SurplusVariance | null,
  sampled: Sampled,
): Shift | Unavailable {
  const lines = surplusLines(money)
  return variance
    ? mixtureShift(money, level, costs, lines, variance, sampled)
    : sampleShift(money, level, costs, lines, sampled)
}

/** How the paths were drawn, and how sure intervals are to be. */
type Sampled = Pick<Recorder, 'replicates' | 'confidence'>

/** Surplus of each path as a line in the shift δ, with net rates n_g = at_g + slope_g·δ by group. */
type Lines = (at: Float64Array, slope: Float64Array) => { at: Float64Array; slope: Float64Array }

function surplusLines({ groups, surplus, interest, tax }: PathMoney): Lines {
  const rest = surplus.map((s, p) => s - interest[p]! + tax[p]!)
  return (at, slope) => {
    const line = { at: Float64Array.from(rest), slope: new Float64Array(rest.length) }
    for (const [g, { earned: e }] of groups.entries())
      for (let p = 0; p < rest.length; p++) {
        line.at[p]! += at[g]! * e[p]!
        line.slope[p]! += slope[g]! * e[p]!
      }
    return line
  }
}

function sampleShift(
  { groups }: PathMoney,
  level: Probability,
  costs: CostParameters,
  lines: Lines,
  { replicates, confidence }: Sampled,
): Shift | Unavailable {
  let roots = new Float64Array(0)
  const shift = breakEvenShift(
    groups,
    costs,
    (net) => {
      const { at } = lines(net, net)
      let covered = 0
      for (const surplus of at) if (surplus >= 0) covered++
      return covered / at.length >= level
    },
    (at, slope) => {
      const line = lines(at, slope)
      roots = line.at.map((a, p) => -a / line.slope[p]!)
      return sampleQuantile(Float64Array.from(roots).sort(), level)
    },
  )
  if (shift === null) return { reason: NEVER }
  const quantile = quantileOf(sample(roots, replicates), level, confidence)
  return 'reason' in quantile ? quantile : { shift: shift + ROUNDING, standardError: quantile.standardError }
}

/**
 * The same where every path is a normal distribution: the root in δ of the mean of Φ(surplus/σ), both of which move with δ. Error:
 * that of the probability there ÷ its slope.
 */
function mixtureShift(
  { groups, surplus }: PathMoney,
  level: Probability,
  costs: CostParameters,
  lines: Lines,
  variance: SurplusVariance,
  { replicates, confidence }: Sampled,
): Shift | Unavailable {
  const paths = surplus.length
  const scarce = scarcity(sample(surplus, replicates), level)
  if (scarce) return scarce
  const columns = groups.reduce((sum, group) => sum + group.columns.length, 0)
  const byColumn = (net: Float64Array): Float64Array => {
    const rates = new Float64Array(columns)
    for (const [g, group] of groups.entries()) for (const k of group.columns) rates[k] = net[g]!
    return rates
  }
  const coverage = (at: Float64Array, variances: Float64Array): Float64Array =>
    replicateMeansOf(chanceNotNegative(at, variances), paths, replicates)
  let coverageAt = (_shift: number): Float64Array => new Float64Array(replicates)
  const shift = breakEvenShift(
    groups,
    costs,
    (net) => mean(coverage(lines(net, net).at, variance(byColumn(net)))) >= level,
    (at, slope) => {
      const line = lines(at, slope)
      const parabola = throughThree((x) => variance(byColumn(at.map((a, g) => a + slope[g]! * x))))
      coverageAt = (x) =>
        coverage(
          line.at.map((a, p) => a + line.slope[p]! * x),
          parabola(x),
        )
      return root((x) => mean(coverageAt(x)) - level, -1, 1)
    },
  )
  if (shift === null) return { reason: NEVER }
  const slope = (mean(coverageAt(shift + STEP)) - mean(coverageAt(shift - STEP))) / (2 * STEP)
  const perSlope = coverageAt(shift).map((share) => share / slope)
  return { shift: shift + ROUNDING, standardError: meanWithError(perSlope, confidence).standardError }
}

/** Step of the slope of a probability in a shift of rates. */
const STEP = 1e-6

/** The parabolas, one an entry, through a function's values at −1, 0 and 1. */
function throughThree(values: (x: number) => Float64Array): (x: number) => Float64Array {
  const [low, middle, high] = [values(-1), values(0), values(1)]
  return (x) => middle.map((v, i) => v + ((high[i]! - low[i]!) / 2) * x + ((high[i]! + low[i]!) / 2 - v) * x * x)
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length
