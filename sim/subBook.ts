import { layoutLoans } from '../models/layout.ts'
import type { Book } from '../models/book.ts'
import type { Firms, Loans } from '../models/types.ts'
import { factorLevels } from './engine/factorLevels.ts'
import { pickLoans } from './pickLoans.ts'
import type { PreparedBook } from './prepareBook.ts'
import { permute } from './random.ts'
import type { StreamKey } from './random.ts'
import type { Simulated } from './simulated.ts'

/**
 * Some of the loans of one strategy as a book of their own. Firms are taken in a random order until they hold the loans asked for, so
 * that a larger book holds the smaller ones; the guarantee network is drawn anew among them.
 *
 * @param strategy  index of the strategy; one whose lender is formulaic (see isFormulaic), since groups and alarms hang on all of the book
 * @param loans     number of loans wanted, at most the strategy's; a firm with several may go beyond it
 * @param book      the book's settings, or what is to be changed of them
 */
export function subBook(
  { firms, simulated }: Pick<PreparedBook, 'firms' | 'simulated'>,
  strategy: number,
  loans: number,
  book: Book,
  correlation: 'model' | 'none',
  key: StreamKey,
): Simulated {
  const { layouts, lenders } = simulated
  const layout = layouts[strategy]!
  const chosen = chooseFirms(layout.loans, loans, key[0]!)
  const own = pickFirms(firms, chosen)
  const kept = loansOf(layout.loans, chosen)
  return {
    book,
    firms: own,
    levels: factorLevels(own, book.factors, correlation),
    lenders: [lenders[strategy]!],
    layouts: [layoutLoans(kept, book, layout.horizonMonths)],
    // In the order in which they were taken, which is random: a larger network adds to a smaller one's groups.
    guaranteeOrder: Int32Array.from(chosen.keys()),
  }
}

/** Firms with a loan, in random order, until they hold enough. */
function chooseFirms({ obligor, count }: Loans, wanted: number, key: number): Int32Array {
  const starts: number[] = []
  for (let i = 0; i < count; i++) if (i === 0 || obligor[i] !== obligor[i - 1]) starts.push(i)
  const chosen: number[] = []
  for (let k = 0, held = 0; held < wanted; k++) {
    const group = permute(k, starts.length, key)
    chosen.push(obligor[starts[group]!]!)
    held += (starts[group + 1] ?? count) - starts[group]!
  }
  return Int32Array.from(chosen)
}

/** What the engine reads of some firms. */
function pickFirms(firms: Firms, chosen: Int32Array): Firms {
  return {
    ...firms,
    count: chosen.length,
    ids: Array.from(chosen, (f) => firms.ids[f]!),
    groupings: new Map(
      Array.from(firms.groupings, ([name, { labels, codes }]) => [
        name,
        { labels, codes: chosen.map((f) => codes[f]!) },
      ]),
    ),
    truePd: Float64Array.from(chosen, (f) => firms.truePd[f]!),
    honesty: Uint8Array.from(chosen, (f) => firms.honesty[f]!),
    applicants: null,
    numeric: new Map(),
  }
}

/** The loans of chosen firms, whose new numbers are their places in `chosen`. */
function loansOf(loans: Loans, chosen: Int32Array): Loans {
  const place = new Map(Array.from(chosen, (firm, k) => [firm, k]))
  const rows = Int32Array.from(loans.obligor.keys())
    .filter((i) => place.has(loans.obligor[i]!))
    .sort((a, b) => place.get(loans.obligor[a]!)! - place.get(loans.obligor[b]!)! || a - b)
  return { ...pickLoans(loans, rows), obligor: Int32Array.from(rows, (i) => place.get(loans.obligor[i]!)!) }
}
