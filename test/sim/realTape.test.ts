import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TapeBook } from '../../models/book.ts'
import { readBook } from '../../scenarios/reader/readBook.ts'
import { readTape, type TapeRead } from '../../sim/readTape.ts'

const DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url))
const present = existsSync(join(DATA, 'sba504_loans_dev.csv'))
if (!present) console.warn(`Skipped: the SBA 504 tape is not at ${DATA}, so the real tape is not read.`)

/** Rows of a small CSV without quotes. */
function rowsOf(name: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(join(DATA, name), 'utf8').trim().split(/\r?\n/)
  const columns = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [columns[index]!, value])))
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, one) => total + of(one), 0)

const YEARS = ['2001', '2002', '2003']

describe.skipIf(!present)('readTape on SBA 504 loans approved 2001-2003', () => {
  let book: TapeBook
  let tape: TapeRead

  beforeAll(async () => {
    book = (await readBook('sba-504')) as TapeBook
    tape = await readTape(book)
  })

  test('takes every loan of these years and its amount in thousand dollars', () => {
    const loans = rowsOf('sba504_loans_dev.csv').filter((row) => YEARS.includes(row['approval_fy']!))
    const { firms, skipped, problems } = tape
    expect({ skipped, problems }).toEqual({ skipped: 0, problems: [] })
    expect(firms.count).toBe(loans.length)
    expect(firms.requests.count).toBe(3080)
    expect([...firms.requests.amount]).toEqual(loans.map((row) => Number(row['gross_approval']) * 0.001))
    expect(sum([...firms.requests.amount], (amount) => amount)).toBeCloseTo(1_426_282.512, 6)
    expect(new Set(firms.requests.termMonths)).toEqual(new Set([240]))
    expect(new Set(firms.requests.remainingMonths)).toEqual(new Set([240]))
  })

  test('groups the firms by sector and state', () => {
    const { groupings } = tape.firms
    expect([...groupings.keys()]).toEqual(['sector', 'region', 'state'])
    const { labels, codes } = groupings.get('sector')!
    expect(labels).toHaveLength(12)
    expect(codes.filter((code) => labels[code] === '72')).toHaveLength(502)
    expect(groupings.get('state')!.labels).toContain('CA')
  })

  test('gives each firm the default probability of its sector, at the level of its cohorts', () => {
    const { truePd, groupings, requests } = tape.firms
    const { labels, codes } = groupings.get('sector')!
    expect([...truePd]).toEqual([...codes].map((code) => book.pdTable!.rates[labels[code]!]))
    expect([...requests.givenPd]).toEqual([...truePd])
    // .01173 over five years is .00236 a year.
    expect(sum([...truePd], (pd) => pd) / truePd.length).toBeCloseTo(0.0024, 4)
  })

  test('rates by sector and the loss given default follow from the cohort figures by the formula in the book', () => {
    const vintages = rowsOf('vintage_default_rates.csv').filter(
      (row) => row['program'] === '504' && YEARS.includes(row['vintage_fy']!),
    )
    const fiveYears =
      sum(vintages, (row) => Number(row['loans_all']) * Number(row['cdr60'])) /
      sum(vintages, (row) => Number(row['loans_all']))
    const cohorts = rowsOf('sba_cohorts.csv').filter(
      (row) => row['program'] === '504' && YEARS.includes(row['vintage_fy']!),
    )
    const lifetimeRate = (rows: typeof cohorts): number =>
      sum(rows, (row) => Number(row['est_defaults'])) / sum(rows, (row) => Number(row['est_loans_all']))
    for (const [sector, rate] of Object.entries(book.pdTable!.rates)) {
      const ofSector = cohorts.filter((row) => row['sector'] === sector)
      const ofFiveYears = (fiveYears * lifetimeRate(ofSector)) / lifetimeRate(cohorts)
      expect(rate, sector).toBeCloseTo(1 - (1 - ofFiveYears) ** (1 / 5), 5)
    }
    const lgd =
      sum(cohorts, (row) => Number(row['est_charged_off'])) /
      sum(cohorts, (row) => Number(row['est_defaulted_approved']))
    expect(lgd).toBeCloseTo(0.66, 2)
    expect(new Set(tape.firms.requests.statedLgd)).toEqual(new Set([0.66]))
  })
})
