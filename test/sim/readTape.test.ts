import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COLLATERALS, REPAYMENTS } from '../../models/types.ts'
import type { TapeBook } from '../../models/book.ts'
import { InputError } from '../../scenarios/reader/inputError.ts'
import { textLiteral, withDatabase } from '../../sim/duckdb.ts'
import { readTape } from '../../sim/readTape.ts'
import { NO_CLUSTER } from '../../models/types.ts'
import { temporaryDirectory } from '../temporaryDirectory.ts'
import { GOOD_TAPE, HEADER, TAPE_COLUMNS, tapeBook } from './tapeBook.ts'

const bookOf = (content: string | Uint8Array, changes: Partial<TapeBook> = {}): TapeBook =>
  tapeBook(join(temporaryDirectory(), 'tape.csv'), content, changes)

const withRow = (row: string): string => `${GOOD_TAPE}\n${row}\n`

const { pd: _pd, ...WITHOUT_PD } = TAPE_COLUMNS
const { obligorId: _obligor, remainingMonths: _left, lgd: _lgd, ...FEW_COLUMNS } = TAPE_COLUMNS

/** The lines of the error with which a tape is refused. */
async function refusal(book: TapeBook): Promise<string[]> {
  const error = await readTape(book).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(InputError)
  return (error as InputError).message.split('\n')
}

