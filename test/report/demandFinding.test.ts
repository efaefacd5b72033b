import { compile } from 'vega-lite'
import { describe, expect, test } from 'vitest'
import type { ScenarioDemand } from '../../models/demand/scenarioDemand.ts'
import { demandCurve } from '../../report/charts/demandCurve.ts'
import { bestMove, demandFinding } from '../../report/demandFinding.ts'
import { demandSection } from '../../report/page/demandSection.ts'
import { type ReportData, type ReportEntry, toReportData } from '../../report/reportData.ts'
import { LANGS } from '../../report/text.ts'
import { fixtureRun } from './fixture.ts'
import { demand, falls, rises, turns } from './fixtureDemand.ts'

const plain = toReportData(fixtureRun())
const entry: ReportEntry = { ...plain.entries[0]!, result: { ...plain.entries[0]!.result, demand } }
const data: ReportData = { ...plain, entries: [entry, ...plain.entries.slice(1)] }
const told = (changes: Partial<ScenarioDemand> = {}, lang: 'en' | 'zh' = 'en'): string[] =>
  demandFinding({ ...demand, ...changes }, { coverageRatio: 1.63, standardErrors: { coverageRatio: 0.02 } }, entry.unit, lang) // prettier-ignore

describe('what is said of applicants who go elsewhere', () => {
  test('who takes the loan, weighed beside drawn', () => {
    expect(told()[0]).toBe(
      'At these rates 72.1% of the balance offered is taken, by borrowers with a mean true PD of 2.87%; it would be 2.75% were all to take it; ' +
        'the coverage ratio of those who take it is 1.66 ± 0.01 by weighing, and 1.63 ± 0.02 in the one draw simulated; which firms take it is not in either error',
    )
  })

  test('the best rates, with their error, and what the surplus is now', () => {
    expect(told()[1]).toBe(
      'The surplus is highest with all rates moved by +123 bp ± 3 bp: CNY 50.0 m a year instead of −CNY 4.0 m; beyond that, raising the rates lowers it',
    )
    expect(told({}, 'zh')[1]).toContain('+123 bp ± 3 bp')
  })

  test('that the surplus is highest at an end of the range looked at', () => {
    expect(told({ best: rises })[1]).toBe('Of the rates looked at, up to +600 bp, the surplus is highest at the top')
    expect(told({ best: falls })[1]).toBe(
      'Of the rates looked at, from −200 bp on, the surplus is highest at the lowest',
    )
    expect(told({ turning: turns })[2]).toMatch(/^Beyond \+123 bp ± 3 bp each unit lent earns less/)
    expect([bestMove(turns, 'en'), bestMove(rises, 'en')]).toEqual(['+123 bp ± 3 bp', 'up, as far as looked at'])
  })

  test('how much worse a higher rate makes those who come', () => {
    expect(told()[3]).toBe('The mean true PD of those who take the loan goes from 2.70% at −200 bp to 3.50% at +600 bp')
  })
})

describe('in the report', () => {
  test.each(LANGS)('the chart has the best shift in its title and compiles (%s)', (lang) => {
    const spec = demandCurve(entry, data, lang)!
    expect(spec.title).toContain('+123 bp')
    expect(() => compile(spec)).not.toThrow()
    const flat = { ...entry, result: { ...entry.result, demand: { ...demand, best: rises } } }
    expect(demandCurve(flat, data, lang)!.title).not.toContain('bp')
  })

  test.each(LANGS)('the section has a row a grade (%s)', (lang) => {
    const { markup } = demandSection(entry, lang)
    expect(markup.match(/<tr>/g)).toHaveLength(3)
    expect(markup).toContain('−1,100')
  })

  test('neither stands where all take the loan; a reason does where they cannot be weighed', () => {
    const without = plain.entries[0]!
    expect(demandCurve(without, plain, 'en')).toBeNull()
    expect(demandSection(without, 'en').markup).toBe('')
    const result = { ...without.result, demand: null, reasons: { demand: 'loans hang on each other' } }
    expect(demandCurve({ ...without, result }, plain, 'en')).toBeNull()
    expect(demandSection({ ...without, result }, 'en').markup).toContain('loans hang on each other')
  })
})
