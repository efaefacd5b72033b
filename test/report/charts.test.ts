import { parse } from 'vega'
import { compile } from 'vega-lite'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../models/result.ts'
import { coverageByGrade } from '../../report/charts/coverageByGrade.ts'
import { ENTRY_CHARTS, RUN_CHARTS } from '../../report/charts/index.ts'
import { lossDistribution } from '../../report/charts/lossDistribution.ts'
import { nplPath } from '../../report/charts/nplPath.ts'
import { offeredRequiredHeatMap } from '../../report/charts/offeredRequiredHeatMap.ts'
import { scenarioStrip } from '../../report/charts/scenarioStrip.ts'
import { yieldWaterfall } from '../../report/charts/yieldWaterfall.ts'
import { type ReportEntry, toReportData } from '../../report/reportData.ts'
import { LANGS } from '../../report/text.ts'
import { renderSvg } from '../../report/renderSvg.ts'
import { fixtureRun } from './fixture.ts'

const data = toReportData(fixtureRun())
const baseline = data.entries[0]!
const severe = data.entries[3]!

/** Every object below a key of a specification, wherever it stands. */
function valuesOf(node: unknown, key: string): Record<string, unknown>[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, child]) => [
    ...(name === key && Array.isArray(child)
      ? (child as Record<string, unknown>[]).filter((one) => typeof one === 'object')
      : []),
    ...valuesOf(child, key),
  ])
}

const withResult = (entry: ReportEntry, change: Partial<Result>): ReportEntry => ({
  ...entry,
  result: { ...entry.result, ...change },
})

/** A layer of a line or its name, as far as the test looks at it. */
interface Layer {
  readonly mark: { readonly type: string; readonly align?: string }
  readonly data: { readonly values: readonly { readonly value: number }[] }
  readonly encoding: { readonly y: { readonly value: number } }
}

/** Nothing lost on any path: no ratio, no cell with a loss. */
const lossless: ReportEntry = {
  ...withResult(baseline, {
    coverageRatio: null,
    expectedLoss: 0,
    lossRate: {
      mean: 0,
      standardDeviation: 0,
      valueAtRisk99: 0,
      valueAtRisk999: null,
      expectedShortfall99: 0,
      expectedShortfall999: null,
    },
    cells: [],
  }),
  lossRates: { counts: [baseline.result.paths], width: baseline.lossRates.width },
}

describe('every chart', () => {
  const charts = [
    ...Object.entries(RUN_CHARTS).map(([id, chart]) => ({ id, draw: chart })),
    ...Object.entries(ENTRY_CHARTS).map(([id, chart]) => ({
      id,
      draw: (all: typeof data, lang: 'en' | 'zh') => chart(all.entries[0]!, all, lang),
    })),
  ]
  const extremes = { ...data, entries: [lossless] }

  test.each(charts)('$id compiles, and Vega parses it for a page that forbids evaluated code', ({ draw }) => {
    for (const lang of LANGS)
      for (const all of [data, { ...data, entries: [severe] }, extremes])
        expect(() => parse(compile(draw(all, lang)).spec, undefined, { ast: true })).not.toThrow()
  })

  test.each(charts)('$id has a title in each language and names its marks', ({ draw }) => {
    const [en, zh] = LANGS.map((lang) => draw(data, lang).title)
    expect(en).not.toBe(zh)
    expect(zh).toMatch(/[\u4e00-\u9fff]/)
    expect(
      valuesOf(draw(data, 'en'), 'values').some((value) => typeof value['tip'] === 'string' && value['tip'] !== ''),
    ).toBe(true)
  })

  test.each(charts)('$id draws numbers, not NaN, even where nothing is lost', async ({ draw }) => {
    for (const all of [data, extremes]) {
      const svg = await renderSvg(draw(all, 'en'), 'name')
      expect(svg).toMatch(/^<svg role="img" aria-label="name"/)
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    }
  })
})

