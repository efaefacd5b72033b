import type { SyntheticBook } from '../../models/study.ts'
import { streamKey, uniformAt } from '../random.ts'
import type { FirmColumns } from './firmColumns.ts'
import { replaceRows } from './firmColumns.ts'
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
  const [key] = streamKey(seed, 'fraudWave', book.id)
  const { quality, fraudUniform, honesty } = drawn.traits
  const isFraud = (row: number): boolean => fraudUniform[row]! < probability(quality[row]!)
  const rows = new Int32Array(drawn.count)
    .map((_, row) => row)
    .filter((row) => isFraud(row) !== (honesty[row] === FRAUD))
  const changed = population.columns(rows.length)
  for (const [i, row] of rows.entries()) {
    const shades = uniformAt(key!, row) < book.honesty.shading.share
    population.tell(row, changed, i, isFraud(row) ? FRAUD : shades ? SHADING : HONEST)
  }
  return {
    rows,
    changed,
    drawn: {
      ...drawn,
      traits: replaceRows(drawn.traits, rows, changed.traits),
      told: replaceRows(drawn.told, rows, changed.told),
    },
  }
}
