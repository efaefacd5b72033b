import { acceptance } from '../../models/demand/acceptance.ts'
import { layoutLoans } from '../../models/layout.ts'
import type { Study } from '../../models/study.ts'
import { cellIndex, termBandOf } from '../../models/types.ts'
import { bookSeed } from '../bookSeed.ts'
import { jointGroups } from '../jointGroups.ts'
import type { LendingTerms } from '../lend.ts'
import type { Lending } from '../lending.ts'
import { pickLoans } from '../pickLoans.ts'
import { streamKey, uniformAt } from '../random.ts'
import { bookStream } from '../synthesise/bookStream.ts'
import { offerOf } from './offer.ts'

/**
 * Lets applicants decide on what they are offered: who goes elsewhere never comes, and the rest are the strategy's loans. A loan is taken
 * where the firm's uniform, one for all strategies and scenarios, is below its acceptance at the cell's offered rate, so that a lower
 * rate keeps whom a higher one keeps.
 *
 * @param lendings  with all that the strategies grant
 * @param before    what they made of the book before the scenario; null where this is it
 * @returns the lendings themselves where the study has no demand
 * @throws {RangeError} when the study has more than one schedule, loans that run already, or nobody takes a loan
 */
export function takeUp(
  study: Study,
  { book, firms, order }: Pick<LendingTerms, 'book' | 'firms' | 'order'>,
  lendings: readonly Lending[],
  before: readonly Lending[] | null = null,
): readonly Lending[] {
  const { demand, schedules, simulation } = study
  if (!demand) return lendings
  if (schedules.length > 1)
    throw new RangeError(
      `book ${book.id}: demand needs one schedule, got ${schedules.length}: rates decide who takes the loans`,
    )
  if (book.origination === 'stock')
    throw new RangeError(`book ${book.id}: its loans run already, so that no applicant is left to go elsewhere`)
  const [key] = streamKey(bookSeed(study), 'demand', ...bookStream(book))
  return lendings.map((lending, s) => {
    const { strategy, loans } = lending
    const offer = offerOf(study, lending, book, firms, before?.[s]?.offer?.cuts ?? null)
    const rows = Int32Array.from(loans.obligor.keys()).filter((i) => {
      const grade = loans.grade[i]!
      const rate = offer.rates[cellIndex(grade, termBandOf(loans.termMonths[i]!), loans.collateral[i]!)]!
      return uniformAt(key!, loans.obligor[i]!) < acceptance(demand, grade, offer.bandOf[i]!, rate)
    })
    if (rows.length === 0)
      throw new RangeError(`book ${book.id}: nobody takes a loan of strategy ${strategy.id} at these rates`)
    const taken = pickLoans(loans, rows)
    return {
      ...lending,
      loans: taken,
      layout: layoutLoans(taken, book, simulation.horizonMonths),
      lender: {
        ...lending.lender,
        joint: strategy.jointLiability && jointGroups(strategy.jointLiability, taken, order),
      },
      offer,
    }
  })
}

/** A lending with all that is offered, whoever takes it. */
export const asOffered = (lending: Lending): Lending =>
  lending.offer ? { ...lending, loans: lending.offer.layout.loans, layout: lending.offer.layout } : lending