describe('yieldWaterfall', () => {
  test('walks from the yield down to the surplus, each step starting where the last ended', () => {
    const rows = valuesOf(yieldWaterfall(severe, data, 'en'), 'values').filter((row) => 'from' in row)
    expect(rows.map((row) => row['label'])).toEqual([
      '5.98%',
      '0.11%',
      '−2.49%',
      '−0.61%',
      '−0.27%',
      '−0.85%',
      '−2.71%',
      '−84 bp',
    ])
    for (const [i, row] of rows.slice(1, -1).entries()) expect(row['from']).toBe(rows[i]!['to'])
    expect(rows.at(-2)!['to']).toBeCloseTo(-0.0084, 12)
    expect(rows.at(-1)).toMatchObject({ from: 0, to: -0.0084, tip: 'Surplus −0.84% ± 0.01%' })
  })

  test('says whether something is left', () => {
    expect(yieldWaterfall(severe, data, 'en').title).toBe('A yield of 5.98% ends 84 bp a year short')
    expect(yieldWaterfall(baseline, data, 'zh').title).toBe('收益率6.05%，每年盈余82 bp')
  })

  test('has one scale for all scenarios', () => {
    const domain = (entry: ReportEntry) =>
      JSON.stringify(yieldWaterfall(entry, data, 'en')).match(/"domain":\[[^\]]*\]/)?.[0]
    expect(domain(baseline)).toBe(domain(severe))
  })
})

describe('lossDistribution', () => {
  const spec = lossDistribution(severe, data, 'en')
  const values = valuesOf(spec, 'values')

  test('its bars add up to every future', () => {
    const bars = values.filter((value) => 'part' in value)
    expect(bars.reduce((sum, bar) => sum + Number(bar['part']), 0)).toBeCloseTo(1, 12)
  })

  test('the income line stands at income less cost and target, as a share of opening exposure', () => {
    const run = fixtureRun()
    const { income, cost, target } = run.tables[3]!.paths
    const expected = (income[0]! - cost[0]! - target[0]!) / 1_650_000
    expect(values.find((value) => value['label'] === 'income bears 4.49%')!['value']).toBeCloseTo(expected, 12)
  })

  test.each([baseline, severe])('no line of another crosses the name of a line', (entry) => {
    const layers = (lossDistribution(entry, data, 'en') as unknown as { layer: Layer[] }).layer
    const rules = layers
      .filter((layer) => layer.mark.type === 'rule')
      .map((layer) => ({ at: layer.data.values[0]!.value, top: -layer.encoding.y.value }))
    for (const name of layers.filter((layer) => layer.mark.type === 'text')) {
      const [at, top] = [name.data.values[0]!.value, -name.encoding.y.value]
      const inItsWay = rules.filter((rule) => (name.mark.align === 'left' ? rule.at > at : rule.at < at))
      expect(inItsWay.every((rule) => rule.top < top)).toBe(true)
    }
  })

  test('a quantile that cannot be had has no line', () => {
    expect(values.map((value) => value['label']).filter((label) => label !== undefined)).not.toContainEqual(
      expect.stringContaining('99.9%'),
    )
  })

  test('the title is the complement of the coverage probability', () => {
    expect(spec.title).toBe('Losses exceed what income can bear in 98.8% of simulated futures')
    expect(lossDistribution(lossless, data, 'en').title).toBe('No losses in any simulated future')
  })
})

describe('coverageByGrade', () => {
  test('names the grades that do not carry their own losses', () => {
    expect(coverageByGrade(severe, data, 'en').title).toBe('Own losses not covered in grades 4, 5, 6, 7')
    expect(coverageByGrade(baseline, data, 'en').title).toBe('Every grade covers its own losses')
  })

  test('cuts a bar at five and still prints its figure', () => {
    const first = valuesOf(coverageByGrade(baseline, data, 'en'), 'values').find((value) => value['grade'] === 1)!
    expect(first).toMatchObject({ shown: 5, label: '5.04' })
  })
})

