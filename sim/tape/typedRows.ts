import { NO_CLUSTER } from '../../models/types.ts'
import { COLLATERALS, GRADES, REPAYMENTS } from '../../models/types.ts'
import type { TapeBook } from '../../models/book.ts'
import { numberLiteral, textLiteral } from '../duckdb.ts'
import type { Mapping, TapeField } from './mapping.ts'
import type { TapeFile } from './tapeFile.ts'

/** Longest term of a contract, in months. */
const LONGEST_TERM = 1200

/** A numeric field: SQL of what must hold for its value `v`, the same in words, and what an empty cell means. */
interface NumberRule {
  readonly holds: (v: string) => string
  readonly must: string
  /** SQL; null when a cell must not be empty. */
  readonly blank: string | null
  readonly money?: true
}

const whole = (v: string, from: number, to: string): string => `${v} = floor(${v}) AND ${v} BETWEEN ${from} AND ${to}`

/** The term where it is sound: a wrong one is no reason to doubt the months left. */
const TERM = `CASE WHEN ${whole('n_termMonths', 1, String(LONGEST_TERM))} THEN n_termMonths END`

const NUMBER_RULES = {
  balance: { holds: (v) => `${v} > 0`, must: 'must be > 0', blank: null, money: true },
  termMonths: {
    holds: (v) => whole(v, 1, String(LONGEST_TERM)),
    must: `must be a whole number of months in 1..${LONGEST_TERM}`,
    blank: null,
  },
  remainingMonths: {
    holds: (v) => whole(v, 1, `coalesce(${TERM}, ${LONGEST_TERM})`),
    must: 'must be a whole number of months from 1 to the term',
    blank: null,
  },
  pd: { holds: (v) => `${v} > 0 AND ${v} < 1`, must: 'must be in (0, 1)', blank: null },
  lgd: { holds: (v) => `${v} BETWEEN 0 AND 1`, must: 'must be in [0, 1]', blank: 'NULL' },
  grade: { holds: (v) => whole(v, 1, String(GRADES)), must: `must be a whole number in 1..${GRADES}`, blank: '0' },
  deposit: { holds: (v) => `${v} >= 0`, must: 'must be >= 0', blank: '0', money: true },
  fees: { holds: (v) => `${v} >= 0`, must: 'must be >= 0', blank: '0', money: true },
  ownerAum: { holds: (v) => `${v} >= 0`, must: 'must be >= 0', blank: '0', money: true },
} as const satisfies Partial<Record<TapeField, NumberRule>>

type NumberField = keyof typeof NUMBER_RULES
const NUMBER_FIELDS = Object.keys(NUMBER_RULES) as NumberField[]

/** Fields whose text is one of our words; coded by position. */
const WORDS = { repayment: REPAYMENTS, collateral: COLLATERALS } as const
type WordField = keyof typeof WORDS
const WORD_FIELDS = Object.keys(WORDS) as WordField[]

/** Label of an empty cell in a grouping; firms without a cluster are not one cluster. */
const blankLabel = (grouping: string): string => (grouping === 'cluster' ? NO_CLUSTER : '(blank)')

/**
 * SQL that makes the table `tape`: a row for each row kept, fields typed and in the book's money, and in `faults` what is wrong with the
 * row by itself, as {field, value, reason}. A field that is wrong is NULL. Columns: row, loanId, obligor, the numeric fields, repayment
 * and collateral as codes, `g0`, `g1`, … the labels of the mapping's groupings.
 */
