import type { OutcomeCube } from '../cube.ts'
import type { Repriced } from './terms.ts'

/**
 * Outcomes as those of a book of so many times the loans and of the same mix would be, per unit of its money: conditional means are the
 * same, conditional variances are divided by `times`. Sums stay those of the smaller book; see {@link ofLoans} for what is told of them.
 */
export function withLoans(cube: OutcomeCube, times: number): OutcomeCube {
  const { spread } = cube
  if (!spread || times === 1) return cube
  return {
    ...cube,
    spread: {
      lossVariance: spread.lossVariance.map((variance) => variance / times),
      year1LossVariance: spread.year1LossVariance.map((variance) => variance / times),
      cellCovariance: spread.cellCovariance.map((covariance) => covariance / times),
    },
  }
}

/** An answer with the balances and numbers of loans of a book of so many times the loans. */
export function ofLoans(answer: Repriced, times: number): Repriced {
  if (times === 1) return answer
  const { balance, cells, standardErrors } = answer
  const errors = standardErrors['cells'] as readonly Readonly<Record<string, unknown>>[]
  return {
    ...answer,
    balance: balance * times,
    cells: cells.map((cell) => ({ ...cell, loans: cell.loans * times, balance: cell.balance * times })),
    standardErrors: {
      ...standardErrors,
      balance: Number(standardErrors['balance']) * times,
      cells: errors.map((error) => ({ ...error, balance: Number(error['balance']) * times })),
    },
  }
}
