/** The page and `summary.json` of one run say the same, to the last digit printed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Summary } from '../../models/result.ts'
import { fineBasisPoints, percent, plusMinus, ratio, share, whole } from '../../report/format.ts'
import { standardError } from '../../report/standardError.ts'
import { tinyRun } from './tinyRun.ts'

const folder = mkdtempSync(join(tmpdir(), 'yieldcover-'))
let summary: Summary
let page: string

beforeAll(async () => {
  const { runsDir, result } = await tinyRun(folder)
  const read = (name: string): string => readFileSync(join(runsDir, result.runId, name), 'utf8')
  summary = JSON.parse(read('summary.json')) as Summary
  page = read('report.html')
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Rows of a table as the texts of their cells, one line each. */
const rowsOf = (table: string): string[] =>
  [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    row!
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&lt;', '<')
      .replace(/[✓✕?]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

test('the verdict table prints every figure of the summary with its standard error', () => {
  const table = /<table class="wide">[\s\S]*?<\/table>/.exec(page)![0]
  const rows = rowsOf(table).slice(1)
  expect(rows).toHaveLength(summary.results.length)
  for (const [i, result] of summary.results.entries()) {
    const shown = (
      [
        ['coverageProbability', share],
        ['coverageRatio', ratio],
        ['surplus', fineBasisPoints],
        ['profitProbability', share],
        ['portfolioYield', percent],
        ['breakEvenYield', percent],
        ['expectedLoss', percent],
        ['nplPeak', percent],
      ] as const
    ).map(([figure, format]) => `${format(result[figure])} ${plusMinus(format, standardError(result, figure))}`.trim())
    expect(rows[i]).toContain(shown.join(' '))
  }
})

test('the table of cells prints the rates of the summary, cell by cell', () => {
  const [result] = summary.results
  const [details] = [...page.matchAll(/<details>(?:(?!<\/details>)[\s\S])*rowgroup[\s\S]*?<\/details>/g)].map(
    ([text]) => text,
  )
  const rows = rowsOf(details!)
  for (const [i, cell] of result!.cells.entries()) {
    const error = (figure: string): number | null => standardError(result!, `cells.${i}.${figure}`)
    const shown = [
      cell.cell.split('|')[0]!,
      whole(cell.loans),
      whole(cell.balance),
      `${percent(cell.expectedLoss)} ${plusMinus(percent, error('expectedLoss'))}`.trim(),
      percent(cell.offeredRate),
      percent(cell.floorRate),
      `${percent(cell.requiredRate)} ${plusMinus(percent, error('requiredRate'))}`.trim(),
      `${fineBasisPoints(cell.gap)} ${plusMinus(fineBasisPoints, error('gap'))}`.trim(),
    ]
    expect(rows).toContain(shown.join(' '))
  }
})
