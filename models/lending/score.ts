import { applicantReader } from '../applicants.ts'
import { compileVerdict } from '../scorecard/compileCard.ts'
import { INPUT_RANGES, SITUATION_RANGES } from '../settlement/inputRanges.ts'
import { compileFlags } from '../settlement/negativeSituations.ts'
import type { SettlementRecord } from '../settlement/negativeSituations.ts'
import { compileIndex } from '../settlement/settlementIndex.ts'
import type { SettlementCard } from '../scorecard/card.ts'
import type { Strategy } from '../strategy.ts'
import type { Applicants } from '../types.ts'
import { numberColumn } from './numberColumn.ts'
import { verify } from './verify.ts'

/** What a strategy's card and settlement record say of each applicant; one entry an applicant. */
export interface Scored {
  /** The card's score, higher is better. */
  readonly scores: Float64Array
  /** 1..10 as the card says. */
  readonly levels: Uint8Array
  /** Settlement credit index 0..100, capped while a negative situation is active; NaN where the strategy keeps none. */
  readonly index: Float64Array
  /** Negative situations that are active, 0..4; 0 where the strategy keeps no index. */
  readonly flags: Uint8Array
}

/** What scoring needs to know of a strategy. */
export type Scoring = Pick<Strategy, 'id' | 'scorecard' | 'verification' | 'settlement'>

/**
 * Scores applicants as a strategy sees them: verified, by its card, and by the settlement index where it keeps one.
 *
 * @param count  number of applicants
 * @throws {RangeError} naming the strategy, when it has no card, a column is missing, or a figure is out of range
 */
export function score(strategy: Scoring, applicants: Applicants, count: number): Scored {
  const { id, scorecard } = strategy
  if (!scorecard) throw new RangeError(`strategy ${id}: has no scorecard to assess applicants with`)
  const { card, options } = scorecard
  const told = verify(strategy, applicants)
  const read = new Map([...told].filter(([field]) => Object.hasOwn(card.fields, field)))
  const verdictOf = compileVerdict(card, options)
  const applicantAt = applicantReader(read)
  const scores = new Float64Array(count)
  const levels = new Uint8Array(count)
  try {
    for (let row = 0; row < count; row++) {
      const { score, level } = verdictOf(applicantAt(row))
      scores[row] = score
      levels[row] = level
    }
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`strategy ${id}: ${error.message}`, { cause: error }) : error
  }
  return { scores, levels, ...settlementOf(strategy, told, count) }
}

/** Capped index and number of negative situations of each applicant. */
function settlementOf({ id, settlement }: Scoring, told: Applicants, count: number): Pick<Scored, 'index' | 'flags'> {
  const index = new Float64Array(count).fill(NaN)
  const flags = new Uint8Array(count)
  if (!settlement) return { index, flags }
  const { card } = settlement
  const indexOf = compileIndex(card)
  const flagsOf = compileFlags(card)
  const recordAt = recordReader(card, told, `strategy ${id}`)
  for (let row = 0; row < count; row++) {
    const record = recordAt(row)
    const active = bitCount(flagsOf(record))
    flags[row] = active
    index[row] = active > 0 ? Math.min(indexOf(record), card.flagCap) : indexOf(record)
  }
  return { index, flags }
}

/** Settlement record of a row, in one object that the next call overwrites; NaN for what the card does not read. */
function recordReader(
  { fields: declared }: SettlementCard,
  told: Applicants,
  asker: string,
): (row: number) => SettlementRecord {
  const fields = FIELDS.filter((field) => Object.hasOwn(declared, field))
  const columns = fields.map((field) => ({ field, values: numberColumn(told, field, asker) }))
  const record = Object.fromEntries(FIELDS.map((field) => [field, NaN])) as Record<(typeof FIELDS)[number], number>
  return (row) => {
    for (const { field, values } of columns) record[field] = values[row]!
    return record
  }
}

const FIELDS = [...Object.keys(INPUT_RANGES), ...Object.keys(SITUATION_RANGES)] as (keyof SettlementRecord)[]

const bitCount = (bits: number): number => (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1) + ((bits >> 3) & 1)
