import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compare } from '../../models/comparison/compare.ts'
import { COMPARED, type Comparison, type Result, type Summary } from '../../models/result.ts'
import { checkpointsIn } from '../../report/checkpoints.ts'
import { writeRun } from '../../report/writeRun.ts'
import { rowsOf, textLiteral, withDatabase } from '../../sim/duckdb.ts'
import { VERSION } from '../../sim/version.ts'
import { entryOf } from '../models/comparison/entryOf.ts'
import { temporaryDirectory } from '../temporaryDirectory.ts'
import { runWithBook } from './runWithBook.ts'

/** Result of a query over the tables of a run folder; `$name` stands for a table. */
const query = (folder: string, sql: string): Promise<Record<string, unknown>[]> =>
  withDatabase((connection) =>
    rowsOf(
      connection,
      sql.replace(/\$(\w+)/g, (_, name: string) => `read_parquet(${textLiteral(join(folder, `${name}.parquet`))})`),
    ),
  )

const readJson = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))

const withFirst = (change: Partial<Result>): ReturnType<typeof runWithBook> => {
  const run = runWithBook()
  return { ...run, results: [{ ...run.results[0]!, ...change }, ...run.results.slice(1)] }
}

/** Two variants of a card in two populations, the second without a return on capital. */
const comparisons = (): Comparison[] =>
  compare(
    [1, 2].flatMap((population) =>
      [6, 7].map((level) =>
        entryOf({
          strategy: 'citic-trade',
          vary: { 'book.population': population, 'strategy.admission.worstLevel': level },
          loans: 100 * level,
          figures: {
            coverageRatio: [1.1, 1.3, 1.2].map((ratio) => (ratio * level) / 6),
            raroc: level === 7 ? null : [0.1, 0.2, 0.3],
          },
        }),
      ),
    ),
    0.95,
  )

