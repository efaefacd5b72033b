import type { Loans } from '../../models/types.ts'

/** What matters of a loan to its price; the rest is a bullet loan of twelve months. */
export interface LoanRow {
  readonly grade: number
  readonly balance: number
  readonly pd: number
  readonly lgd?: number
  readonly collateral?: number
  readonly termMonths?: number
  readonly deposit?: number
}

/** Loans from rows, one firm each. */
export function loansOf(rows: readonly LoanRow[]): Loans {
  const floats = (value: (row: LoanRow) => number): Float64Array => Float64Array.from(rows, value)
  const codes = (value: (row: LoanRow) => number): Uint8Array => Uint8Array.from(rows, value)
  const indices = Int32Array.from(rows, (_, i) => i)
  const terms = Int32Array.from(rows, ({ termMonths = 12 }) => termMonths)
  return {
    count: rows.length,
    request: indices,
    obligor: indices,
    balance: floats(({ balance }) => balance),
    line: floats(({ balance }) => balance),
    termMonths: terms,
    remainingMonths: terms,
    repayment: codes(() => 0),
    collateral: codes(({ collateral = 4 }) => collateral),
    deposit: floats(({ deposit = 0 }) => deposit),
    fees: floats(() => 0),
    ownerAum: floats(() => 0),
    assignedPd: floats(({ pd }) => pd),
    assignedLgd: floats(({ lgd = 0.45 }) => lgd),
    lgdKind: codes(({ collateral = 4 }) => collateral),
    grade: codes(({ grade }) => grade),
    level: codes(() => 0),
    score: floats(() => NaN),
  }
}
