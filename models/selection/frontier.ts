import type { Economics } from '../economics.ts'
import type { ExpectationInputs } from '../expectation.ts'
import { netRates } from '../judge/netRates.ts'
import type { Layout } from '../layout.ts'
import { declineCode } from '../lending/assess.ts'
import type { Assessment } from '../lending/assess.ts'
import { columnRates, priceCells } from '../price.ts'
import type { CellRates } from '../price.ts'
import type { DeclineReason, FrontierPoint } from '../result.ts'
import type { Schedule } from '../schedule.ts'
import type { Strategy } from '../strategy.ts'
import type { Applicants } from '../types.ts'
import { aliveMonths } from '../yearlyPds.ts'
import { expectedMoney } from './expectedMoney.ts'
import { fileCost } from './fileCost.ts'
import { vetoes } from './vetoes.ts'

/** What the frontier is made from. */
export interface FrontierInputs {
  readonly strategy: Pick<Strategy, 'scorecard' | 'admission' | 'verification' | 'process'>
  /** Applicants as the strategy has verified them. */
  readonly told: Applicants
  readonly assessment: Pick<Assessment, 'declined'>
  /** What the strategy grants {@link withoutCutOff} and without caps on the whole book: at most one loan a firm. */
  readonly uncut: Layout
  /** That of the verdict on the loans granted. */
  readonly expectation: ExpectationInputs
  /** Rates of the cells of the loans granted; they stay whoever else is lent to. */
  readonly cellRates: CellRates
  /** With the strategy's own costs but for those of files, which are paid for here: strategyCosts of 0 applicants. */
  readonly schedule: Schedule
  /** Of that schedule in the scenario. */
  readonly economics: Economics
}

/** Cut-offs shown at most. */
const POINTS = 25
/** Caps on the whole book: whom they declined stays declined. */
const CAPS: readonly DeclineReason[] = ['sectorShare', 'clusterShare']

/**
 * The cut-off frontier: what the book were worth if the best-ranked applicants were lent to, up to a share of them. Too strict, and
 * no customers are left to pay for the files; too loose, and losses outgrow the income.
 *
 *     coverageRatio = (Σ (income − cost − target) − cost of every applicant's file) / Σ loss,   sums over the loans up to the cut
 *
 * Applicants rank by assigned PD, and equals stand or fall together. The cut takes the place of the card's worst level, of a quota,
 * and of the least settlement index where that is the score. Limits of the card, other admission rules, and caps on a sector or a
 * cluster decline whom they declined. Sums are expectations in closed form, see {@link expectedMoney}.
 *
 * @returns points from the strictest cut to none
 * Tested against the cube's sums in expectation and the build-up of the loans up to each cut.
 */
export function frontier(inputs: FrontierInputs): FrontierPoint[] {
  const { strategy, uncut, expectation, economics } = inputs
  const { loans, horizonMonths, years } = uncut
  const { firms } = expectation
  const alive = aliveMonths(firms, [uncut], years)
  const money = expectedMoney({ ...expectation, layout: uncut, alive }, netOfVat(inputs), economics)
  const files = fileCost(strategy) * firms.count
  const ranked = ranking(inputs)

  const points: FrontierPoint[] = []
  let [margin, loss, earned] = [-files, 0, 0]
  let due = 1
  for (const [k, i] of ranked.entries()) {
    margin += money.margin[i]!
    loss += money.loss[i]!
    earned += money.earned[i]!
    const cutOff = loans.assignedPd[i]!
    const reached = ((k + 1) * POINTS) / ranked.length
    if (reached < due || (k + 1 < ranked.length && loans.assignedPd[ranked[k + 1]!] === cutOff)) continue
    due = Math.floor(reached) + 1
    points.push({
      approvalRate: (k + 1) / firms.count,
      cutOff,
      loans: k + 1,
      balance: (earned * 12) / horizonMonths,
      coverageRatio: loss > 0 ? margin / loss : null,
      surplus: margin - loss,
      surplusRate: (margin - loss) / earned,
    })
  }
  return points
}

/** Loans that the cut decides on, by rising assigned PD. */
function ranking({ strategy, told, assessment, uncut: { loans } }: FrontierInputs): Int32Array {
  const isVetoed = vetoes(strategy, told)
  const capped = CAPS.map(declineCode)
  const { assignedPd, obligor } = loans
  return Int32Array.from(obligor.keys())
    .filter((i) => !capped.includes(assessment.declined[obligor[i]!]!) && !isVetoed(obligor[i]!))
    .sort((a, b) => assignedPd[a]! - assignedPd[b]!)
}

/** Rates less VAT by column of the uncut loans. */
function netOfVat(inputs: FrontierInputs): Float64Array {
  const { uncut, schedule, economics } = inputs
  const { columns, cells } = uncut
  return netRates(columnRates(columns, cells, offeredRates(inputs), economics, schedule.cap), columns, schedule.costs)
}

/** Offered rates of the uncut loans' cells: the table's, or the formula's for the loans granted, or for all where none is. */
function offeredRates({ uncut, expectation, cellRates, schedule }: FrontierInputs): Float64Array {
  const { rates, cap } = schedule
  if (rates) return Float64Array.from(uncut.cells, (cell) => Math.min(cap, rates[cell]!))
  const granted = new Map(
    Array.from(expectation.layout.cells, (cell, position) => [cell, cellRates.offered[position]!]),
  )
  return priceCells(uncut, schedule).offered.map((rate, position) => granted.get(uncut.cells[position]!) ?? rate)
}
