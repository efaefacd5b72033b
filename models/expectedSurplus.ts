import type { Economics } from './economics.ts'
import { isLgdShifted, meanLgd } from './expectation.ts'
import type { ExpectationInputs } from './expectation.ts'
import type { Layout } from './layout.ts'
import { loanMoney } from './loanMoney.ts'
import type { LoanMoney } from './loanMoney.ts'
import { shiftedPds, yearlyPds } from './yearlyPds.ts'

/** Expected surplus per unit of balance at a PD multiple on top of the scenario's own; exact, and remembered. */
export type ExpectedSurplus = (multiple: number) => number

/**
 * The expected surplus of a schedule, from the closed form of what the cube's sums are in expectation; a multiple costs no more than the firms' PDs at it.
 *
 *     S(m) = (full − Σ_y Σ_i P_i(default in y; m)·(taken_{i,y} + exposure_{i,y}·LGD_{i,y})) ÷ earned balance-years
 *
 * @param net  rates net of VAT by column
 * Tested against those sums cell by cell and the build-up made of it.
 */
export function expectedSurplus(inputs: ExpectationInputs, net: Float64Array, economics: Economics): ExpectedSurplus {
  const { firms, layout, shocks, exposure } = inputs
  const { loans, years } = layout
  const money = loanMoney(inputs, net, economics)
  const alive = borrowersOnly(inputs.alive, layout, firms.count)
  const lost = Array.from({ length: years }, (_, y) => lossesOf(inputs, money, y))
  const [fullMargin, fullEarned] = [total(money.margin[0]!), total(money.earned[0]!)]
  const known = new Map<number, number>()

  const surplusAt = (multiple: number): number => {
    let [surplus, earned] = [fullMargin, fullEarned]
    const surviving = new Float64Array(firms.count).fill(1)
    for (const [y, { taken, exposed, lgdOf }] of lost.entries()) {
      const lostEarned = money.earned[y + 1]!
      const unshifted = yearlyPds(firms, shocks, y, alive, multiple)
      const pds = shiftedPds(unshifted, exposure, shocks, y)
      for (let i = 0; i < loans.count; i++) {
        const firm = loans.obligor[i]!
        const p = surviving[firm]! * pds[firm]!
        earned -= p * lostEarned[i]!
        surplus -= p * taken[i]!
        if (lgdOf && p > 0) surplus -= p * exposed[i]! * lgdOf(i, unshifted[firm]!)
      }
      for (let f = 0; f < firms.count; f++) surviving[f]! *= 1 - pds[f]!
    }
    return surplus / earned
  }
  return (multiple) => {
    const before = known.get(multiple)
    if (before !== undefined) return before
    const surplus = surplusAt(multiple)
    known.set(multiple, surplus)
    return surplus
  }
}

/** What a default in a year takes of each loan, with the loss; where the LGD hangs on the PD, the loss is left to be added. */
function lossesOf(
  inputs: ExpectationInputs,
  { margin, exposure }: LoanMoney,
  year: number,
): { taken: Float64Array; exposed: Float64Array; lgdOf: ReturnType<typeof meanLgd> | null } {
  const [taken, exposed] = [margin[year + 1]!, exposure[year + 1]!]
  const lgdOf = meanLgd(inputs, year)
  if (isLgdShifted(inputs, year)) return { taken, exposed, lgdOf }
  return { taken: taken.map((own, i) => own + exposed[i]! * lgdOf(i, NaN)), exposed, lgdOf: null }
}

/** Months with a loan standing, 0 for firms without a loan of the layout. */
function borrowersOnly(alive: Uint8Array, { loans, years }: Layout, firms: number): Uint8Array {
  const own = new Uint8Array(alive.length)
  for (const firm of loans.obligor) for (let at = firm; at < years * firms; at += firms) own[at] = alive[at]!
  return own
}

const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)
