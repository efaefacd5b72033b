import type { CubeColumn } from './cube.ts'
import { plan } from './plan.ts'
import type { Plan } from './plan.ts'
import { vatBandOf } from './pricing/vat.ts'
import type { Book } from './book.ts'
import { CELL_COUNT, REPAYMENTS, VAT_BANDS, cellIndex, termBandOf } from './types.ts'
import type { Loans } from './types.ts'

/** What a loan counts for in sums over loans: balance, 1, deposit, fees, owner's assets. */
export const WEIGHTS = 5

/**
 * Where each loan's outcomes go: its plan, its cell, and its columns of the outcome cube.
 *
 * A **class** is a set of loans with one cell, VAT band and plan; sums over a class and a month of default give every
 * balance-year figure by a small linear map, so nothing need be kept by loan.
 */
export interface Layout {
  readonly loans: Loans
  readonly horizonMonths: number
  readonly years: number
  /** years + 1, see {@link Plan}. */
  readonly rateYears: number
  readonly plans: readonly Plan[]
  /** Populated cells, rising cell index; a position in here is a "cell position". */
  readonly cells: Int32Array
  readonly cellLoans: Float64Array
  readonly columns: readonly CubeColumn[]
  /** Balance-years of each column without default. */
  readonly fullEarned: Float64Array
  readonly classOf: Int32Array
  /** By class: plan, cell position, and columns by rate year (class × rate years, −1 where none). */
  readonly classPlan: Int32Array
  readonly classCell: Int32Array
  readonly classColumns: Int32Array
  /** Σ weights of a class's loans: class × WEIGHTS. */
  readonly classWeights: Float64Array
}

/** Lays a strategy's loans out over a horizon. */
export function layoutLoans(
  loans: Loans,
  book: Pick<Book, 'renewal' | 'amortisationRate'>,
  horizonMonths: number,
): Layout {
  const years = Math.ceil(horizonMonths / 12)
  const rateYears = years + 1
  const plans: Plan[] = []
  const planIds = new Map<number, number>()
  const classIds = new Map<number, number>()
  const classes: { plan: number; cell: number; vatBand: number }[] = []
  const classOf = new Int32Array(loans.count)
  const cellLoans = new Float64Array(CELL_COUNT)

  for (let i = 0; i < loans.count; i++) {
    const termMonths = loans.termMonths[i]!
    const remainingMonths = loans.remainingMonths[i]!
    const repayment = loans.repayment[i]!
    const planKey = (termMonths * 4096 + remainingMonths) * REPAYMENTS.length + repayment
    let planId = planIds.get(planKey)
    if (planId === undefined) {
      planId = plans.length
      planIds.set(planKey, planId)
      const { renewal, amortisationRate } = book
      plans.push(
        plan({
          termMonths,
          remainingMonths,
          repayment: REPAYMENTS[repayment]!,
          renewal,
          amortisationRate,
          horizonMonths,
        }),
      )
    }
    const cell = cellIndex(loans.grade[i]!, termBandOf(termMonths), loans.collateral[i]!)
    const vatBand = vatBandOf(loans.line[i]!)
    cellLoans[cell]!++
    const classKey = (planId * CELL_COUNT + cell) * VAT_BANDS.length + vatBand
    let id = classIds.get(classKey)
    if (id === undefined) {
      id = classes.length
      classIds.set(classKey, id)
      classes.push({ plan: planId, cell, vatBand })
    }
    classOf[i] = id
  }

  const cells = Int32Array.from(Array.from(cellLoans.keys()).filter((c) => cellLoans[c]! > 0))
  const classWeights = new Float64Array(classes.length * WEIGHTS)
  for (let i = 0; i < loans.count; i++) {
    const at = classOf[i]! * WEIGHTS
    classWeights[at]! += loans.balance[i]!
    classWeights[at + 1]! += 1
    classWeights[at + 2]! += loans.deposit[i]!
    classWeights[at + 3]! += loans.fees[i]!
    classWeights[at + 4]! += loans.ownerAum[i]!
  }

  const columnIds = new Map<number, number>()
  const columnKey = (cell: number, rateYear: number, vatBand: number): number =>
    (cell * VAT_BANDS.length + vatBand) * rateYears + rateYear
  for (const c of classes)
    for (let ry = 0; ry < rateYears; ry++)
      if (fullOfRateYear(plans[c.plan]!, ry) > 0) columnIds.set(columnKey(c.cell, ry, c.vatBand), 0)
  const keys = [...columnIds.keys()].sort((a, b) => a - b)
  for (const [k, key] of keys.entries()) columnIds.set(key, k)
  const columns = keys.map((key) => ({
    cell: Math.floor(key / (rateYears * VAT_BANDS.length)),
    rateYear: key % rateYears,
    vatBand: Math.floor(key / rateYears) % VAT_BANDS.length,
  }))

  const fullEarned = new Float64Array(columns.length)
  const classColumns = new Int32Array(classes.length * rateYears).fill(-1)
  for (const [id, c] of classes.entries())
    for (let ry = 0; ry < rateYears; ry++) {
      const full = fullOfRateYear(plans[c.plan]!, ry)
      if (full === 0) continue
      const column = columnIds.get(columnKey(c.cell, ry, c.vatBand))!
      classColumns[id * rateYears + ry] = column
      fullEarned[column]! += full * classWeights[id * WEIGHTS]!
    }

  const positions = new Map(Array.from(cells, (cell, position) => [cell, position]))
  return {
    loans,
    horizonMonths,
    years,
    rateYears,
    plans,
    cells,
    cellLoans: Float64Array.from(cells, (c) => cellLoans[c]!),
    columns,
    fullEarned,
    classOf,
    classPlan: Int32Array.from(classes, (c) => c.plan),
    classCell: Int32Array.from(classes, (c) => positions.get(c.cell)!),
    classColumns,
    classWeights,
  }
}

/** Balance-years of a plan that fall in contracts signed in one rate year. */
function fullOfRateYear(p: Plan, rateYear: number): number {
  let sum = 0
  for (let y = 0; y < p.years; y++) sum += p.full[rateYear * p.years + y]!
  return sum
}
