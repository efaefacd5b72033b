import { expect, test } from 'vitest'
import { layoutLoans } from '../../models/layout.ts'
import { loanWork } from '../../models/loanWork.ts'
import type { Loans } from '../../models/types.ts'

/** Bullet loans of balance 10, in one cell a term band. */
function bullets(terms: readonly { readonly months: number; readonly left: number }[]): Loans {
  const all = (value: number): Float64Array => new Float64Array(terms.length).fill(value)
  const codes = (value: number): Uint8Array => new Uint8Array(terms.length).fill(value)
  const indices = Int32Array.from(terms, (_, i) => i)
  return {
    count: terms.length,
    request: indices,
    obligor: indices,
    balance: all(10),
    line: all(10),
    termMonths: Int32Array.from(terms, ({ months }) => months),
    remainingMonths: Int32Array.from(terms, ({ left }) => left),
    repayment: codes(0),
    collateral: codes(4),
    deposit: all(0),
    fees: all(0),
    ownerAum: all(0),
    assignedPd: all(0.03),
    assignedLgd: all(0.45),
    lgdKind: codes(4),
    grade: codes(3),
    level: codes(0),
    score: all(NaN),
  }
}

const workOf = (renewal: 'roll' | 'runOff', ...terms: { months: number; left: number }[]) =>
  loanWork(layoutLoans(bullets(terms), { renewal, amortisationRate: 0.06 }, 36))

test('loans of a year that roll stand for the horizon and are renewed at each maturity within it', () => {
  const yearly = { months: 12, left: 12 }
  expect(workOf('roll', yearly, yearly)).toEqual({ loanYears: 6, renewals: 4 })
})

test('a running contract is renewed when what is left of it is over, one beyond the horizon never', () => {
  // matures after 5, 17 and 29 months
  const { loanYears, renewals } = workOf('roll', { months: 12, left: 5 }, { months: 60, left: 60 })
  expect(loanYears).toBeCloseTo(6, 12)
  expect(renewals).toBe(3)
})

test('loans that run off stand for what is left of them and are not renewed', () => {
  const { loanYears, renewals } = workOf('runOff', { months: 12, left: 12 }, { months: 24, left: 18 })
  expect(loanYears).toBeCloseTo(2.5, 12)
  expect(renewals).toBe(0)
})
