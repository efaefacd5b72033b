import type { SyntheticBook } from '../../models/book.ts'
import { streamKey, uniformAt } from '../random.ts'
import { bookStream } from './bookStream.ts'
import type { FirmColumns } from './firmColumns.ts'
import { pickRows, replaceRows } from './firmColumns.ts'
import { FRAUD, HONEST, SHADING, fraudProbability } from './honesty.ts'
import type { Population } from './population.ts'

/** The same firms under another share of frauds. */
export interface FraudWave {
  /** Firms whose honesty changes, rising, and what they are then. */
  readonly rows: Int32Array
  readonly changed: FirmColumns
  /** Everybody; columns in which nobody changes are those of before. */
  readonly drawn: FirmColumns
}

/**
 * Draws anew the firms that another share of frauds turns: with a larger share the frauds of before and more, with a smaller one
 * some of them. What they are, owe and ask for stays; what they report, and their default probability, does not.
 *
 * @param share  share of frauds among the applicants
 */
export function fraudWave(
  book: SyntheticBook,
  population: Population,
  drawn: FirmColumns,
  share: number,
  seed: string,
): FraudWave {
  const probability = fraudProbability(book, share)
  const [key] = streamKey(seed, 'fraudWave', ...bookStream(book))
  const { quality, fraudUniform, honesty } = drawn.traits
  const isFraud = (row: number): boolean => fraudUniform[row]! < probability(quality[row]!)
  const rows = new Int32Array(drawn.count)
    .map((_, row) => row)
    .filter((row) => isFraud(row) !== (honesty[row] === FRAUD))
  const told = population.columns(rows.length)
  for (const [i, row] of rows.entries()) {
    const shades = uniformAt(key!, row) < book.honesty.shading.share
    population.tell(row, told, i, isFraud(row) ? FRAUD : shades ? SHADING : HONEST)
  }
  const changed = { ...told, truth: pickRows(drawn.truth, rows), request: pickRows(drawn.request, rows) }
  return {
    rows,
    changed,
    drawn: {
      ...drawn,
      traits: replaceRows(drawn.traits, rows, changed.traits),
      told: replaceRows(drawn.told, rows, changed.told),
      settlement: drawn.settlement && replaceRows(drawn.settlement, rows, changed.settlement!),
    },
  }
}
