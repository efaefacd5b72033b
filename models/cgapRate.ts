import type { Rate } from './types.ts'

/** Each a share of the average portfolio, decimal a year. */
export interface CgapInputs {
  readonly adminExpense: Rate
  /** In [0, 1). */
  readonly loanLoss: Rate
  readonly costOfFunds: Rate
  /** Real growth of capital that the lender wants to earn. */
  readonly capitalization: Rate
  readonly investmentIncome: Rate
}

/**
 * Rate at which a microlender sustains itself.
 *
 *     R = (AE + LL + CF + K − II) / (1 − LL)
 *
 * @throws {RangeError} when an input is not finite or loanLoss is outside [0, 1)
 * @see CGAP (1996), Microcredit interest rates, Occasional Paper 1
 * Tested against the paper's formula: .418367.
 */
export function cgapRate(inputs: CgapInputs): Rate {
  const { adminExpense, loanLoss, costOfFunds, capitalization, investmentIncome } = inputs
  for (const [name, share] of Object.entries({ adminExpense, costOfFunds, capitalization, investmentIncome }))
    if (!Number.isFinite(share)) throw new RangeError(`cgapRate: ${name} must be a finite number, got ${share}`)
  if (!(loanLoss >= 0 && loanLoss < 1)) throw new RangeError(`cgapRate: loanLoss must be in [0, 1), got ${loanLoss}`)
  return (adminExpense + loanLoss + costOfFunds + capitalization - investmentIncome) / (1 - loanLoss)
}
