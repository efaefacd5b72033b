import { layoutLoans } from '../models/layout.ts'
import { assess } from '../models/lending/assess.ts'
import { pdsOf, withinCaps } from '../models/lending/caps.ts'
import { lgdModelOf } from '../models/lending/collateral.ts'
import { balancesOf, linesOf } from '../models/lending/limit.ts'
import type { Scored } from '../models/lending/score.ts'
import { verify } from '../models/lending/verify.ts'
import type { LogitLine } from '../models/logisticFit.ts'
import { originate, pdAssigner } from '../models/originate.ts'
import type { WatchPower } from '../models/result.ts'
import { screening } from '../models/selection/screening.ts'
import { withoutCutOff } from '../models/selection/withoutCutOff.ts'
import type { Book } from '../models/book.ts'
import type { Strategy } from '../models/strategy.ts'
import type { Firms, Loans } from '../models/types.ts'
import { jointGroups } from './jointGroups.ts'
import { lazily } from './lazily.ts'
import type { Lender } from './lender.ts'
import { watchTerms } from './watchTerms.ts'
import type { Lending } from './lending.ts'

/** What all strategies of a book share. */
export interface LendingTerms {
  readonly book: Book
  readonly firms: Firms
  /** Upper edges of grades 1..9 in assigned PD. */
  readonly masterScale: readonly number[]
  readonly horizonMonths: number
  /** Every firm once, at random: who is grouped with whom. */
  readonly order: Int32Array
}

/** Takes a tape's loans as they were booked. */
export const takeAsBooked = (strategy: Strategy, terms: LendingTerms): Lending => {
  const { book, firms, masterScale, horizonMonths } = terms
  const loans = originate(firms, book, strategy, null, null, masterScale)
  const layout = layoutLoans(loans, book, horizonMonths)
  return { strategy, screened: null, loans, layout, lender: lenderOf(strategy, terms, loans, null), offer: null }
}

/**
 * Screens a book's applicants and grants loans.
 *
 * @param scored what its card and settlement index say of the applicants
 * @param line   the strategy's calibration, where it has one
 * @param watch  the power of its monitoring and renewal decisions; null without either
 * @throws {RangeError} when the strategy grants no loan
 */
export function lend(
  strategy: Strategy,
  terms: LendingTerms,
  scored: Scored,
  line: LogitLine | null,
  watch: WatchPower | null,
): Lending {
  const { book, firms, masterScale, horizonMonths } = terms
  const assignPd = pdAssigner(strategy, line)
  const told = verify(strategy, firms.applicants!)
  const alone = assess(strategy, firms, book, scored)
  const assignedPd = pdsOf(alone, assignPd)
  const balances = balancesOf(strategy, firms.requests, linesOf(strategy, firms, told, book), book)
  const assessment = withinCaps(strategy, firms, alone, balances, assignedPd)
  const loans = originate(firms, book, strategy, assessment, assignPd, masterScale)
  if (loans.count === 0) throw new RangeError(`book ${book.id}: strategy ${strategy.id} grants no loan`)
  const lender = lenderOf(strategy, terms, loans, watch)
  const fraudLgd = lender.lgd.beta.fraud.mean
  const { truePd } = firms
  return {
    strategy,
    screened: {
      told,
      assessment,
      assignedPd,
      line,
      watch,
      screening: lazily(() =>
        screening({ strategy, told, truePd, assessment, assignedPd, masterScale, loans, fraudLgd, watch }),
      ),
      uncut: lazily(() => {
        const all = withoutCutOff(strategy)
        return layoutLoans(
          originate(firms, book, all, assess(all, firms, book, alone), assignPd, masterScale),
          book,
          horizonMonths,
        )
      }),
    },
    loans,
    layout: layoutLoans(loans, book, horizonMonths),
    lender,
    offer: null,
  }
}

const lenderOf = (
  strategy: Strategy,
  { book, order }: LendingTerms,
  loans: Loans,
  watch: WatchPower | null,
): Lender => ({
  guaranteeFund: strategy.guaranteeFund,
  lgd: lgdModelOf(book, strategy),
  watch: watchTerms(strategy, watch),
  joint: strategy.jointLiability && jointGroups(strategy.jointLiability, loans, order),
})
