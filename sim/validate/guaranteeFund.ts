import { simulatedDeviation, simulatedMean } from './estimates.ts'
import type { Family } from './family.ts'
import { simulated } from './row.ts'
import { testBook } from './testBook.ts'

const PDS = [0.1, 0.2, 0.3, 0.15]
const BALANCES = [1, 2, 3, 4]
const LGDS = [0.5, 0.4, 0.6, 0.45]
/** The fund pays four fifths of a loss, until 30 % of the year's guaranteed balance has defaulted. */
const FUND = { bankShare: 0.2, cap: 0.3 }
/** Every default falls in the middle of this month, so that the year's balance-years are known for each set of defaults. */
const MONTH = 6
const SOURCE = 'enumeration of the 16 sets of defaults'

/** A guarantee fund with a cap over four loans that default independently. */
export const guaranteeFund: Family = {
  title: 'guarantee fund',
  rows: async (run) => {
    const cube = await run(
      testBook({
        pds: Float64Array.from(PDS),
        balances: Float64Array.from(BALANCES),
        lgds: Float64Array.from(LGDS),
        guaranteeFund: FUND,
        defaultMonth: MONTH,
        paths: 200_000,
      }),
    )
    const outcomes = Array.from({ length: 2 ** PDS.length }, (_, set) => outcomeOf(set))
    const mean = outcomes.reduce((sum, { probability, loss }) => sum + probability * loss, 0)
    const variance = outcomes.reduce((sum, { probability, loss }) => sum + probability * (loss - mean) ** 2, 0)
    return [
      simulated('fund with a cap over 4 loans: the bank’s mean loss', SOURCE, mean, simulatedMean(cube, cube.loss)),
      simulated(
        'fund with a cap over 4 loans: standard deviation of the bank’s loss',
        SOURCE,
        Math.sqrt(variance),
        simulatedDeviation(cube, cube.loss, mean),
      ),
    ]
  },
}

/** The bank's loss when the loans whose bits are set default. */
function outcomeOf(set: number): { readonly probability: number; readonly loss: number } {
  let [probability, principal, balanceYears, loss] = [1, 0, 0, 0]
  for (const [i, balance] of BALANCES.entries()) {
    const defaults = ((set >> i) & 1) === 1
    probability *= defaults ? PDS[i]! : 1 - PDS[i]!
    principal += defaults ? balance : 0
    balanceYears += defaults ? (balance * (MONTH - 0.5)) / 12 : balance
    loss += defaults ? balance * LGDS[i]! : 0
  }
  if (set === 0) return { probability, loss: 0 }
  const shared = Math.min(1, (FUND.cap * balanceYears) / principal)
  return { probability, loss: loss * (FUND.bankShare * shared + 1 - shared) }
}
