import type { Layout } from '../layout.ts'
import { cellMeans, loanRates } from '../price.ts'
import type { PricingKind, Schedule } from '../schedule.ts'
import { cellAt, cellIndex, cellKey, termBandOf } from '../types.ts'
import type { Loans, Money, Rate } from '../types.ts'

/** What each way to price asks for the same loans at the same costs, before any scenario. */
export interface AskedRates {
  /** Grades with loans, the best first. */
  readonly grades: readonly AskedGrade[]
  /** All loans. */
  readonly portfolio: Omit<AskedGrade, 'grade'>
  /** The schedule's table where it is one, income covers risk under the schedule's VAT method and under the other, then the rest. */
  readonly ways: readonly AskedWay[]
}

export interface AskedGrade {
  readonly grade: number
  readonly loans: number
  readonly balance: Money
  /** Balance-weighted mean of what interest lost on defaults adds to a cost: 1/(1 − q·PD) − 1, and 1/(1 − PD·LGD·s) − 1 with CGAP. */
  readonly lostInterest: { readonly incomeCoversRisk: number; readonly cgap: number }
}

/** One way to price; means are weighted by balance. */
export interface AskedWay {
  readonly kind: PricingKind
  /** How middle-sized lines are taxed in a rate made up net of VAT; null where the rate is agreed gross. */
  readonly vatMethod: 1 | 2 | null
  /** Mean rate of each of the grades, and of all loans, between policy floor and cap. */
  readonly grades: readonly Rate[]
  readonly portfolio: Rate
  /** Share of the balance whose rate is the policy floor or the cap. */
  readonly held: number
  /** The cell in which it is furthest from income covers risk under the schedule's VAT method; null for that itself. */
  readonly furthest: FurthestCell | null
}

export interface FurthestCell {
  /** `grade|termBand|collateral`. */
  readonly cell: string
  /** The cell's mean rate. */
  readonly rate: Rate
  /** That less the cell's mean rate by income covers risk. */
  readonly difference: Rate
}

/**
 * Prices loans in every way.
 *
 * @param schedule  costs, policy floor and cap of all the ways, and its own table where it is one
 * @param spreads   for LPR plus, which is left out without; default the schedule's
 * @throws {RangeError} when a formula refuses a cost parameter or a loan
 */
export function askedRates(
  layout: Pick<Layout, 'loans' | 'cells'>,
  schedule: Schedule,
  spreads: readonly Rate[] | null = schedule.spreads,
): AskedRates {
  const { loans, cells } = layout
  const own = schedule.costs.vatMethod
  const other = own === 1 ? 2 : 1
  const net = (kind: PricingKind, vatMethod: 1 | 2 = own) => ({ kind, vatMethod, rates: formula(kind, vatMethod) })
  const formula = (kind: PricingKind, vatMethod: 1 | 2): Float64Array =>
    byLoan(loans, loanRates({ ...schedule, kind, spreads, costs: { ...schedule.costs, vatMethod } }, loans))
  const gross = (kind: PricingKind, rates: Float64Array) => ({ kind, vatMethod: null, rates })
  const reference = net('incomeCoversRisk')
  const priced = [
    ...(schedule.rates ? [gross('schedule', tableRates(loans, schedule.rates, schedule.cap))] : []),
    reference,
    net('incomeCoversRisk', other),
    net('cgap'),
    net('raroc'),
    ...(spreads ? [gross('lprPlus', formula('lprPlus', own))] : []),
    net('riskNeutral'),
  ]
  const grades = gradesOf(loans)
  const floors = cellMeans(layout, (i) => reference.rates[i]!)
  return {
    grades: grades.map(({ grade, rows }) => ({ grade, ...groupOf(rows, loans, schedule) })),
    portfolio: groupOf(everyRow(loans), loans, schedule),
    ways: priced.map(({ kind, vatMethod, rates }) => ({
      kind,
      vatMethod,
      grades: grades.map(({ rows }) => weighted(rows, loans, (i) => rates[i]!)),
      portfolio: weighted(everyRow(loans), loans, (i) => rates[i]!),
      held: weighted(everyRow(loans), loans, (i) => {
        const rate = rates[i]!
        return rate >= schedule.cap || rate <= schedule.policyFloor ? 1 : 0
      }),
      furthest:
        rates === reference.rates
          ? null
          : furthest(
              cells,
              cellMeans(layout, (i) => rates[i]!),
              floors,
            ),
    })),
  }
}

const byLoan = (loans: Loans, rateOf: (i: number) => Rate): Float64Array =>
  Float64Array.from({ length: loans.count }, (_, i) => rateOf(i))

const tableRates = (loans: Loans, rates: readonly Rate[], cap: Rate): Float64Array =>
  byLoan(loans, (i) =>
    Math.min(cap, rates[cellIndex(loans.grade[i]!, termBandOf(loans.termMonths[i]!), loans.collateral[i]!)]!),
  )

const everyRow = ({ count }: Loans): number[] => Array.from({ length: count }, (_, i) => i)

/** Rows of the loans of each grade that has any. */
function gradesOf(loans: Loans): { grade: number; rows: number[] }[] {
  const rows = new Map<number, number[]>()
  for (let i = 0; i < loans.count; i++) {
    const grade = loans.grade[i]!
    const known = rows.get(grade)
    if (known) known.push(i)
    else rows.set(grade, [i])
  }
  return [...rows].map(([grade, own]) => ({ grade, rows: own })).toSorted((a, b) => a.grade - b.grade)
}

function groupOf(rows: readonly number[], loans: Loans, { costs }: Schedule): AskedRates['portfolio'] {
  const { lostInterestShare, bankShare } = costs
  const lost = (share: (i: number) => number): number => weighted(rows, loans, (i) => 1 / (1 - share(i)) - 1)
  return {
    loans: rows.length,
    balance: rows.reduce((sum, i) => sum + loans.balance[i]!, 0),
    lostInterest: {
      incomeCoversRisk: lost((i) => lostInterestShare * loans.assignedPd[i]!),
      cgap: lost((i) => loans.assignedPd[i]! * loans.assignedLgd[i]! * bankShare),
    },
  }
}

function weighted(rows: readonly number[], { balance }: Loans, valueOf: (i: number) => number): number {
  let [sum, total] = [0, 0]
  for (const i of rows) {
    sum += balance[i]! * valueOf(i)
    total += balance[i]!
  }
  return sum / total
}

/** Of cells that are equally far, the first. */
function furthest(cells: Int32Array, rates: Float64Array, floors: Float64Array): FurthestCell {
  let most = 0
  for (let k = 1; k < cells.length; k++)
    if (Math.abs(rates[k]! - floors[k]!) > Math.abs(rates[most]! - floors[most]!)) most = k
  return { cell: cellKey(cellAt(cells[most]!)), rate: rates[most]!, difference: rates[most]! - floors[most]! }
}
