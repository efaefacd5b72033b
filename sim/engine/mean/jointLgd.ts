import { SEGMENTS, SEVERITIES, drawLgd, expectedLgd, isStated } from '../../../models/lgd.ts'
import type { LgdTables } from '../../../models/lgd.ts'
import { balanceOf, severityOfLoan, statedLgdOf } from '../task.ts'
import type { Positions } from '../task.ts'
import { PairIndex } from './pairIndex.ts'

/** A loan as far as its LGD goes. */
export interface LgdOf {
  readonly severity: number
  readonly stated: number
}

/**
 * Second moments of LGD: the loans of a firm share one uniform. With a link to the global factor, lgd' = c + d·lgd, means and squares
 * change by a factor a severity and year; where a severity's loans have stated LGDs of their own it is that of their average.
 */
export class JointLgd {
  private readonly tables: LgdTables
  private readonly index = new PairIndex()
  private readonly products: number[] = []
  /** By severity × year: mean over loans by balance; mean and mean square by balance². */
  private readonly means: Float64Array
  private readonly meansBySquare: Float64Array
  private readonly squares: Float64Array

  constructor(tables: LgdTables, positions: Positions) {
    this.tables = tables
    const { years } = tables
    const size = SEVERITIES * years
    this.means = new Float64Array(size)
    this.meansBySquare = new Float64Array(size)
    this.squares = new Float64Array(size)
    const balances = new Float64Array(SEVERITIES)
    const squaredBalances = new Float64Array(SEVERITIES)
    if (!positions.link) return
    for (let loan = 0; loan < positions.loans; loan++) {
      const severity = severityOfLoan(positions.records, loan)
      const balance = balanceOf(positions.records, loan)
      const stated = statedLgdOf(positions.records, loan)
      balances[severity]! += balance
      squaredBalances[severity]! += balance * balance
      for (let y = 0; y < years; y++) {
        const at = severity * years + y
        const mean = expectedLgd(tables, severity, y, stated)
        this.means[at]! += balance * mean
        this.meansBySquare[at]! += balance * balance * mean
        this.squares[at]! += balance * balance * this.product({ severity, stated }, { severity, stated }, y)
      }
    }
    for (let at = 0; at < size; at++) {
      const severity = Math.floor(at / years)
      if (balances[severity] === 0) continue
      this.means[at]! /= balances[severity]!
      this.meansBySquare[at]! /= squaredBalances[severity]!
      this.squares[at]! /= squaredBalances[severity]!
    }
  }

  /** E[lgd·lgd'] of two loans of a firm that defaults in a year. */
  product(a: LgdOf, b: LgdOf, year: number): number {
    const { tables } = this
    if (isStated(a.severity) || isStated(b.severity))
      return expectedLgd(tables, a.severity, year, a.stated) * expectedLgd(tables, b.severity, year, b.stated)
    const id = this.index.idOf(a.severity * SEVERITIES + b.severity, year)
    return (this.products[id] ??= meanProduct(tables, a.severity, b.severity, year))
  }

  /** E[lgd'] ÷ E[lgd] under the link's maps (year × severity × 2); 1 without a link. */
  meanChange(severity: number, year: number, linked: Float64Array | null): number {
    const mean = this.means[severity * this.tables.years + year]!
    if (!linked || mean === 0) return 1
    const at = 2 * (year * SEVERITIES + severity)
    return linked[at]! / mean + linked[at + 1]!
  }

  /** E[lgd'²] ÷ E[lgd²]. */
  squareChange(severity: number, year: number, linked: Float64Array | null): number {
    const square = this.squares[severity * this.tables.years + year]!
    if (!linked || square === 0) return 1
    const at = 2 * (year * SEVERITIES + severity)
    const [c, d] = [linked[at]!, linked[at + 1]!]
    const mean = this.meansBySquare[severity * this.tables.years + year]!
    return (c * c + 2 * c * d * mean) / square + d * d
  }
}

/** The mean over the common uniform, at the middles of a grid finer than the tables. */
function meanProduct(tables: LgdTables, a: number, b: number, year: number): number {
  const steps = 4 * SEGMENTS
  let sum = 0
  for (let i = 0; i < steps; i++) {
    const u = (i + 0.5) / steps
    sum += drawLgd(tables, a, year, NaN, u) * drawLgd(tables, b, year, NaN, u)
  }
  return sum / steps
}
