import { COVARIANCES } from '../../../models/cube.ts'
import { expectedLgd } from '../../../models/lgd.ts'
import { balanceOf, classOf, severityOfLoan, statedLgdOf } from '../task.ts'
import type { Positions, Task } from '../task.ts'
import type { JointLgd, LgdOf } from './jointLgd.ts'
import type { PlanMoments } from './planMoments.ts'

/** Pairs of years t ≤ y. */
export const yearPairs = (years: number): number => (years * (years + 1)) / 2

/**
 * Length of a loan's vector: E[XY | default] of LL, LE, LF, EE, EF, FF year by year; then products of the means of two years, LL, EE, EF, FF
 * by pair of years t ≤ y (both orders together), LE and LF by year of the loss × other year.
 */
export const spreadLength = (years: number): number => COVARIANCES * years + 4 * yearPairs(years) + 2 * years * years

/** Which of a loan's means (0 loss, 1 earned, 2 funded) the products by pair of years are of. */
const PRODUCTS = [
  [0, 0],
  [1, 1],
  [1, 2],
  [2, 2],
] as const

interface LoanTerms extends LgdOf {
  readonly plan: number
  readonly cell: number
  readonly balance: number
}

/**
 * What the loans of one firm have in common when it defaults: loss L, lost earned balance-years E and lost funded balance-years F of each
 * loan with those of all the firm's loans. What two loans have in common is shared equally between them.
 */
export class FirmSpread {
  loans: readonly LoanTerms[] = []
  private readonly task: Task
  private readonly positions: Positions
  private readonly lgd: JointLgd
  private readonly moments: PlanMoments
  private readonly vector: Float64Array
  /** Mean L, E, F by year: of each loan, and of all. */
  private own: Float64Array[] = []
  private readonly all: Float64Array
  private timings: readonly number[] = []
  private kept: readonly number[] = []

  constructor(task: Task, positions: Positions, lgd: JointLgd, moments: PlanMoments) {
    this.task = task
    this.positions = positions
    this.lgd = lgd
    this.moments = moments
    this.vector = new Float64Array(spreadLength(task.years))
    this.all = new Float64Array(3 * task.years)
  }

  /**
   * Turns to a firm.
   *
   * @param timings  of its default in each year, see drawnTiming
   * @param kept     share of its loss that guarantors do not pay, by year
   * @param passed   share of its like that have not failed before, by year
   */
  turnTo(firm: number, timings: readonly number[], kept: readonly number[], passed: readonly number[]): void {
    this.timings = timings
    this.kept = kept
    this.loans = this.loansOf(firm)
    this.all.fill(0)
    while (this.own.length < this.loans.length) this.own.push(new Float64Array(this.all.length))
    for (let i = 0; i < this.loans.length; i++)
      for (let y = 0; y < this.task.years; y++) {
        const { plan, balance, severity, stated } = this.loans[i]!
        const { b, e, f } = this.moments.means(plan, timings[y]!)
        const money = passed[y]! * balance
        const own = this.own[i]!
        own[3 * y] = money * b * kept[y]! * expectedLgd(this.positions.lgd, severity, y, stated)
        own[3 * y + 1] = money * e
        own[3 * y + 2] = money * f
        for (let k = 3 * y; k < 3 * y + 3; k++) this.all[k]! += own[k]!
      }
  }

  private loansOf(firm: number): LoanTerms[] {
    const { firstLoan, records, classPlan, classCell } = this.positions
    const loans: LoanTerms[] = []
    for (let loan = firstLoan[firm]!; loan < firstLoan[firm + 1]!; loan++) {
      const loanClass = classOf(records, loan)
      loans.push({
        plan: classPlan[loanClass]!,
        cell: classCell[loanClass]!,
        severity: severityOfLoan(records, loan),
        balance: balanceOf(records, loan),
        stated: statedLgdOf(records, loan),
      })
    }
    return loans
  }

  /** The vector of a loan, see {@link spreadLength}; overwritten by the next call. */
  vectorOf(i: number): Float64Array {
    const { vector, own, all } = this
    const { years } = this.task
    const mine = own[i]!
    let at = COVARIANCES * years
    for (let y = 0; y < years; y++) this.writeCovariances(i, y, this.timings[y]!, vector, COVARIANCES * y)
    for (const [x, z] of PRODUCTS)
      for (let y = 0; y < years; y++)
        for (let t = 0; t <= y; t++)
          vector[at++] = shared(mine, all, 3 * y + x, 3 * t + z) + (t < y ? shared(mine, all, 3 * t + x, 3 * y + z) : 0)
    for (let z = 1; z <= 2; z++)
      for (let y = 0; y < years; y++) for (let t = 0; t < years; t++) vector[at++] = shared(mine, all, 3 * y, 3 * t + z)
    return vector
  }

  /** E[XY | default with a timing] of a loan with all of its firm: LL, LE, LF, EE, EF, FF. */
  writeCovariances(i: number, year: number, timing: number, out: Float64Array, at: number): void {
    for (let k = at; k < at + COVARIANCES; k++) out[k] = 0
    const a = this.loans[i]!
    const kept = this.kept[year]!
    for (const b of this.loans) {
      const money = a.balance * b.balance
      const ab = this.moments.of(a.plan, b.plan, timing)
      const ba = this.moments.of(b.plan, a.plan, timing)
      const lgdA = kept * expectedLgd(this.positions.lgd, a.severity, year, a.stated)
      const lgdB = kept * expectedLgd(this.positions.lgd, b.severity, year, b.stated)
      out[at]! += money * kept * kept * this.lgd.product(a, b, year) * ab[0]!
      out[at + 1]! += (money * (lgdA * ab[1]! + lgdB * ba[1]!)) / 2
      out[at + 2]! += (money * (lgdA * ab[2]! + lgdB * ba[2]!)) / 2
      out[at + 3]! += money * ab[3]!
      out[at + 4]! += (money * (ab[4]! + ba[4]!)) / 2
      out[at + 5]! += money * ab[5]!
    }
  }
}

/** ½(x·Z + X·z): a loan's part x, z in the product of its firm's X and Z. */
const shared = (own: Float64Array, all: Float64Array, x: number, z: number): number =>
  (own[x]! * all[z]! + all[x]! * own[z]!) / 2
