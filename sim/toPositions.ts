import { WEIGHTS } from '../models/layout.ts'
import type { Layout } from '../models/layout.ts'
import { severityOf } from '../models/lgd.ts'
import type { LgdTables } from '../models/lgd.ts'
import { lgdLink } from '../models/lgdLink.ts'
import type { LinkedPortfolio } from '../models/lgdLink.ts'
import { inYear } from '../models/shocks.ts'
import type { Shocks } from '../models/scenario.ts'
import type { GuaranteeFund } from '../models/strategy.ts'
import { cellAt } from '../models/types.ts'
import type { Firms } from '../models/types.ts'
import { listsByPlace } from './engine/firmOrder.ts'
import type { FirmOrder } from './engine/firmOrder.ts'
import { shared } from './engine/shared.ts'
import type { TakeMemory } from './engine/shared.ts'
import type { FundTerms, Positions, Relationship } from './engine/task.ts'

/** What a scenario and a strategy say about the loans' losses. */
export interface LossTerms {
  readonly lgd: LgdTables
  /** Yearly PD by firm, a list for each year. */
  readonly pds: readonly Float64Array[]
  readonly fund: GuaranteeFund | null
  readonly shocks: Pick<Shocks, 'guaranteeFundCap'>
  /** λ of the LGD link, the loans whose mean LGD it keeps, and the global factor it acts through; null without a link. */
  readonly link: ({ readonly strength: number } & Omit<LinkedPortfolio, 'pds'>) | null
}

/**
 * Lays a strategy's loans out as the kernels read them.
 *
 * @param take  gives the memory that threads share
 */
export function toPositions(
  layout: Layout,
  firms: Firms,
  { lgd, pds, fund, shocks, link }: LossTerms,
  order: FirmOrder,
  take: TakeMemory,
): Omit<Positions, 'watch' | 'joint'> {
  const { loans, years, rateYears, horizonMonths, plans, classOf, classPlan } = layout
  const sectors = firms.groupings.get('sector')
  const { starts: firstLoan, items: rows } = loansByPlace(loans.obligor, order)
  const doubles = shared(new Float64Array(loans.count * 4), take)
  const integers = new Int32Array(doubles.buffer, 0, 8 * loans.count)
  const fullBalance = new Float64Array(horizonMonths)
  const fullFunded = new Float64Array(rateYears)
  const fullDeposits = new Float64Array(rateYears)
  let fullFees = 0
  let fullOwnerAum = 0
  let fullLoanYears = 0
  for (const [k, i] of rows.entries()) {
    doubles[4 * k] = loans.balance[i]!
    doubles[4 * k + 1] = loans.deposit[i]!
    doubles[4 * k + 2] = loans.assignedLgd[i]!
    integers[8 * k + 6] = classOf[i]!
    const sector = sectors ? sectors.codes[loans.obligor[i]!]! : 0
    integers[8 * k + 7] = (severityOf(loans.lgdKind[i]!, loans.collateral[i]!) << 16) | sector
  }
  const relationship = (values: Float64Array): Relationship =>
    ratioToBalance(values, loans.balance) ??
    shared(
      Float64Array.from(rows, (i) => values[i]!),
      take,
    )
  for (const [c, planId] of classPlan.entries()) {
    const [balance, count, deposit, fees, ownerAum] = layout.classWeights.subarray(c * WEIGHTS, (c + 1) * WEIGHTS)
    const p = plans[planId]!
    for (let m = 0; m < horizonMonths; m++) fullBalance[m]! += balance! * p.balance[m]!
    for (let ry = 0; ry < rateYears; ry++)
      for (let y = 0; y < years; y++) {
        const full = p.full[ry * years + y]!
        fullFunded[ry]! += balance! * full
        fullDeposits[ry]! += deposit! * full
        fullFees += fees! * full
        fullOwnerAum += ownerAum! * full
      }
    for (const standing of p.fullYears) fullLoanYears += count! * standing
  }

  const stride = 2 * rateYears + 2
  const planLost = new Float64Array(plans.length * horizonMonths * stride)
  const planLeft = new Float64Array(plans.length * horizonMonths * (rateYears + 1))
  for (const [id, p] of plans.entries())
    for (let m = 0; m < horizonMonths; m++) {
      const at = (id * horizonMonths + m) * stride
      for (let ry = 0; ry < rateYears; ry++)
        for (let y = 0; y < years; y++) {
          const from = (m * rateYears + ry) * years + y
          planLost[at + ry]! += p.lostEarned[from]!
          planLost[at + rateYears + ry]! += p.lostFunded[from]!
          planLost[at + 2 * rateYears]! += p.lostFunded[from]!
        }
      for (let y = 0; y < years; y++) planLost[at + 2 * rateYears + 1]! += p.lostYears[m * years + y]!
      const left = (id * horizonMonths + m) * (rateYears + 1)
      for (let y = 0; y < years; y++) {
        for (let ry = 0; ry < rateYears; ry++) planLeft[left + ry]! += p.left[(m * rateYears + ry) * years + y]!
        planLeft[left + rateYears]! += p.leftYears[m * years + y]!
      }
    }
  const planBalance = new Float64Array(plans.length * horizonMonths)
  const planRateYear = new Uint8Array(plans.length * horizonMonths)
  const planSigned = new Int16Array(plans.length * horizonMonths)
  for (const [id, p] of plans.entries()) {
    planBalance.set(p.balance, id * horizonMonths)
    planRateYear.set(p.rateYear, id * horizonMonths)
    planSigned.set(p.signed, id * horizonMonths)
  }

  return {
    firstLoan,
    records: { doubles, integers },
    loans: loans.count,
    hasDeposits: loans.deposit.some((d) => d !== 0),
    fees: relationship(loans.fees),
    ownerAum: relationship(loans.ownerAum),
    classPlan,
    classCell: layout.classCell,
    classColumns: layout.classColumns,
    planBalance,
    planConstant: Uint8Array.from(plans, (p) => (p.constant ? 1 : 0)),
    planRateYear,
    planSigned,
    planLost,
    planLeft,
    fullBalance,
    fullEarned: layout.fullEarned,
    fullFunded,
    fullDeposits,
    fullFees,
    fullOwnerAum,
    fullLoanYears,
    cells: layout.cells.length,
    columns: layout.columns.length,
    lgd,
    link: link ? lgdLink(link.strength, { ...link, pds }, lgd) : null,
    fund: fund ? fundTerms(layout, fund, shocks) : null,
  }
}

