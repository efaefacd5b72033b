import type { JudgeInputs } from '../judge/judgement.ts'
import { pathMoney } from '../judge/pathMoney.ts'
import { VAT_EXEMPT_LPR_MULTIPLE, vatOnRate } from '../pricing/vat.ts'
import { sample } from '../sample.ts'
import type { CoverageGoal } from '../study.ts'
import type { Money, Rate } from '../types.ts'
import { VAT_BANDS } from '../types.ts'
import { meanEarned } from './meanEarned.ts'

/** What a goal's figure is at some rates, and how it moves with them. */
export interface Coverage {
  /** Surplus that the goal counts, ÷ mean earned balance-years: decimal per year, met at 0 and above. */
  readonly value: Rate
  /** What the goal asks its `ratio` or `level` of: coverage ratio or coverage probability; null for the worst paths, and without loss. */
  readonly achieved: number | null
  /** By position of the cell. The function lies nowhere above the plane through the value with these slopes and the next. */
  readonly slopes: Float64Array
  /** In the cap: above 0 where a scenario's rise of loan rates runs into it. */
  readonly capSlope: number
  /** By column: by how much the slope of its cell falls where its tax on the part above 1.5 × LPR sets in. */
  readonly bends: Float64Array
}

/** Where the tax of a column sets in: 1.5 × LPR. */
export interface Threshold {
  readonly column: number
  /** Of its cell. */
  readonly position: number
  /** Rate offered in the cell at which it does. */
  readonly rate: Rate
}

/** Surplus that a goal counts as a function of the rates offered (net of the cap), concave but for `probability` and VAT method 1. */
export interface CoverageFunction {
  readonly goal: CoverageGoal
  /** Mean balance over the horizon. */
  readonly balance: Money
  /**
   * @param offered  rate of each cell, by position
   * @param taxed    VAT method 1: by column, whether it is taken as taxed whatever its rate; without, the rates tell
   */
  readonly at: (offered: Float64Array, cap: Rate, taxed?: readonly boolean[]) => Coverage
  /** Which columns are taxed at these rates. */
  readonly taxedAt: (offered: Float64Array, cap: Rate) => readonly boolean[]
  /** Of the columns that are taxed above it. */
  readonly thresholds: readonly Threshold[]
  /** Whether those are then taxed as a whole (VAT method 1), so that the function falls there. */
  readonly isStepped: boolean
  /** Interest ÷ earned balance-years. */
  readonly yieldAt: (offered: Float64Array, cap: Rate) => Rate
  /** Lowest change of loan rates in the scenario, at most 0. */
  readonly deepestCut: Rate
}

/**
 * The surplus of a goal's scenario, prepared for many schedules.
 *
 *     expected               g(r) = mean_p S_p(r) − (ratio − 1)·mean_p loss_p
 *     probability            g(r) = S_q(r), the path q that level of the paths do no worse than
 *     conditionalValueAtRisk g(r) = mean of the worst 1 − level of S_p(r), the path on the boundary counted in part
 *     S_p(r) = Σ_k n_k(min(cap, r_cell(k) + shock_k))·E_kp + rest_p,     n the rate net of VAT
 *
 * S is concave in r under VAT method 2 as n and min are, and so are its mean and that of the worst of it; its slopes at r are the mean, over
 * the same paths, of n'_k·E_kp. Rates below 0, which count as 0, are left out: see `deepestCut`. The surplus at a level of probability is
 * not concave, as q changes with r; its slopes are means over the neighbours of q in rank, since those of one path are noise.
 *
 * @param inputs     of the scenario
 * @param positions  of cells, by cellIndex
 * @throws {RangeError} when single paths are asked for of a `clt` cube, whose paths are distributions
 */
