/** A loan tape: a CSV or Parquet file and what its columns mean. */
import { z } from 'zod'
import { COLLATERALS, GRADES, REPAYMENTS } from '../../models/types.ts'
import { bookBase, checkGroups } from './bookBase.ts'
import { needs, positive, probability, report } from './common.ts'

/** A plain text is a column's name, a plain number a constant. */
const source = z
  .union([
    z.string().min(1),
    z.number(),
    z.strictObject({ column: z.string().min(1) }),
    z.strictObject({ constant: z.union([z.string(), z.number()]) }),
  ])
  .transform((written) => {
    if (typeof written === 'string') return { column: written }
    return typeof written === 'number' ? { constant: written } : written
  })

const columns = z.strictObject({
  loanId: source,
  obligorId: source.optional(),
  balance: source,
  termMonths: source,
  remainingMonths: source.optional(),
  repayment: source,
  collateral: source,
  sector: source.optional(),
  region: source.optional(),
  cluster: source.optional(),
  grade: source.optional(),
  pd: source.optional(),
  lgd: source.optional(),
  deposit: source.optional(),
  fees: source.optional(),
  ownerAum: source.optional(),
})
type Columns = z.output<typeof columns>

const word = z.union([z.string(), z.number()])

export const tapeBook = z
  .strictObject({
    ...bookBase,
    kind: z.literal('tape').describe('tape: loans are read from a file'),
    file: z.string().min(1).describe('CSV or Parquet file, relative to this one'),
    filePath: z.string().optional(),
    format: z.enum(['csv', 'parquet']).optional().describe('by default what the file’s name says'),
    columns: columns.describe('where each field comes from: a column’s name, or { constant }'),
    values: z
      .partialRecord(columns.keyof(), z.record(z.string(), word))
      .default({})
      .describe('mapped column → the tape’s words → ours'),
    pdTable: z
      .strictObject({ by: z.enum(['grade', 'sector']), rates: z.record(z.string(), probability) })
      .nullable()
      .default(null)
      .describe('yearly default probability by grade or sector, without a pd column'),
    factorColumns: z.array(z.string().min(1)).default([]).describe('further columns that may be factor groups'),
    keep: z.record(z.string(), z.array(word).min(1)).default({}).describe('column → values of the rows to keep'),
    moneyScale: positive.default(1).describe('multiplies every money column, 0.0001 from CNY to 万元'),
  })
  .superRefine(
    ({ factors, columns, factorColumns }, context) => {
      const mapped = (['sector', 'region', 'cluster'] as const).filter((name) => columns[name])
      checkGroups(factors, [...mapped, ...factorColumns], context)
    },
    needs('factors', 'columns', 'factorColumns'),
  )
  .superRefine(checkPd, needs('columns', 'pdTable'))
  .superRefine(checkWords, needs('columns', 'values'))
  .transform(({ filePath, format, ...book }) => ({
    ...book,
    filePath: filePath ?? book.file,
    format: format ?? (/\.(parquet|pq)$/i.test(book.file) ? ('parquet' as const) : ('csv' as const)),
  }))

type PdTable = { by: 'grade' | 'sector'; rates: Readonly<Record<string, number>> } | null

function checkPd({ columns, pdTable }: { columns: Columns; pdTable: PdTable }, context: z.core.$RefinementCtx): void {
  if (!columns.pd && !pdTable) report(context, ['columns'], 'must have a pd, or give pdTable by grade or sector')
  if (columns.pd && pdTable) report(context, ['pdTable'], 'must not stand beside a pd column: use one of them')
  if (pdTable && !columns[pdTable.by])
    report(context, ['pdTable', 'by'], `needs a column for ${pdTable.by} under columns`)
}

/** Words with a fixed meaning have it, whether constants or translations of the tape's own. */
function checkWords(
  {
    columns,
    values,
  }: { columns: Columns; values: Readonly<Partial<Record<keyof Columns, Readonly<Record<string, string | number>>>>> },
  context: z.core.$RefinementCtx,
): void {
  const grades = Array.from({ length: GRADES }, (_, index) => index + 1)
  const allowed: Partial<Record<keyof Columns, readonly (string | number)[]>> = {
    collateral: COLLATERALS,
    repayment: REPAYMENTS,
    grade: grades,
  }
  const expect = (column: keyof Columns, value: string | number, path: PropertyKey[]): void => {
    const words = allowed[column]
    if (words && !words.includes(value))
      report(context, path, `must be one of ${words.join(', ')}, got ${JSON.stringify(value)}`)
  }
  for (const column of columnNames) {
    const source = columns[column]
    const translations = values[column]
    if (source && 'constant' in source && !translations) expect(column, source.constant, ['columns', column])
    if (translations && !source) report(context, ['values', column], `translates ${column}, which has no column`)
    for (const [own, value] of Object.entries(translations ?? {})) expect(column, value, ['values', column, own])
  }
}

const columnNames = columns.keyof().options