/** The one ratio that all loans have to their balance, but for rounding; null where they differ. */
function ratioToBalance(values: Float64Array, balances: Float64Array): number | null {
  const ratio = values.reduce((a, b) => a + b, 0) / balances.reduce((a, b) => a + b, 0)
  return values.every((value, i) => Math.abs(value - ratio * balances[i]!) <= 1e-12 * Math.abs(value)) ? ratio : null
}

/** Which cells and columns a guarantee fund covers, and its caps. */
function fundTerms(
  { cells, columns, rateYears }: Layout,
  { covers, bankShare, cap }: GuaranteeFund,
  { guaranteeFundCap }: Pick<Shocks, 'guaranteeFundCap'>,
): FundTerms {
  const isCovered = (cell: number): boolean => covers.includes(cellAt(cell).collateral)
  const covered = Int32Array.from(columns.keys()).filter((k) => isCovered(columns[k]!.cell))
  return {
    coveredCell: Uint8Array.from(cells, (cell) => (isCovered(cell) ? 1 : 0)),
    columns: covered,
    columnRateYear: covered.map((k) => columns[k]!.rateYear),
    bankShare,
    // Contracts signed before month 0 are under the first year's cap.
    cap: Float64Array.from({ length: rateYears }, (_, ry) => inYear(guaranteeFundCap, Math.max(0, ry - 1), cap)),
  }
}

/** Loans by the place of their firm: where each firm's begin, and which they are. */
function loansByPlace(
  obligor: Int32Array,
  order: FirmOrder,
): { readonly starts: Int32Array; readonly items: Int32Array } {
  const starts = new Int32Array(order.firms.length + 1)
  for (const firm of obligor) starts[firm + 1]!++
  for (let f = 0; f < order.firms.length; f++) starts[f + 1]! += starts[f]!
  // Obligors rise, so that a firm's loans follow each other.
  return listsByPlace(starts, Int32Array.from(obligor.keys()), order)
}
