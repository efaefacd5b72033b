import { principalLeft } from '../plan.ts'
import type { Book } from '../book.ts'
import type { Strategy } from '../strategy.ts'
import { COLLATERALS, REPAYMENTS } from '../types.ts'
import type { Applicants, Firms, LoanRequests, Money } from '../types.ts'
import { bookedClass, lentShare } from './collateral.ts'
import { salesSeen } from './verify.ts'

/** What can hold a line below the amount asked for. */
export type LineCapName = 'financingGap' | 'collateral' | 'maximum' | 'sales'

/** One cap on lines. */
export interface LineCap {
  readonly name: LineCapName
  /** The most that it allows the request of a row; Infinity where it does not apply to it. */
  readonly at: (row: number) => Money
}

/**
 * What a strategy's limit policy holds lines to; the line is the least of these and the amount asked for.
 *
 *     gap basis          financing gap, and LTV × cover × amount asked for where a loan-to-value is stated
 *     collateral basis   LTV × cover × amount asked for, whatever the gap; the gap where no loan-to-value is stated
 *     both               maximum, salesShare × sales
 *
 * @param told  applicants as the strategy sees them; read only where a share of sales is asked for
 * @throws {RangeError} naming the strategy and a column that the applicants lack
 */
export function lineCaps(
  strategy: Strategy,
  { requests }: Pick<Firms, 'requests'>,
  told: Applicants,
  book: Pick<Book, 'lgd'>,
): readonly LineCap[] {
  const { limit } = strategy
  const shares = COLLATERALS.map((_, offered) => lentShare(book, strategy, bookedClass(strategy, offered)))
  const shareOf = (row: number): number | null => shares[requests.collateral[row]!]!
  const caps: LineCap[] = [
    {
      name: 'financingGap',
      at: (row) => (limit.basis === 'collateral' && shareOf(row) !== null ? Infinity : requests.financingGap[row]!),
    },
    {
      name: 'collateral',
      at: (row) => {
        const share = shareOf(row)
        return share === null ? Infinity : requests.amount[row]! * share
      },
    },
  ]
  if (limit.maximum < Infinity) caps.push({ name: 'maximum', at: () => limit.maximum })
  if (limit.salesShare < Infinity) {
    const sales = salesSeen(strategy, told)
    caps.push({ name: 'sales', at: (row) => limit.salesShare * sales[requests.firm[row]!]! })
  }
  return caps
}

/** Line of each request, one entry a request; arguments and errors as {@link lineCaps}. */
export function linesOf(
  strategy: Strategy,
  firms: Pick<Firms, 'requests'>,
  told: Applicants,
  book: Pick<Book, 'lgd'>,
): Float64Array {
  const caps = lineCaps(strategy, firms, told, book)
  return firms.requests.amount.map((asked, row) => {
    let line = asked
    for (const { at } of caps) line = Math.min(line, at(row))
    return line
  })
}

/**
 * Principal left of a request's running contract at month 0, as a share of its line.
 *
 * @returns in (0, 1]; 1 for a new contract
 */
export function shareLeft(
  requests: LoanRequests,
  { amortisationRate }: Pick<Book, 'amortisationRate'>,
  row: number,
): number {
  const termMonths = requests.termMonths[row]!
  const repayment = REPAYMENTS[requests.repayment[row]!]!
  return principalLeft({ termMonths, repayment, amortisationRate }, termMonths - requests.remainingMonths[row]!)
}

/**
 * Balance of each request at month 0.
 *
 *     balance = line × utilisation × principal left of the running contract
 *
 * @param lines  see {@link linesOf}
 */
export const balancesOf = (
  { limit }: Pick<Strategy, 'limit'>,
  requests: LoanRequests,
  lines: Float64Array,
  book: Pick<Book, 'amortisationRate'>,
): Float64Array => lines.map((line, row) => line * limit.utilisation * shareLeft(requests, book, row))
