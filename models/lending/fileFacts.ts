import { applicantReader } from '../applicants.ts'
import type { Layout } from '../layout.ts'
import type { Book } from '../book.ts'
import { COLLATERALS, REPAYMENTS } from '../types.ts'
import type { Applicant, Firms, Loans } from '../types.ts'
import type { Files } from './admission.ts'
import { coverOf } from './collateral.ts'
import { groupsOf, shareOfGroup } from './groups.ts'
import { STATEMENT_FIELDS } from './verify.ts'

/** Where a file stands. */
export interface FileSurroundings {
  readonly firms: Pick<Firms, 'groupings' | 'requests'>
  readonly book: Pick<Book, 'lgd'>
  readonly layout: Pick<Layout, 'loans'>
}

/**
 * All that the six elements may be judged by: what the strategy sees of the applicant, and beside it
 *
 *     settlementIndex, negativeSituations      where the strategy keeps an index
 *     collateral, loanToValue                  class booked, and line ÷ collateral value
 *     line, lineToSales, lineToGap, amountToGap, termMonths, repayment
 *     lossToNetAssets                          lawsuits, accidents, investments and guarantees ÷ net assets
 *     overBorrowing                            loans of all banks ÷ working-capital need
 *     sectorShare, clusterShare                share of the granted balance in the firm's sector and cluster
 *
 * @param loan  the file's own loan alone, granted or not
 * @returns by field; figures that cannot be had are left out, as are those of statements that are not asked for
 */
export function fileFacts(
  { firms, book, layout }: FileSurroundings,
  files: Files,
  loan: Loans,
  row: number,
): Applicant {
  const { strategy, scored, told } = files
  const applicant = applicantReader(told)(row)
  const withoutStatements = strategy.verification.kind === 'none'
  const number = (field: string): number => {
    const value = applicant[field]
    return typeof value === 'number' && !(withoutStatements && STATEMENT_FIELDS.includes(field)) ? value : NaN
  }
  const { amount, financingGap } = firms.requests
  const line = loan.line[0]!
  const collateral = loan.collateral[0]!
  const ofGroup = (name: 'sector' | 'cluster'): number => {
    const groups = groupsOf(firms, name)
    return groups ? shareOfGroup(layout.loans, groups, row) : NaN
  }
  const facts: Applicant = {
    ...applicant,
    settlementIndex: strategy.settlement ? scored.index[row]! : NaN,
    negativeSituations: strategy.settlement ? scored.flags[row]! : NaN,
    collateral: COLLATERALS[collateral]!,
    loanToValue: line / ((coverOf(book, collateral) ?? NaN) * amount[row]!),
    line,
    lineToSales: line / number(withoutStatements ? 'flowSales' : 'annualSales'),
    lineToGap: line / financingGap[row]!,
    amountToGap: amount[row]! / financingGap[row]!,
    termMonths: loan.termMonths[0]!,
    repayment: REPAYMENTS[loan.repayment[0]!]!,
    lossToNetAssets: number('netAssets') > 0 ? number('lossAmount') / number('netAssets') : NaN,
    overBorrowing: number('allBankLoans') / number('workingCapitalNeed'),
    sectorShare: ofGroup('sector'),
    clusterShare: ofGroup('cluster'),
  }
  const known = Object.entries(facts).filter(
    ([field, value]) =>
      (typeof value !== 'number' || Number.isFinite(value)) && !(withoutStatements && STATEMENT_FIELDS.includes(field)),
  )
  return Object.fromEntries(known)
}
