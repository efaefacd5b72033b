import type { Selection } from '../result.ts'
import { LGD_KINDS } from '../types.ts'
import type { Loans } from '../types.ts'

const FRAUD = LGD_KINDS.indexOf('fraud')

/**
 * Expected loss of a year's loans as the bank prices it, and as it is before any scenario: with the true PDs, and the LGD of
 * borrowers who turn out to be frauds.
 *
 *     Σ PD·LGD·balance / Σ balance
 *
 * @param loans     those granted
 * @param truePd    by firm
 * @param fraudLgd  mean LGD of frauds
 */
export function expectedLosses(
  loans: Pick<Loans, 'obligor' | 'balance' | 'assignedPd' | 'assignedLgd' | 'lgdKind'>,
  truePd: Float64Array,
  fraudLgd: number,
): Pick<Selection, 'expectedLossPriced' | 'expectedLossTrue'> {
  let [balance, priced, real] = [0, 0, 0]
  for (const [i, own] of loans.balance.entries()) {
    const lgd = loans.assignedLgd[i]!
    balance += own
    priced += own * loans.assignedPd[i]! * lgd
    real += own * truePd[loans.obligor[i]!]! * (loans.lgdKind[i] === FRAUD ? fraudLgd : lgd)
  }
  return { expectedLossPriced: priced / balance, expectedLossTrue: real / balance }
}
