import type { Layout } from '../models/layout.ts'
import type { Book } from '../models/book.ts'
import type { Firms } from '../models/types.ts'
import type { FactorLevels } from './engine/factorLevels.ts'
import type { Lender } from './lender.ts'

/** A book ready to simulate: its firms, and the loans of every strategy laid out. */
export interface Simulated {
  readonly book: Book
  readonly firms: Firms
  readonly levels: FactorLevels
  /** What the engine must know of each strategy, and each one's loans laid out. */
  readonly lenders: readonly Lender[]
  readonly layouts: readonly Layout[]
  /** By layout, all the loans offered of which it holds a part; the layouts themselves by default. */
  readonly offered?: readonly Layout[]
  /** Every firm once, in the order in which the guarantee network takes them in. */
  readonly guaranteeOrder: Int32Array
}