describe('offeredRequiredHeatMap', () => {
  test('shows each cell once, with its gap in basis points', () => {
    const cells = valuesOf(offeredRequiredHeatMap(severe, data, 'en'), 'values').filter((value) => 'grade' in value)
    expect(cells).toHaveLength(severe.result.cells.length)
    const worst = cells.filter((cell) => cell['gap'] !== null).sort((a, b) => Number(a['gap']) - Number(b['gap']))[0]!
    const tip = 'Grade 7, ≤ 6 months, unsecured: offered 6.84%, required 11.80% ± 0.04%, gap −496 bp ± 4 bp; 109 loans'
    expect(worst).toMatchObject({ label: '−496', tip })
  })

  test('a cell without a required rate shows a dash', () => {
    const cells = valuesOf(offeredRequiredHeatMap(severe, data, 'en'), 'values').filter(
      (value) => value['gap'] === null,
    )
    expect(cells.length).toBeGreaterThan(0)
    expect(new Set(cells.map((cell) => cell['label']))).toEqual(new Set(['–']))
  })

  test('the title counts the cells that fall short', () => {
    expect(offeredRequiredHeatMap(baseline, data, 'en').title).toBe(
      '3 of 120 cells are priced below what they need; the worst is Grade 7, ≤ 6 months, unsecured, at −46 bp',
    )
  })

  test('dots thin cells, and names the worst of the others', () => {
    const cells = severe.result.cells.map((cell) => (cell.cell === '7|<=6m|unsecured' ? { ...cell, loans: 24 } : cell))
    const spec = offeredRequiredHeatMap(withResult(severe, { cells }), data, 'en')
    expect(spec.title).toMatch(/; the worst with at least 25 loans is Grade 7, /)
    expect(spec.title).not.toContain('Grade 7, ≤ 6 months, unsecured')
    expect(JSON.stringify(spec)).toContain('• < 25 loans')
    expect(JSON.stringify(offeredRequiredHeatMap(severe, data, 'en'))).not.toContain('• < 25 loans')
  })

  test('names the worst of all cells where all are thin', () => {
    const cells = severe.result.cells.map((cell) => ({ ...cell, loans: 3 }))
    expect(offeredRequiredHeatMap(withResult(severe, { cells }), data, 'en').title).toMatch(
      /; the worst is Grade 7, ≤ 6 months, unsecured, /,
    )
  })
})

describe('nplPath', () => {
  test('states the peak against the ceiling, as the test decided it', () => {
    expect(nplPath(baseline, data, 'en').title).toBe(
      'A future’s worst month averages 2.85% bad loans, under the ceiling of 4.51%',
    )
    expect(nplPath(severe, data, 'en').title).toBe(
      'A future’s worst month averages 6.42% bad loans, above the ceiling of 4.51%',
    )
    const open = withResult(baseline, {
      tests: [{ name: 'nplCeiling', value: 0.045, threshold: 0.0451, interval: null, result: 'undecided' }],
    })
    expect(nplPath(open, data, 'en').title).toContain('too near the ceiling')
  })
})

describe('scenarioStrip', () => {
  test('has a row a scenario, with the verdict as colour and shape', () => {
    const rows = valuesOf(scenarioStrip(data, 'en'), 'values').filter((value) => 'name' in value)
    expect(rows.map((row) => [row['name'], row['shape']])).toContainEqual(['Severe downturn', 'cross'])
    expect(new Set(rows.map((row) => `${String(row['colour'])} ${String(row['shape'])}`)).size).toBe(3)
    expect(rows[3]!['tip']).toBe(
      'Severe downturn: Not covered; coverage ratio 0.69 ± 0.01, coverage probability 1.3% ± 0.4%, surplus −84 bp ± 1 bp',
    )
  })
})
