import { economics } from '../economics.ts'
import type { Schedule } from '../schedule.ts'
import type { Probability, Rate } from '../types.ts'
import { meanLoanYears } from './bandMoney.ts'
import type { BandedCase } from './bandedCase.ts'
import { cellTakes } from './cellTake.ts'

/** Offered rate of a cell, by cellIndex: within 0 and the cap, before any scenario. That of the first contract decides who takes the loan. */
export type RateOf = (cell: number) => Rate

/** Who takes the loan at some rates, and what they are expected to bring; lists hold means over the paths of each replicate. */
export interface Take {
  /** Entry of the case's `bands` × cell position of its cube. */
  readonly shares: readonly Float64Array[]
  /** Balance at month 0 ÷ balance offered. */
  readonly volume: number
  /** By loans. */
  readonly meanTruePd: Probability
  /** The stated schedule with the costs of the strategy's process on all that is taken. */
  readonly schedule: Schedule
  /** Earned balance-years over the horizon, and money: interest and cross income, the bank's loss, the surplus. */
  readonly earned: Float64Array
  readonly income: Float64Array
  readonly loss: Float64Array
  readonly surplus: Float64Array
}

/**
 * Expected money of those who take the loan, exact on the sums of the bands' cubes: one share a cell and band weighs all of it.
 *
 *     surplus = Σ_b Σ_c a_cb(r_c)·( Σ_{k in c} (r_k − v(r_k))·E_kb + rest_cb ) − C_fix(a)·Σ_b Σ_c a_cb·L_cb
 *
 * All applicants' files are paid for by those who take the loan, so that the fixed cost C_fix of a loan-year hangs on every share.
 *
 * @param stated  schedule whose costs and cap count; its rates do not
 * @returns the take at any rates: of the cells that `counts` holds for, by default all
 * Tested against the judgement of the whole cube where everybody takes the loan.
 */
export function expectedTake(
  { bands, demand, scenario, scheduled }: Pick<BandedCase, 'bands' | 'demand' | 'scenario' | 'scheduled'>,
  stated: Schedule,
): (rateOf: RateOf, counts?: (cell: number) => boolean) => Take {
  const { replicates, years } = bands[0]!.cube
  const standing = bands.map(({ cube }) => meanLoanYears(cube))
  const scheduledAt = (shares: readonly Float64Array[]): Schedule => {
    const expected = shares.map((own, b) => own.reduce((sum, share, c) => sum + share * standing[b]![c]!, 0))
    return scheduled(stated, shares, sum(expected))
  }
  const whole = scheduledAt(standing.map((own) => own.map(() => 1)))
  const unfixed = economics({ ...whole, costs: { ...whole.costs, fixedCost: 0 } }, scenario, years)
  const takes = bands.map((band) => cellTakes(band, demand, whole, unfixed))

  return (rateOf, counts = () => true) => {
    const taken = bands.map(({ cube }, b) => takes[b]!.map((take, c) => take(rateOf(cube.cells[c]!))))
    const shares = taken.map((cells) => Float64Array.from(cells, ({ share }) => share))
    const schedule = scheduledAt(shares)
    const column = (): Float64Array => new Float64Array(replicates)
    const [earned, income, loss, surplus] = [column(), column(), column(), column()]
    let [balance, offered, loans, pds] = [0, 0, 0, 0]
    for (const [b, { cube, balance: balances, truePd }] of bands.entries())
      for (const [c, own] of taken[b]!.entries()) {
        if (!counts(cube.cells[c]!)) continue
        offered += balances[c]!
        balance += own.share * balances[c]!
        loans += own.share * cube.cellLoans[c]!
        pds += own.share * truePd[c]!
        for (let r = 0; r < replicates; r++) {
          earned[r]! += own.earned[r]!
          income[r]! += own.income[r]!
          loss[r]! += own.loss[r]!
          surplus[r]! += own.surplus[r]! - schedule.costs.fixedCost * own.loanYears[r]!
        }
      }
    return { shares, volume: balance / offered, meanTruePd: pds / loans, schedule, earned, income, loss, surplus }
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