describe('writeRun', () => {
  test('writes a folder named after the run, with manifest, summary, six tables and what else is given', async () => {
    const dir = temporaryDirectory()
    const run = runWithBook()
    const folder = await writeRun(dir, run, { 'report.html': '<p>报告</p>' })
    expect(folder).toBe(join(dir, run.runId))
    expect(readdirSync(dir)).toEqual([run.runId])
    expect(readdirSync(folder).toSorted()).toEqual([
      'cells.parquet',
      'comparisons.parquet',
      'contributions.parquet',
      'firms.parquet',
      'loans.parquet',
      'manifest.json',
      'paths.parquet',
      'report.html',
      'summary.json',
    ])
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('<p>报告</p>')
  })

  test('records in the manifest what repeats the run, and in the summary its results', async () => {
    const run = runWithBook()
    const folder = await writeRun(temporaryDirectory(), run)
    expect(readJson(folder, 'manifest.json')).toMatchObject({
      version: VERSION,
      runId: run.runId,
      seed: 'committee-2021',
      study: JSON.parse(JSON.stringify(run.study)) as object,
      inputs: run.study.inputs,
      notices: run.study.notices,
      timings: run.timings,
      node: process.versions.node,
      v8: process.versions.v8,
      platform: `${process.platform} ${process.arch}`,
    })
    expect(readJson(folder, 'summary.json')).toEqual({ runId: run.runId, results: run.results, comparisons: [] })
  })

  test('gives the fields of an entry in the order of the contract, whatever order they come in', async () => {
    const folder = await writeRun(temporaryDirectory(), runWithBook())
    const [first] = (readJson(folder, 'summary.json') as Summary).results
    const names = Object.keys(first!)
    expect(names.slice(0, 10)).toEqual([
      'book',
      'strategy',
      'schedule',
      'scenario',
      'paths',
      'replicates',
      'fidelity',
      'loans',
      'balance',
      'portfolioYield',
    ])
    expect(names.slice(-8)).toEqual([
      'years',
      'cells',
      'contributions',
      'concentration',
      'selection',
      'lawOfLargeNumbers',
      'standardErrors',
      'reasons',
    ])
    const errors = Object.keys(first!.standardErrors)
    expect(errors.indexOf('balance')).toBeLessThan(errors.indexOf('surplus'))
  })

  test.each([NaN, Infinity])('refuses a figure of %s, naming it, and leaves no finished folder', async (value) => {
    const dir = temporaryDirectory()
    await expect(writeRun(dir, withFirst({ raroc: value }))).rejects.toThrow(
      `results[0].raroc must be a finite number, got ${value}`,
    )
    expect(readdirSync(dir).filter((name) => !name.endsWith('.partial'))).toEqual([])
  })

  test('replaces an earlier folder of the same run and what an interrupted one left', async () => {
    const dir = temporaryDirectory()
    const run = runWithBook()
    const folder = await writeRun(dir, run, { 'old.txt': 'old' })
    await expect(writeRun(dir, withFirst({ raroc: NaN }))).rejects.toThrow(RangeError)
    expect(readdirSync(dir).toSorted()).toEqual([`.${run.runId}.partial`, run.runId].toSorted())
    expect(existsSync(join(folder, 'old.txt'))).toBe(true)
    writeFileSync(join(dir, `.${run.runId}.partial`, 'run', 'left.txt'), 'left')
    await checkpointsIn(dir, run.runId).save('0-0', [])
    await writeRun(dir, run)
    expect(readdirSync(dir)).toEqual([run.runId])
    expect(readdirSync(folder)).not.toContain('old.txt')
    expect(readdirSync(folder)).not.toContain('left.txt')
  })

  test('keeps the checkpoints of an interrupted run until its own folder is complete', async () => {
    const dir = temporaryDirectory()
    const run = runWithBook()
    const checkpoints = checkpointsIn(dir, run.runId)
    await checkpoints.save('0-0', [])
    await expect(writeRun(dir, withFirst({ raroc: NaN }))).rejects.toThrow(RangeError)
    expect(await checkpoints.load('0-0')).toEqual([])
    const folder = await writeRun(dir, run)
    expect(readdirSync(dir)).toEqual([run.runId])
    expect(readdirSync(folder)).not.toContain('checkpoints')
  })

  test('writes a row a path, entries and paths in order, to the bit', async () => {
    const run = runWithBook()
    const folder = await writeRun(temporaryDirectory(), run)
    const rows = await query(folder, 'SELECT * FROM $paths')
    expect(rows).toHaveLength(20_000)
    expect(rows.map((row) => row['scenario'])).toEqual(
      run.results.flatMap(({ scenario }) => new Array<string>(2000).fill(scenario)),
    )
    for (const name of ['loss', 'surplus', 'income', 'cost', 'target', 'defaults', 'year1Loss'] as const)
      expect(rows.map((row) => row[name])).toEqual(run.tables.flatMap(({ paths }) => [...paths[name]]))
    expect(rows[2099]).toMatchObject({
      book: 'chinese-small-firms',
      strategy: 'citic-trade',
      schedule: '2021-big',
      scenario: 'benign',
      vary: null,
      path: 99,
      replicate: 0,
    })
    expect(rows[2100]).toMatchObject({ path: 100, replicate: 1 })
    expect(rows[19_999]).toMatchObject({ path: 1999, replicate: 19 })
  })

  test('names the vary axes of an entry as JSON', async () => {
    const folder = await writeRun(temporaryDirectory(), withFirst({ vary: { 'book.baseDefaultRate': 0.03 } }))
    const rows = await query(folder, 'SELECT DISTINCT vary FROM $cells ORDER BY vary NULLS LAST')
    expect(rows).toEqual([{ vary: '{"book.baseDefaultRate":0.03}' }, { vary: null }])
  })

  test('writes a row a cell with its standard errors, and no value where there is none', async () => {
    const run = runWithBook()
    const folder = await writeRun(temporaryDirectory(), run)
    const rows = await query(folder, 'SELECT * FROM $cells')
    const cells = run.results.flatMap((result) => result.cells)
    expect(rows).toHaveLength(cells.length)
    expect(rows.map((row) => [row['grade'], row['termBand'], row['collateral']].join('|'))).toEqual(
      cells.map(({ cell }) => cell),
    )
    expect(rows.map((row) => row['requiredRate'])).toEqual(cells.map(({ requiredRate }) => requiredRate))
    expect(rows.some((row) => row['requiredRate'] === null)).toBe(true)
    expect(rows[0]).toMatchObject({ requiredRateStandardError: 0.0004, offeredRateStandardError: 0 })
  })

  test('writes a row a part of the risk, with its errors and what the tail sample says of it', async () => {
    const { results } = runWithBook()
    const [part, other] = results[0]!.contributions
    const tail = {
      valueAtRisk999: 0.1,
      expectedShortfall999: 0.12,
      contributions: [{ by: other!.by, key: other!.key, expectedShortfall999: 0.03 }],
    }
    const standardErrors = {
      ...results[0]!.standardErrors,
      tail: { contributions: [{ expectedShortfall999: 0.002 }] },
    }
    const folder = await writeRun(temporaryDirectory(), withFirst({ tail, standardErrors }))
    const rows = await query(folder, 'SELECT * FROM $contributions')
    expect(rows.map((row) => [row['by'], row['key'], row['expectedShortfall99'], row['standardDeviation']])).toEqual(
      results.flatMap(({ contributions }) =>
        contributions.map(({ by, key, expectedShortfall99, standardDeviation }) => [
          by,
          key,
          expectedShortfall99,
          standardDeviation,
        ]),
      ),
    )
    expect(rows[0]).toMatchObject({
      standardDeviationStandardError: part!.standardDeviation * 0.02,
      expectedShortfall999: null,
      expectedShortfall999StandardError: null,
    })
    expect(rows[1]).toMatchObject({ expectedShortfall999: 0.03, expectedShortfall999StandardError: 0.002 })
  })

  test('writes a row a figure of each strategy compared, and its difference from the first', async () => {
    const compared = comparisons()
    const folder = await writeRun(temporaryDirectory(), { ...runWithBook(), comparisons: compared })
    expect((readJson(folder, 'summary.json') as Summary).comparisons).toEqual(compared)
    const rows = await query(folder, 'SELECT * FROM $comparisons')
    expect(rows.map(({ figure }) => figure)).toEqual([...COMPARED, ...COMPARED])
    const [first, second] = compared[0]!.strategies
    const place = { book: 'firms', schedule: '2021', scenario: 'baseline', populations: 2, strategy: 'citic-trade' }
    const rowOf = (strategy: number, figure: (typeof COMPARED)[number]) =>
      rows[strategy * COMPARED.length + COMPARED.indexOf(figure)]
    expect(rowOf(0, 'coverageRatio')).toEqual({
      ...place,
      vary: '{"strategy.admission.worstLevel":6}',
      figure: 'coverageRatio',
      unit: '',
      ...first!.figures.coverageRatio,
      difference: null,
      pairedStandardError: null,
      unpairedStandardError: null,
      low: null,
      high: null,
    })
    const { value, standardError, interval, unpairedStandardError } = second!.differences!.coverageRatio!
    expect(rowOf(1, 'coverageRatio')).toEqual({
      ...place,
      vary: '{"strategy.admission.worstLevel":7}',
      figure: 'coverageRatio',
      unit: '',
      ...second!.figures.coverageRatio,
      difference: value,
      pairedStandardError: standardError,
      unpairedStandardError,
      low: interval![0],
      high: interval![1],
    })
    expect(rowOf(1, 'loans')).toMatchObject({ unit: '', value: 700, difference: 100, pairedStandardError: 0 })
    expect(rowOf(1, 'raroc')).toMatchObject({ unit: 'per year', value: null, difference: null, low: null })
    expect(rowOf(1, 'comprehensiveProfit')).toMatchObject({ unit: 'money per year', value: 0 })
  })

  test('writes the loans of every strategy in words', async () => {
    const folder = await writeRun(temporaryDirectory(), runWithBook())
    const rows = await query(folder, 'SELECT * FROM $loans')
    expect(rows.map((row) => [row['strategy'], row['loan'], row['firm']])).toEqual([
      ['citic-trade', 'r0', 'f0'],
      ['citic-trade', 'r2', 'f2'],
      ['approve-all', 'r0', 'f0'],
      ['approve-all', 'r1', 'f1'],
      ['approve-all', 'r2', 'f2'],
      ['approve-all', 'r3', 'f2'],
    ])
    expect(rows[1]).toEqual({
      book: 'chinese-small-firms',
      strategy: 'citic-trade',
      vary: null,
      loan: 'r2',
      firm: 'f2',
      cell: '5|1-3y|movable',
      grade: 5,
      level: 5,
      score: 60,
      assignedPd: 0.03,
      assignedLgd: 0.45,
      lgdKind: 'fraud',
      collateral: 'movable',
      repayment: 'annuity',
      termBand: '1-3y',
      termMonths: 36,
      remainingMonths: 20,
      balance: 30,
      line: 30,
      deposit: 3,
      fees: 0.3,
      ownerAum: 0,
    })
    expect(rows[5]).toMatchObject({ cell: '6|>3y|unsecured', level: null, score: null, ownerAum: 5 })
  })

  test('writes the firms with their groupings, true figures and what the bank is told', async () => {
    const folder = await writeRun(temporaryDirectory(), runWithBook())
    expect(await query(folder, 'SELECT * EXCLUDE (book, vary) FROM $firms')).toEqual([
      {
        firm: 'f0',
        truePd: 0.01,
        honesty: 'honest',
        by_sector: 'retail',
        true_annualSales: 1000,
        told_debtRatio: 0.5,
        told_location: 'busy',
        told_healthy: true,
      },
      {
        firm: 'f1',
        truePd: 0.02,
        honesty: 'shading',
        by_sector: 'food',
        true_annualSales: null,
        told_debtRatio: 0.6,
        told_location: 'remote',
        told_healthy: false,
      },
      {
        firm: 'f2',
        truePd: 0.3,
        honesty: 'fraudulent',
        by_sector: 'retail',
        true_annualSales: 3000,
        told_debtRatio: 0.7,
        told_location: 'busy',
        told_healthy: false,
      },
    ])
  })

  test.each(['cells', 'comparisons', 'contributions', 'paths', 'loans', 'firms'])(
    'says in the metadata of %s.parquet what each column means and its unit, and compresses it by zstd',
    async (name) => {
      const folder = await writeRun(temporaryDirectory(), { ...runWithBook(), comparisons: comparisons() })
      const file = textLiteral(join(folder, `${name}.parquet`))
      const [metadata] = await query(
        folder,
        `SELECT decode(value) AS columns FROM parquet_kv_metadata(${file}) WHERE decode(key) = 'columns'`,
      )
      const notes = JSON.parse(String(metadata!['columns'])) as Record<string, { unit: string; meaning: string }>
      const written = await query(folder, `DESCRIBE SELECT * FROM $${name}`)
      expect(Object.keys(notes)).toEqual(written.map((row) => row['column_name']))
      for (const { unit, meaning } of Object.values(notes)) {
        expect(['', 'money', 'share', 'per year', 'months', 'marks']).toContain(unit)
        expect(meaning).not.toBe('')
      }
      expect(await query(folder, `SELECT DISTINCT compression FROM parquet_metadata(${file})`)).toEqual([
        { compression: 'ZSTD' },
      ])
    },
  )

  test('quotes a meaning with an apostrophe, and gives each column the type of its values', async () => {
    const folder = await writeRun(temporaryDirectory(), runWithBook())
    const file = textLiteral(join(folder, 'cells.parquet'))
    expect(
      await query(
        folder,
        `SELECT decode(value)::JSON -> 'offeredRate' ->> 'meaning' AS meaning FROM parquet_kv_metadata(${file})`,
      ),
    ).toEqual([{ meaning: "The schedule's rate, capped, before the scenario's rate shock" }])
    const types = await query(folder, 'SELECT typeof(cell), typeof(loans), typeof(gap) FROM $cells LIMIT 1')
    expect(Object.values(types[0]!)).toEqual(['VARCHAR', 'INTEGER', 'DOUBLE'])
  })
})