export function coverageFunction(
  goal: CoverageGoal,
  inputs: JudgeInputs,
  positions: ReadonlyMap<number, number>,
): CoverageFunction {
  const { cube, economics, schedule } = inputs
  const { lpr, vatRate, vatMethod } = schedule.costs
  const { paths, columns, fullEarned, lostEarned, replicates } = cube
  if (goal.coverage !== 'expected' && cube.spread)
    throw new RangeError(
      `goal ${goal.scenario} by ${goal.coverage} needs fidelity exact or lln, got clt: a path of it is not one outcome`,
    )
  const { surplus: rest, loss: lost } = pathMoney(cube, new Float64Array(columns.length), economics, schedule.costs)
  const [meanRest, meanLoss] = [mean(rest), mean(lost)]
  const place = columns.map(({ cell }) => positions.get(cell)!)
  const shocks = columns.map(({ rateYear }) => economics.loanRate[rateYear]!)
  const earnings = meanEarned(cube)
  const earned = sum(earnings)
  const threshold = VAT_EXEMPT_LPR_MULTIPLE * lpr

  const rateOf = (k: number, offered: Float64Array, cap: Rate): Rate =>
    Math.max(0, Math.min(cap, offered[place[k]!]! + shocks[k]!))
  const isCapped = (k: number): boolean => columns[k]!.vatBand === CAPPED
  const isStepped = (k: number): boolean => vatMethod === 1 && isCapped(k)
  /** Rate net of VAT and its slope; `side` decides where the tax starts with a jump. */
  const netOf = (k: number, rate: Rate, side: boolean | undefined): readonly [number, number] => {
    if (side !== undefined && isStepped(k)) return side ? [rate * (1 - vatRate), 1 - vatRate] : [rate, 1]
    const { vatBand } = columns[k]!
    const isTaxed = vatBand === FULL || (isCapped(k) && rate > threshold)
    return [rate - vatOnRate(rate, vatBand, lpr, vatRate, vatMethod), isTaxed ? 1 - vatRate : 1]
  }
  /** Surplus of the paths that count, their mean earned balance-years by column, and what is achieved. */
  const overPaths = (net: Float64Array): readonly [number, Float64Array, number | null] => {
    if (goal.coverage === 'expected') {
      const surplus = meanRest + sum(net.map((n, k) => n * earnings[k]!))
      const ratio = meanLoss > 0 ? 1 + surplus / meanLoss : null
      return [surplus - (goal.ratio - 1) * meanLoss, earnings, ratio]
    }
    const loss = rest.map((s) => -s)
    for (let k = 0; k < columns.length; k++)
      for (let p = 0; p < paths; p++) loss[p]! -= net[k]! * (fullEarned[k]! - lostEarned[k * paths + p]!)
    const distribution = sample(loss, replicates)
    const { worst, atQuantile } = distribution.tail(goal.level)
    const counted = goal.coverage === 'probability' ? atQuantile : worst
    const total = sum(counted.mean)
    const over = (value: (path: number) => number): number =>
      counted.paths.reduce((s, p, i) => s + counted.mean[i]! * value(p), 0) / total
    const earning = Float64Array.from(columns, (_, k) => fullEarned[k]! - over((p) => lostEarned[k * paths + p]!))
    if (goal.coverage === 'conditionalValueAtRisk') return [-over((p) => loss[p]!), earning, null]
    const covered = loss.reduce((count, l) => (l <= ROUNDING * earned ? count + 1 : count), 0)
    return [-distribution.quantile(goal.level), earning, covered / paths]
  }

  return {
    goal,
    balance: (earned * 12) / cube.horizonMonths,
    deepestCut: Math.min(0, ...economics.loanRate),
    thresholds: columns.flatMap((_, column) =>
      isCapped(column) ? [{ column, position: place[column]!, rate: threshold - shocks[column]! }] : [],
    ),
    isStepped: columns.some((_, k) => isStepped(k)),
    taxedAt: (offered, cap) => columns.map((_, k) => isStepped(k) && rateOf(k, offered, cap) > threshold),
    yieldAt: (offered, cap) => sum(earnings.map((e, k) => rateOf(k, offered, cap) * e)) / earned,
    at: (offered, cap, taxed) => {
      const nets = columns.map((_, k) => netOf(k, rateOf(k, offered, cap), taxed?.[k]))
      const [surplus, counted, achieved] = overPaths(Float64Array.from(nets, ([net]) => net))
      const slopes = new Float64Array(positions.size)
      const bends = new Float64Array(columns.length)
      let capSlope = 0
      for (const [k, [, slope]] of nets.entries()) {
        const gain = counted[k]! / earned
        if (offered[place[k]!]! + shocks[k]! > cap) {
          capSlope += slope * gain
        } else {
          slopes[place[k]!]! += slope * gain
          if (isCapped(k) && vatMethod === 2) bends[k] = vatRate * gain
        }
      }
      return { value: surplus / earned, achieved, slopes, capSlope, bends }
    },
  }
}

const [CAPPED, FULL] = [VAT_BANDS.indexOf('capped'), VAT_BANDS.indexOf('full')]

/** A surplus ÷ balance this little below 0 is 0. */
const ROUNDING = 1e-12

const sum = (values: ArrayLike<number>): number => {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i]!
  return total
}

const mean = (values: ArrayLike<number>): number => sum(values) / values.length
