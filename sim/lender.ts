import type { Book, LgdModel } from '../models/book.ts'
import type { GuaranteeFund } from '../models/strategy.ts'
import type { JointGroups, WatchTerms } from './engine/task.ts'

/** A strategy as far as it acts after the loans are granted. */
export interface Lender {
  readonly guaranteeFund: GuaranteeFund | null
  /** The book's losses given default under the strategy's collateral policy. */
  readonly lgd: LgdModel
  readonly watch: WatchTerms | null
  readonly joint: JointGroups | null
}

/** A lender who takes the book's losses as they come. */
export const plainLender = ({ lgd }: Pick<Book, 'lgd'>, guaranteeFund: GuaranteeFund | null = null): Lender => ({
  guaranteeFund,
  lgd,
  watch: null,
  joint: null,
})

/** Whether the formulas of conditional means and variances stand for all that the lender does. */
export const isFormulaic = ({ watch, joint }: Lender): boolean => watch === null && joint === null
