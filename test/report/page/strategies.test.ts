import { beforeAll, describe, expect, test } from 'vitest'
import { renderReport } from '../../../report/html.ts'
import { toReportData } from '../../../report/reportData.ts'
import { strategiesRun } from '../strategiesRun.ts'

let page = ''
beforeAll(async () => {
  page = await renderReport(toReportData(strategiesRun()), { lang: 'en' })
})

/** Words of a piece of the page. */
const plain = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').replaceAll('&lt;', '<').trim() // prettier-ignore

/** Rows of the first table after a heading, cell by cell. */
function rowsAfter(heading: string): string[][] {
  const table = /<table[^]*?<\/table>/.exec(page.slice(page.indexOf(heading)))![0]
  return [...table.matchAll(/<tr>\s*(<td[^]*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map(([, cell]) => plain(cell!)),
  )
}

describe('the report of a run that compares strategies', () => {
  test('opens with the answer, and names who differs from the first by more than chance', () => {
    const top = plain(page.slice(page.indexOf('<main>'), page.indexOf('<figure')))
    expect(top).toContain('10 of 11 strategies cover their risk in Baseline, 1 in all 3 scenarios;')
    expect(top).toContain(
      'Covers better than CITIC trade scorecard in Baseline: Platform data (+0.88 ± 0.01), CITIC card and settlement index (+0.42 ± 0.01), Relationship lending (+0.22 ± <0.01), Guarantee fund (+0.17 ± <0.01)',
    )
    expect(top).toContain('Cannot be told from CITIC trade scorecard: Credit factory')
    expect(top).toContain('5 populations drawn from one recipe')
  })

  test('has a table a scenario, with each figure, its error and its difference, the best strategy first', () => {
    const rows = rowsAfter('Strategies side by side')
    expect(rows).toHaveLength(11)
    expect(rows[0]!.slice(0, 4)).toEqual([
      'Platform data',
      '✓ Covered',
      '2.61 ± 0.03 +0.88 ± 0.01',
      '100.0% ± 1.2% +0.6 pp ± 0.2 pp',
    ])
    expect(rows.find(([name]) => name!.startsWith('CITIC trade'))!.slice(0, 3)).toEqual([
      'CITIC trade scorecard the others are held against it',
      '✓ Covered',
      '1.73 ± 0.02',
    ])
    expect(page.match(/name="comparison"/g)).toHaveLength(3)
  })

  test('sets off what may be chance', () => {
    expect(page).toMatch(/class="chance"\s*>\+0\.01 ± /)
    expect(page).toMatch(/class="told"\s*>\+0\.88 ± 0\.01/)
  })

  test('shows thirteen of the thirty-three entries of the first population with charts, and says so', () => {
    expect(page.match(/name="entry"/g)).toHaveLength(13)
    expect(page).toContain('Charts for 13 of 33 cases')
    expect(page).toContain('the first of 5 populations; summary.json has all.')
    expect(page).not.toContain('population 1')
  })

  test('says how the strategies choose, in order of what they see', () => {
    const rows = rowsAfter('How the strategies choose')
    expect(rows[0]!.slice(0, 2)).toEqual(['CITIC card and settlement index', '0.62 ± <0.01'])
    expect(rows[0]!.slice(-2)).toEqual(['1 · 2', 'overdue count 0.29, debt ratio 0.22, repayment source 0.20'])
    expect(rows.at(-1)!.slice(-2)).toEqual(['11 · 11', 'nothing'])
  })

  test('sets the expected loss as priced beside the true and the simulated one', () => {
    expect(rowsAfter('Expected loss as priced, as it truly is')[0]).toEqual([
      'CITIC trade scorecard',
      '1.21%',
      '1.18%',
      '+3 bp',
      '1.12%',
    ])
  })

  test('says why applicants were declined, and leaves out rules that declined nobody', () => {
    const rows = rowsAfter('Declined, by the first rule that fails')
    expect(rows[0]).toEqual(['CITIC trade scorecard', '34.5%', '3.5%', '1.0%', '61.0%'])
    expect(rows.at(-1)).toEqual(['Approve everybody', '', '', '', '100.0%'])
  })

  test('says what watching is worth, of those that watch', () => {
    const rows = rowsAfter('What watching is worth')
    expect(rows.map(([name]) => name)).toEqual(['Settlement credit index', 'CITIC card and settlement index'])
    expect(rows[0]!.slice(1, 5)).toEqual(['43.0%', '33.0%', '13.0%', '6.2%'])
  })

  test('explains files: decision, rules, elements and the build-up of the rate', () => {
    expect(plain(page)).toContain('Last of the admitted: firm 2176, line 64 × 10,000 CNY at 6.25%, floor 6.04%')
    expect(plain(page)).toContain('Declined: firm 5, age of the owner')
    expect(rowsAfter('Admission rules')).toEqual([
      ['level of the card', '7', 'at most 7', '✓ yes'],
      ['age of the owner', '66', '18 to 65', '✕ no'],
      ['region', 'north', 'one of north, centre', '✓ yes'],
    ])
    expect(rowsAfter('<h3>Six elements')).toEqual([
      ['Willingness to repay', 'good', 'overdue count 0 (good)'],
      ['Capacity to repay', 'poor', 'quick ratio 0.4123 (poor); repayment source refinance (fair)'],
      ['Security', 'nothing to judge by', ''],
    ])
    const rate = rowsAfter('<h3>Rate</h3>')
    expect(rate[0]).toEqual(['Funding and extra target profit', '2.50%'])
    expect(rate.slice(-2)).toEqual([
      ['Floor rate', '6.04%'],
      ['Offered rate', '6.25%'],
    ])
    const steps = rate.slice(0, -2).map(([, value]) => parseFloat(value!.replace('−', '-')))
    expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(6.04, 6)
    expect(plain(page)).toContain('Limits and negative situations that apply: Level 8 or worse')
    expect(plain(page)).toContain('Alerts: over-borrowed (warn)')
  })

  test('is smaller than 6 MB, with every label and link leading somewhere', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(6_000_000)
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target)
    for (const [, target] of page.matchAll(/\sfor="([^"]*)"/g)) expect(ids).toContain(target)
    expect(page.match(/<script|<[^>]*\s(?:style|on\w+)=|url\(|@import/gi)).toBeNull()
  })
})
