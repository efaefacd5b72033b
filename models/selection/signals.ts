import { applicantReader } from '../applicants.ts'
import { gini } from '../discrimination.ts'
import { INPUT_RANGES } from '../settlement/inputRanges.ts'
import { indexParts } from '../settlement/settlementIndex.ts'
import { toSettlementRecord } from '../settlement/toSettlementRecord.ts'
import type { Selection } from '../result.ts'
import type { SettlementCard } from '../scorecard/card.ts'
import type { Strategy } from '../strategy.ts'
import type { ApplicantColumn, Applicants } from '../types.ts'
import { fieldReadings } from './fieldReadings.ts'
import type { FieldReading } from './fieldReadings.ts'

/**
 * How much each thing that a strategy's card reads tells by itself: the fields of a card of marks, the parts of the settlement index
 * of its card, and beside a card of marks the index, where the bank keeps one.
 *
 * @param told    applicants as the card reads them
 * @param index   settlement index by applicant, NaN where the strategy keeps none
 * @param truePd  default probability by applicant
 * @returns the strongest first; a Gini is negative where what the card holds for better is worse
 */
export function signals(
  { scorecard }: Pick<Strategy, 'scorecard'>,
  told: Applicants,
  index: Float64Array,
  truePd: Float64Array,
): Selection['signals'] {
  if (!scorecard) return []
  const { card, options } = scorecard
  const columns =
    card.kind === 'settlement'
      ? partsOf(card, told, truePd.length)
      : [...readFields(fieldReadings(card, options), told), { field: 'settlementIndex', values: index, sign: 1 }]
  return columns
    .map(({ field, values, sign }) => {
      const own = giniOf(values, truePd)
      return { field, gini: own && sign * own }
    })
    .filter((signal): signal is Selection['signals'][number] => signal.gini !== null)
    .sort((a, b) => b.gini - a.gini)
}

/** What a field says by applicant, NaN where nothing; higher is better where the sign is 1, lower where it is −1. */
interface Said {
  readonly field: string
  readonly values: Float64Array
  readonly sign: number
}

/** What each field says; fields that the applicants do not have are left out. */
const readFields = (readings: ReadonlyMap<string, FieldReading>, told: Applicants): Said[] =>
  Array.from(readings).flatMap(([field, reading]) => {
    const column = told.get(field)
    return column ? [{ field, ...read(column, reading) }] : []
  })

/** A column of numbers stays as it is, whichever way it is read. */
function read(column: ApplicantColumn, reading: FieldReading): Pick<Said, 'values' | 'sign'> {
  if (column instanceof Float64Array && typeof reading === 'number') return { values: column, sign: reading }
  const said = (value: number | string | boolean): number =>
    typeof reading === 'number' ? reading * Number(value) : (reading[String(value)] ?? NaN)
  if (column instanceof Float64Array) return { values: column.map(said), sign: 1 }
  const byCode = column.values.map(said)
  const values = new Float64Array(column.codes.length)
  for (let i = 0; i < values.length; i++) values[i] = byCode[column.codes[i]!]!
  return { values, sign: 1 }
}

/** Volume, retention and sincerity by applicant. */
function partsOf(card: SettlementCard, told: Applicants, count: number): Said[] {
  const parts = {
    volume: new Float64Array(count),
    retention: new Float64Array(count),
    sincerity: new Float64Array(count),
  }
  const applicantAt = applicantReader(new Map([...told].filter(([field]) => Object.hasOwn(INPUT_RANGES, field))))
  for (let row = 0; row < count; row++) {
    const { volume, retention, sincerity } = indexParts(card, toSettlementRecord(applicantAt(row)))
    parts.volume[row] = volume
    parts.retention[row] = retention
    parts.sincerity[row] = sincerity
  }
  return Object.entries(parts).map(([field, values]) => ({ field, values, sign: 1 }))
}

/** Ginis by true PDs and column: strategies read the same columns of the same applicants. */
const known = new WeakMap<Float64Array, WeakMap<Float64Array, number | null>>()

/** Gini among the applicants of whom a value is known; null where it tells no two of them apart by their risk. */
function giniOf(values: Float64Array, truePd: Float64Array): number | null {
  const ofThese = known.get(truePd) ?? new WeakMap<Float64Array, number | null>()
  known.set(truePd, ofThese)
  const before = ofThese.get(values)
  if (before !== undefined) return before
  const isKnown = (_: number, i: number): boolean => !Number.isNaN(values[i])
  const own = values.some(Number.isNaN) ? gini(values.filter(isKnown), truePd.filter(isKnown)) : gini(values, truePd)
  ofThese.set(values, own)
  return own
}