export function typedRows(book: TapeBook, tape: TapeFile, mapping: Mapping): string {
  const { texts, groupings } = mapping
  const numbers = NUMBER_FIELDS.filter((field) => texts.has(field))
  const faults = [
    ...(['loanId', 'obligorId'] as const)
      .filter((field) => texts.has(field))
      .map((field) => fault(field, `CASE WHEN t_${field} IS NULL THEN 'must not be blank' END`)),
    ...numbers.map((field) => fault(field, numberReason(field, isRequired(field, book)))),
    ...WORD_FIELDS.map((field) => fault(field, wordReason(field))),
    ...(texts.has('pd') || !book.pdTable ? [] : [fault(book.pdTable.by, tableReason(book.pdTable.by))]),
  ]
  return `
    CREATE TABLE tape AS
    WITH texts AS (
      SELECT row, ${[...texts].map(([field, sql]) => `${sql} AS t_${field}`).join(', ')}
        ${groupings.map(({ name, sql }, index) => `, coalesce(${sql}, '${blankLabel(name)}') AS g${index}`).join('')}
      FROM ${tape.relation} WHERE ${mapping.keep}
    ), numbers AS (
      SELECT *, ${numbers.map((field) => `${parsed(field)} AS n_${field}`).join(', ')} FROM texts
    ), rated AS (
      SELECT *, ${texts.has('pd') ? valid('pd') : rateOf(book)} AS v_pd FROM numbers
    )
    SELECT row, ${loanIdSql(book)} AS loanId, ${texts.has('obligorId') ? 't_obligorId' : loanIdSql(book)} AS obligor, v_pd AS pd,
      ${NUMBER_FIELDS.filter((field) => field !== 'pd')
        .map((field) => `${texts.has(field) ? valueSql(field, book) : absent(field)} AS ${field}`)
        .join(', ')},
      ${WORD_FIELDS.map((field) => `${codeSql(field)} AS ${field}`).join(', ')},
      ${groupings.map((_, index) => `g${index}, `).join('')}
      list_filter([${faults.join(', ')}], lambda fault: fault IS NOT NULL) AS faults
    FROM rated`
}

/** The row's number follows a constant, so that a tape without loan numbers can be read. */
const loanIdSql = ({ columns }: TapeBook): string =>
  'column' in columns.loanId ? 't_loanId' : `concat(t_loanId, '-', row)`

/** Digit separators such as 1_000 are DuckDB's own and no tape's. */
const parsed = (field: NumberField): string => `TRY_CAST(replace(t_${field}, '_', '?') AS DOUBLE)`

const valid = (field: NumberField): string =>
  `CASE WHEN isfinite(n_${field}) AND (${NUMBER_RULES[field].holds(`n_${field}`)}) THEN n_${field} END`

function valueSql(field: NumberField, book: TapeBook): string {
  const rule: NumberRule = NUMBER_RULES[field]
  const value = rule.money ? `${valid(field)} * ${numberLiteral(book.moneyScale)}` : valid(field)
  return rule.blank === null ? value : `CASE WHEN t_${field} IS NULL THEN ${rule.blank} ELSE ${value} END`
}

/** Value of a field that the book does not map. */
const absent = (field: NumberField): string =>
  field === 'remainingMonths' ? valid('termMonths') : `CAST(${NUMBER_RULES[field].blank ?? 'NULL'} AS DOUBLE)`

const codeSql = (field: WordField): string =>
  `CASE t_${field} ${WORDS[field].map((word, code) => `WHEN '${word}' THEN ${code}`).join(' ')} END`

/** Yearly default probability from the book's table. */
function rateOf({ pdTable }: TapeBook): string {
  const cases = Object.entries(pdTable?.rates ?? {}).map(
    ([key, rate]) => `WHEN ${textLiteral(key)} THEN ${numberLiteral(rate)}`,
  )
  const key = pdTable?.by === 'grade' ? `CAST(TRY_CAST(n_grade AS INTEGER) AS VARCHAR)` : `t_sector`
  return `CASE ${key} ${cases.join(' ')} END`
}

const isRequired = (field: NumberField, book: TapeBook): boolean =>
  NUMBER_RULES[field].blank === null || (field === 'grade' && !book.columns.pd && book.pdTable?.by === 'grade')

const numberReason = (field: NumberField, required: boolean): string => `CASE
  WHEN t_${field} IS NULL THEN ${required ? "'must not be blank'" : 'NULL'}
  WHEN n_${field} IS NULL OR NOT isfinite(n_${field}) THEN 'must be a number'
  WHEN NOT (${NUMBER_RULES[field].holds(`n_${field}`)}) THEN '${NUMBER_RULES[field].must}' END`

const wordReason = (field: WordField): string => `CASE
  WHEN t_${field} IS NULL THEN 'must not be blank'
  WHEN ${codeSql(field)} IS NULL THEN 'must be one of ${WORDS[field].join(', ')}' END`

/** A grade out of range has a fault of its own. */
const tableReason = (by: 'grade' | 'sector'): string =>
  by === 'sector'
    ? `CASE WHEN v_pd IS NULL THEN 'must have a rate in pdTable' END`
    : `CASE WHEN v_pd IS NULL AND ${valid('grade')} IS NOT NULL THEN 'must have a rate in pdTable' END`

const fault = (field: TapeField, reason: string): string =>
  `CASE WHEN (${reason}) IS NOT NULL THEN {'field': '${field}', 'value': t_${field}, 'reason': ${reason}} END`
