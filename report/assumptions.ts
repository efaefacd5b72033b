import type { Book, GlobalFactor, GuaranteeNetwork } from '../models/book.ts'
import type { GuaranteeFund, Strategy } from '../models/strategy.ts'
import type { Study } from '../models/study.ts'
import type { Text } from '../models/text.ts'

/** How the firms of a book default together, and what a default costs. */
export interface BookAssumptions {
  readonly title: Text
  /** Mean 12-month default probability the book is calibrated to; null for a tape, which brings its own. */
  readonly baseDefaultRate: number | null
  readonly factors: Book['factors']
  readonly globalFactor: GlobalFactor
  readonly guarantees: GuaranteeNetwork | null
  /** λ of the PD–LGD link. */
  readonly lgdLink: number
  readonly npl: Book['npl']
}

/** A strategy's guarantee fund. */
interface FundAssumptions {
  readonly title: Text
  readonly fund: GuaranteeFund
}

/** What the simulation takes for granted, for the report to say. */
export interface Assumptions {
  readonly books: readonly BookAssumptions[]
  /** Of the strategies that have one. */
  readonly funds: readonly FundAssumptions[]
}

/** Assumptions of a study's books and strategies; those that the variants of a vary study share stand once. */
export const assumptionsOf = ({ books, strategies }: Pick<Study, 'books' | 'strategies'>): Assumptions => ({
  books: distinct(books.map(ofBook)),
  funds: distinct(strategies.flatMap(ofStrategy)),
})

const ofBook = (book: Book): BookAssumptions => ({
  title: book.title,
  baseDefaultRate: book.kind === 'synthetic' ? book.baseDefaultRate : null,
  factors: book.factors,
  globalFactor: book.globalFactor,
  guarantees: book.guarantees,
  lgdLink: book.lgd.link,
  npl: book.npl,
})

const ofStrategy = ({ title, guaranteeFund: fund }: Strategy): FundAssumptions[] => (fund ? [{ title, fund }] : [])

const distinct = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
]