describe('readTape', () => {
  test('groups the loans of an obligor, obligors in the order in which the tape names them', async () => {
    const { firms, skipped, problems } = await readTape(bookOf(GOOD_TAPE))
    expect({ skipped, problems }).toEqual({ skipped: 0, problems: [] })
    expect(firms.ids).toEqual(['B', 'A'])
    expect([...firms.truePd]).toEqual([0.02, 0.05])
    expect([...firms.honesty]).toEqual([0, 0])
    expect(firms.applicants).toBeNull()

    const { requests } = firms
    expect(requests.ids).toEqual(['L1', 'L3', 'L2'])
    expect([...requests.firm]).toEqual([0, 0, 1])
    expect([...requests.amount]).toEqual([120, 80, 50])
    expect([...requests.termMonths]).toEqual([12, 24, 36])
    expect([...requests.remainingMonths]).toEqual([6, 1, 36])
    expect([...requests.repayment].map((code) => REPAYMENTS[code])).toEqual(['bullet', 'equalPrincipal', 'annuity'])
    expect([...requests.collateral].map((code) => COLLATERALS[code])).toEqual(['residential', 'unsecured', 'unsecured'])
    expect([...requests.statedLgd]).toEqual([0.3, 0.6, NaN])
    expect([...requests.givenPd]).toEqual([0.02, 0.02, 0.05])
    expect([...requests.givenGrade]).toEqual([0, 0, 0])
    expect([...requests.financingGap]).toEqual([Infinity, Infinity, Infinity])
    expect([...requests.deposit, ...requests.fees, ...requests.ownerAum]).toEqual(new Array(9).fill(0))
  })

  test('groups firms by the mapped columns and by every factor column, labels in alphabetical order', async () => {
    const { groupings } = (await readTape(bookOf(GOOD_TAPE))).firms
    expect([...groupings.keys()]).toEqual(['sector', 'region', 'state'])
    expect(groupings.get('sector')).toEqual({ labels: ['food', 'retail'], codes: Int32Array.of(1, 0) })
    expect(groupings.get('region')).toEqual({ labels: ['all'], codes: Int32Array.of(0, 0) })
    expect(groupings.get('state')).toEqual({ labels: ['CA', 'NV'], codes: Int32Array.of(0, 1) })
  })

  test('labels an empty cell of a grouping, and puts firms without a cluster in none', async () => {
    const columns = { ...TAPE_COLUMNS, region: { column: 'state' }, cluster: { column: 'sector' }, sector: undefined }
    const book = bookOf(GOOD_TAPE.replace(',food,', ',,').replace('NV', ' '), { columns, factorColumns: [] })
    const { groupings } = (await readTape(book)).firms
    expect(groupings.get('region')!.labels).toEqual(['(blank)', 'CA'])
    expect(groupings.get('cluster')).toEqual({ labels: [NO_CLUSTER, 'retail'], codes: Int32Array.of(1, 0) })
  })

  test('takes constants, scales money, maps a vocabulary and numbers loans that have no id', async () => {
    const columns = {
      ...FEW_COLUMNS,
      loanId: { constant: 'T' },
      collateral: { constant: 'commercial' },
      fees: { column: 'left' },
      grade: { constant: 'BB' },
    }
    const values = { grade: { BB: 4 } }
    const { firms } = await readTape(bookOf(GOOD_TAPE, { columns, values, origination: 'new', moneyScale: 0.5 }))
    expect(firms.ids).toEqual(['T-1', 'T-2', 'T-3'])
    expect(firms.requests.ids).toEqual(['T-1', 'T-2', 'T-3'])
    expect([...firms.requests.amount]).toEqual([60, 25, 40])
    expect([...firms.requests.fees]).toEqual([3, 18, 0.5])
    expect([...firms.requests.collateral]).toEqual([1, 1, 1])
    expect([...firms.requests.givenGrade]).toEqual([4, 4, 4])
    expect([...firms.requests.remainingMonths]).toEqual([12, 36, 24])
    expect([...firms.requests.statedLgd]).toEqual([NaN, NaN, NaN])
  })

  test('keeps the rows that pass every filter, numbers however they are written', async () => {
    const { firms } = await readTape(
      bookOf(GOOD_TAPE.replace(',24,1,', ',24.0,1,'), { keep: { firm: ['B'], term: [24] } }),
    )
    expect(firms.requests.ids).toEqual(['L3'])
  })

  test('takes default probabilities from a table by sector or by grade', async () => {
    const bySector = { by: 'sector', rates: { retail: 0.011, food: 0.022 } } as const
    const one = await readTape(bookOf(GOOD_TAPE, { columns: WITHOUT_PD, pdTable: bySector }))
    expect([...one.firms.truePd]).toEqual([0.011, 0.022])
    const byGrade = { by: 'grade', rates: { 3: 0.01 } } as const
    const columns = { ...WITHOUT_PD, grade: { constant: 3 } }
    const other = await readTape(bookOf(GOOD_TAPE, { columns, pdTable: byGrade }))
    expect([...other.firms.requests.givenPd]).toEqual([0.01, 0.01, 0.01])
  })

  test('reads a byte-order mark, CRLF, semicolons, quotes and blanks around cells as a spreadsheet writes them', async () => {
    const plain = await readTape(bookOf(GOOD_TAPE))
    const content = `\ufeff${GOOD_TAPE.replaceAll(',', ';').replace('L1;B', ' L1 ;"\u00a0B\u3000"').replaceAll('\n', '\r\n')}\r\n`
    const spreadsheet = await readTape(bookOf(content))
    expect(spreadsheet.firms).toEqual(plain.firms)
  })

  test('reads the same from Parquet as from CSV', async () => {
    const csv = bookOf(GOOD_TAPE)
    const file = csv.file.replace('.csv', '.parquet')
    await withDatabase((connection) =>
      connection.run(`COPY (FROM read_csv(${textLiteral(csv.file)})) TO ${textLiteral(file)} (FORMAT parquet)`),
    )
    const parquet = await readTape({ ...csv, file, filePath: 'tape.parquet', format: 'parquet' })
    expect(parquet.firms).toEqual((await readTape(csv)).firms)
  })

  test.each([
    ['a balance that is no number', 'L4,C,12k,12,1,bullet,RE,food,.1,.5,CA', '3 balance must be a number, got "12k"'],
    ['an infinite balance', 'L4,C,inf,12,1,bullet,RE,food,.1,.5,CA', '3 balance must be a number, got "inf"'],
    ['a negative balance', 'L4,C,-5,12,1,bullet,RE,food,.1,.5,CA', '3 balance must be > 0, got "-5"'],
    ['a balance of zero', 'L4,C,0,12,1,bullet,RE,food,.1,.5,CA', '3 balance must be > 0, got "0"'],
    ['a blank balance', 'L4,C, ,12,1,bullet,RE,food,.1,.5,CA', '3 balance must not be blank'],
    [
      'a term in fractions of a month',
      'L4,C,5,7.5,1,bullet,RE,food,.1,.5,CA',
      '4 term must be a whole number of months in 1..1200, got "7.5"',
    ],
    [
      'a term of zero',
      'L4,C,5,0,1,bullet,RE,food,.1,.5,CA',
      '4 term must be a whole number of months in 1..1200, got "0"',
    ],
    [
      'more months left than the term',
      'L4,C,5,12,13,bullet,RE,food,.1,.5,CA',
      '5 left must be a whole number of months from 1 to the term, got "13"',
    ],
    [
      'an unknown repayment',
      'L4,C,5,12,1,balloon,RE,food,.1,.5,CA',
      '6 plan must be one of bullet, equalPrincipal, annuity, got "balloon"',
    ],
    [
      'an unknown collateral',
      'L4,C,5,12,1,bullet,boat,food,.1,.5,CA',
      '7 security must be one of residential, commercial, movable, guarantee, unsecured, got "boat"',
    ],
    ['a PD of zero', 'L4,C,5,12,1,bullet,RE,food,0,.5,CA', '9 pd must be in (0, 1), got "0"'],
    ['a PD in percent', 'L4,C,5,12,1,bullet,RE,food,2.5,.5,CA', '9 pd must be in (0, 1), got "2.5"'],
    ['an LGD above 1', 'L4,C,5,12,1,bullet,RE,food,.1,1.2,CA', '10 lgd must be in [0, 1], got "1.2"'],
    ['a blank loan id', ',C,5,12,1,bullet,RE,food,.1,.5,CA', '1 loan must not be blank'],
    ['a blank obligor', 'L4,,5,12,1,bullet,RE,food,.1,.5,CA', '2 firm must not be blank'],
    ['a loan id used before', ' L2 ,C,5,12,1,bullet,RE,food,.1,.5,CA', '1 loan must be unique, got "L2"; see line 3'],
    [
      'a second PD for an obligor',
      'L4,B,5,12,1,bullet,RE,retail,.1,.5,CA',
      '9 pd must be the same for all loans of obligor "B", got "0.1"; see line 2',
    ],
    [
      'a second sector for an obligor',
      'L4,B,5,12,1,bullet,RE,food,.02,.5,CA',
      '8 sector must be the same for all loans of obligor "B", got "food"; see line 2',
    ],
    ['fields too few', 'L4,C,5,12', '1 line has fewer fields than the header'],
    ['fields too many', 'L4,C,5,12,1,bullet,RE,food,.1,.5,CA,US', '1 line has more fields than the header'],
    [
      'a quote left open',
      '"L4,C,5,12,1,bullet,RE,food,.1,.5,CA',
      '1 line has a quote that is never closed, or text after a closing quote',
    ],
  ])('refuses %s with its line, column and reason, or skips the row', async (_, row, message) => {
    const book = bookOf(withRow(row))
    expect(await refusal(book)).toEqual([`tape.csv:5:${message}`])
    const read = await readTape(book, { skipBadRows: true })
    expect(read.problems).toEqual([`tape.csv:5:${message}`])
    expect(read.skipped).toBe(1)
    expect(read.firms).toEqual((await readTape(bookOf(GOOD_TAPE))).firms)
  })

  test('refuses a grade outside 1..10 and one without a rate', async () => {
    const columns = { ...WITHOUT_PD, grade: { column: 'left' } }
    const book = bookOf(GOOD_TAPE, { columns, pdTable: { by: 'grade', rates: { 1: 0.01 } } })
    expect(await refusal(book)).toEqual([
      'tape.csv:2:5 left must have a rate in pdTable, got "6"',
      'tape.csv:3:5 left must be a whole number in 1..10, got "36"',
    ])
  })

  test('refuses a sector without a rate', async () => {
    const book = bookOf(GOOD_TAPE, { columns: WITHOUT_PD, pdTable: { by: 'sector', rates: { retail: 0.01 } } })
    expect(await refusal(book)).toEqual(['tape.csv:3:8 sector must have a rate in pdTable, got "food"'])
  })

  test('reports a line that is not UTF-8 and reads the others', async () => {
    const gbk = Buffer.from([0xc4, 0xe3, 0xba, 0xc3])
    const content = Buffer.concat([
      Buffer.from(`${GOOD_TAPE}\nL4,`),
      gbk,
      Buffer.from(',5,12,1,bullet,RE,food,.1,.5,CA\nL5,D,5,12,1,bullet,RE,food,.1,.5,CA\n'),
    ])
    expect(await refusal(bookOf(content))).toEqual(['tape.csv:5:1 line is not UTF-8; save the file as "CSV UTF-8"'])
    const { firms } = await readTape(bookOf(content), { skipBadRows: true })
    expect(firms.ids).toEqual(['B', 'A', 'D'])
    expect(await refusal(bookOf(Buffer.concat([gbk, Buffer.from(`,${GOOD_TAPE}`)])))).toEqual([
      'tape.csv:1:1 is not UTF-8; save it as "CSV UTF-8"',
    ])
  })

  test('gives the line of a bad row after quoted line breaks, empty lines and lines left out', async () => {
    const tail = '5,12,1,bullet,RE,food,.1,.5,CA'
    const content = `${GOOD_TAPE}\n"L4\n""x""\n",C,${tail}\n\nL5,short\nL6,D,${tail}\r\nL7,E,x${tail}\n`.replaceAll(
      '\r\n',
      '\n',
    )
    expect(await refusal(bookOf(content))).toEqual([
      'tape.csv:9:1 line has fewer fields than the header',
      'tape.csv:11:3 balance must be a number, got "x5"',
    ])
  })

  test('lists fifty problems, counts all, and gives every problem of a row', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `M${i},F${i},-1,0,1,bullet,RE,food,.1,.5,CA`)
    const book = bookOf(`${GOOD_TAPE}\n${rows.join('\n')}\n`)
    const lines = await refusal(book)
    expect(lines).toHaveLength(51)
    expect(lines.slice(0, 2)).toEqual([
      'tape.csv:5:3 balance must be > 0, got "-1"',
      'tape.csv:5:4 term must be a whole number of months in 1..1200, got "0"',
    ])
    expect(lines[50]).toMatch(/and 70 more problems$/)
    expect((await readTape(book, { skipBadRows: true })).skipped).toBe(60)
  })

  test('names a column that the tape lacks and the one that was meant', async () => {
    const columns = { ...TAPE_COLUMNS, balance: { column: 'balanse' } }
    const book = bookOf(GOOD_TAPE, { columns, factorColumns: ['state', 'province'], keep: { yeer: [2001] } })
    const lines = await refusal(book)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe(
      'tape.csv:1:1 columns.balance names the column "balanse", which the tape lacks, did you mean "balance"?',
    )
    expect(lines[1]).toContain(
      'factorColumns[1] names the column "province", which the tape lacks, allowed: balance, firm',
    )
    expect(lines[2]).toContain('keep.yeer names the column "yeer"')
  })

  test('asks a stock book for its remaining months', async () => {
    expect(await refusal(bookOf(GOOD_TAPE, { columns: FEW_COLUMNS }))).toEqual([
      'tape.csv:1:1 columns.remainingMonths is required when origination is "stock"',
    ])
  })

  test('refuses a tape without rows, without a header, absent, or of another format', async () => {
    expect(await refusal(bookOf(''))).toEqual(['tape.csv:1:1 is empty: its first line must name the columns'])
    expect(await refusal(bookOf(`${HEADER}\n`))).toEqual(['tape.csv:1:1 has no row'])
    expect(await refusal(bookOf(GOOD_TAPE, { keep: { firm: ['Z'] } }))).toEqual([
      'tape.csv:1:1 has no row that passes "keep"',
    ])
    expect(await refusal(bookOf(`firm,${HEADER}\n`))).toEqual(['tape.csv:1:1 has two columns named "firm"'])
    const [absent] = await refusal(tapeBook(join(temporaryDirectory(), 'none.csv')))
    expect(absent).toMatch(/^tape\.csv:1:1 cannot be read: ENOENT/)
    const [notParquet] = await refusal(bookOf(GOOD_TAPE, { format: 'parquet' }))
    expect(notParquet).toMatch(/^tape\.csv:1:1 cannot be read as Parquet: /)
  })

  test('refuses to go on without a good row', async () => {
    const book = bookOf(`${HEADER}\nL1,A,-1,12,1,bullet,RE,food,.1,.5,CA\n`)
    await expect(readTape(book, { skipBadRows: true })).rejects.toThrow('has no good row')
  })

  test('a file whose lines end in CRLF here and LF there is refused with what is wrong', async () => {
    const [problem] = await refusal(
      bookOf(`${GOOD_TAPE.replaceAll('\n', '\r\n')}\r\nX9,F9,5,12,12,bullet,RE,s0,0.02,,x1\n`),
    )
    expect(problem).toMatch(/^tape\.csv:1:1 cannot be read: its lines do not all end alike/)
  })

  test('keeps rows, lines and sums right on 200,000 rows read by several threads', async () => {
    const loans = Array.from(
      { length: 200_000 },
      (_, i) => `L${i},F${i % 150_000},${i + 1},12,${1 + (i % 12)},bullet,RE,s${i % 3},0.0${1 + (i % 3)},,x${i % 50}`,
    )
    const withBad = loans.with(123_456, 'L123456,F123456,?,12,1,bullet,RE,s0,0.01,,x6')
    const book = bookOf([HEADER, ...withBad].join('\n'))
    const { firms, skipped, problems } = await readTape(book, { skipBadRows: true })
    expect({ skipped, problems }).toEqual({
      skipped: 1,
      problems: ['tape.csv:123458:3 balance must be a number, got "?"'],
    })
    expect(firms.count).toBe(149_999)
    expect(firms.requests.count).toBe(199_999)
    expect(firms.requests.amount.reduce((sum, one) => sum + one)).toBe((200_000 * 200_001) / 2 - 123_457)
    expect(
      firms.requests.ids.every(
        (id, k) => Number(id.slice(1)) % 150_000 === Number(firms.ids[firms.requests.firm[k]!]!.slice(1)),
      ),
    ).toBe(true)
    expect(firms.requests.ids.slice(0, 3)).toEqual(['L0', 'L150000', 'L1'])
  })
})
