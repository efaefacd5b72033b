import type { Book, LgdModel } from '../book.ts'
import type { Strategy } from '../strategy.ts'
import { COLLATERALS } from '../types.ts'
import type { Collateral } from '../types.ts'

/** Collateral that has a value. */
const SECURED = ['residential', 'commercial', 'movable'] as const
type Secured = (typeof SECURED)[number]

/** What collateral rules need to know of a strategy. */
export type Lending = Pick<Strategy, 'scorecard' | 'collateral'>

/** Class that a loan is booked in, as an index into {@link COLLATERALS}. @param offered  class of the request, likewise */
export const bookedClass = ({ collateral }: Pick<Strategy, 'collateral'>, offered: number): number =>
  collateral.as === null ? offered : COLLATERALS.indexOf(collateral.as)

/**
 * Value of a request's collateral ÷ amount asked for.
 *
 * @param booked  class the loan is booked in, an index into {@link COLLATERALS}
 * @returns null for classes without a value
 */
export function coverOf({ lgd }: Pick<Book, 'lgd'>, booked: number): number | null {
  const secured = securedClass(booked)
  return secured && lgd.cover[secured]
}

/**
 * Part of the amount asked for that a strategy lends against the collateral.
 *
 *     min(1, LTV × cover)
 *
 * @param booked  class the loan is booked in, an index into {@link COLLATERALS}
 * @returns in (0, 1]; null where the strategy states no loan-to-value for the class, or the class has no value
 */
export function lentShare(book: Pick<Book, 'lgd'>, { collateral }: Lending, booked: number): number | null {
  const secured = securedClass(booked)
  const loanToValue = secured && collateral.loanToValue[secured]
  return loanToValue === undefined || loanToValue === null ? null : Math.min(1, loanToValue * book.lgd.cover[secured!])
}

/**
 * The book's losses given default under a strategy's collateral policy: a loan cut back to its loan-to-value is better covered.
 *
 *     cover' = value ÷ line = cover ÷ min(1, LTV × cover)
 *
 * The same for all loans of a class. Other limits on the line (gap, maximum, sales) are not taken to improve the cover: what a firm asks
 * for beyond its need is no cushion that the bank could count on, and a smaller loan is as a rule secured by less. Loans taken as booked
 * have the book's cover.
 */
export function lgdModelOf(book: Pick<Book, 'lgd'>, strategy: Lending): LgdModel {
  if (!strategy.scorecard) return book.lgd
  const cover = { ...book.lgd.cover }
  for (const secured of SECURED) cover[secured] /= lentShare(book, strategy, COLLATERALS.indexOf(secured)) ?? 1
  return { ...book.lgd, cover }
}

const securedClass = (booked: number): Secured | null => {
  const name: Collateral | undefined = COLLATERALS[booked]
  return SECURED.find((secured) => secured === name) ?? null
}
