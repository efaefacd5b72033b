import { parse } from 'vega'
import { compile } from 'vega-lite'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../models/result.ts'
import { coverageByGrade } from '../../report/charts/coverageByGrade.ts'
import { cellContributions } from '../../report/charts/cellContributions.ts'
import type { ChartSpec } from '../../report/charts/chartSpec.ts'
import { coverageBySize } from '../../report/charts/coverageBySize.ts'
import { COMPARISON_CHARTS, ENTRY_CHARTS, RUN_CHARTS, SELECTION_CHARTS } from '../../report/charts/index.ts'
import { lossVolatilityBySize } from '../../report/charts/lossVolatilityBySize.ts'
import { sectorContributions } from '../../report/charts/sectorContributions.ts'
import { lossDistribution } from '../../report/charts/lossDistribution.ts'
import { nplPath } from '../../report/charts/nplPath.ts'
import { offeredRequiredHeatMap } from '../../report/charts/offeredRequiredHeatMap.ts'
import { scenarioStrip } from '../../report/charts/scenarioStrip.ts'
import { yieldWaterfall } from '../../report/charts/yieldWaterfall.ts'
import { type ReportData, type ReportEntry, toReportData } from '../../report/reportData.ts'
import { LANGS, type Lang } from '../../report/text.ts'
import { renderSvg } from '../../report/renderSvg.ts'
import { fixtureRun } from './fixture.ts'
import { demand } from './fixtureDemand.ts'
import { strategiesRun } from './strategiesRun.ts'

const compared = toReportData(strategiesRun())
const plain = toReportData(fixtureRun())
/** With strategies to compare, and applicants who may go elsewhere, so that every chart has something to show. */
const data: ReportData = {
  ...plain,
  entries: plain.entries.map((entry, i) => (i === 0 ? { ...entry, result: { ...entry.result, demand } } : entry)),
  comparisons: compared.comparisons,
  selections: compared.selections,
}
const baseline = data.entries[0]!
const severe = data.entries[3]!
const deferral = data.entries[5]!

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

const ZERO = { formula: 0, simulated: 0 }

/** Nothing lost on any path: no ratio, no cell with a loss; a book of one loan. */
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
    contributions: baseline.result.contributions.map((part) => ({
      ...part,
      expectedShortfall99: 0,
      standardDeviation: 0,
    })),
    lawOfLargeNumbers: {
      systematic: 0,
      diversifiable: 0,
      minimumLoans: null,
      effectiveNumber: 1,
      curve: [{ loans: 1, dependence: 'factors', standardDeviation: ZERO, coverageProbability: ZERO }],
    },
  }),
  lossRates: { counts: [baseline.result.paths], width: baseline.lossRates.width },
}

describe('every chart', () => {
  const charts: { id: string; draw: (all: typeof data, lang: Lang) => ChartSpec | null }[] = [
    ...Object.entries({ ...RUN_CHARTS, ...COMPARISON_CHARTS, ...SELECTION_CHARTS }).map(([id, chart]) => ({
      id,
      draw: chart,
    })),
    ...Object.values(ENTRY_CHARTS)
      .flatMap((page) => Object.entries(page))
      .map(([id, chart]) => ({ id, draw: (all: typeof data, lang: Lang) => chart(all.entries[0]!, all, lang) })),
  ]
  const drawn = (spec: ChartSpec | null): ChartSpec => spec ?? expect.fail('there is nothing to show')
  const extremes = { ...data, entries: [lossless] }

  test.each(charts)('$id compiles, and Vega parses it for a page that forbids evaluated code', ({ draw }) => {
    for (const lang of LANGS)
      for (const all of [data, { ...data, entries: [severe] }, { ...data, entries: [deferral] }, extremes]) {
        const spec = draw(all, lang)
        if (spec) expect(() => parse(compile(spec).spec, undefined, { ast: true })).not.toThrow()
      }
  })

  test.each(charts)('$id has a title in each language and names its marks', ({ draw }) => {
    const [en, zh] = LANGS.map((lang) => drawn(draw(data, lang)).title)
    expect(en).not.toBe(zh)
    expect(zh).toMatch(/[\u4e00-\u9fff]/)
    expect(
      valuesOf(draw(data, 'en'), 'values').some((value) => typeof value['tip'] === 'string' && value['tip'] !== ''),
    ).toBe(true)
  })

  test.each(charts)('$id draws numbers, not NaN, even where nothing is lost', async ({ draw }) => {
    for (const spec of [drawn(draw(data, 'en')), draw(extremes, 'en')]) {
      if (!spec) continue
      const svg = await renderSvg(spec, 'name')
      expect(svg).toMatch(/^<svg role="group" aria-label="name"/)
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

describe('lossDistribution beyond the main sample', () => {
  const tail = { valueAtRisk999: 0.123, expectedShortfall999: 0.14, contributions: [] }
  const standardErrors = { ...severe.result.standardErrors, tail: { valueAtRisk999: 0.002 } }

  test('takes the far quantile from the tail sample, with its own error', () => {
    const values = valuesOf(lossDistribution(withResult(severe, { tail, standardErrors }), data, 'en'), 'values')
    expect(values).toContainEqual({ value: 0.123, label: '99.9% below 12.30%', tip: '99.9% below 12.30% ± 0.20%' })
  })

  test('says that its bars are mean losses where defaults are not drawn', () => {
    const simulation = { ...data.study.simulation, fidelity: 'clt' as const }
    const approximate = { ...data, study: { ...data.study, simulation } }
    expect(JSON.stringify(lossDistribution(severe, approximate, 'en'))).toContain('"mean loss over the horizon')
    expect(JSON.stringify(lossDistribution(severe, data, 'en'))).not.toContain('mean loss over the horizon')
  })
})

describe('sectorContributions', () => {
  const rowsOf = (spec: ChartSpec | null) => valuesOf(spec, 'values').filter((row) => 'bar' in row)

  test('shows each sector with its share in the expected shortfall and the standard deviation, heaviest first', () => {
    const spec = sectorContributions(severe, data, 'en')
    expect(spec!.title).toBe('Wholesale and retail carries 38.0% of the loss in the worst 1% of futures')
    const rows = rowsOf(spec)
    expect(rows).toHaveLength(7)
    for (const share of ['bar', 'swing'])
      expect(rows.reduce((sum, row) => sum + Number(row[share]), 0)).toBeCloseTo(1, 12)
    expect(rows[0]!['tip']).toBe(
      'Wholesale and retail: 4.98% ± 0.15% of exposure in the worst 1% of futures (38.0%); 0.83% ± 0.02% of the standard deviation (41.6%)',
    )
  })

  test('falls back on the standard deviation where there are too few paths for a shortfall', () => {
    const contributions = severe.result.contributions.map((part) => ({ ...part, expectedShortfall99: null }))
    const spec = sectorContributions(withResult(severe, { contributions }), data, 'zh')
    expect(spec!.title).toBe('损失波动的41.6%来自批发零售业')
    expect(JSON.stringify(spec)).not.toContain('diamond')
  })

  test('is left out for a book without sectors, and where nothing is lost', () => {
    const contributions = severe.result.contributions.filter(({ by }) => by === 'cell')
    expect(sectorContributions(withResult(severe, { contributions }), data, 'en')).toBeNull()
    expect(sectorContributions(lossless, data, 'en')).toBeNull()
  })
})

describe('cellContributions', () => {
  test('shows the ten heaviest cells and says what they carry together', () => {
    const spec = cellContributions(severe, data, 'en')
    const bars = valuesOf(spec, 'values').flatMap((row) => ('bar' in row ? [Number(row['bar'])] : []))
    expect(bars).toHaveLength(10)
    expect(bars.toSorted((a, b) => b - a)).toEqual(bars)
    expect(spec!.title).toBe('10 of 120 cells carry 21.7% of the loss in the worst 1% of futures')
    expect(bars.reduce((sum, bar) => sum + bar, 0)).toBeCloseTo(0.217, 3)
  })
})

describe('lossVolatilityBySize', () => {
  const spec = lossVolatilityBySize(baseline, data, 'en')
  const points = valuesOf(spec, 'values').filter((row) => row['tip'] !== undefined && 'simulated' in row)

  test('has the simulated figure beside the formula for each size and dependence', () => {
    const tips = points.map(({ tip }) => tip)
    expect(new Set(tips).size).toBe(15)
    expect(tips).toContain('1,000 loans, common factors: simulated 1.36% ± 0.04%, formula 1.32%')
  })

  test('its bars reach 1.96 standard errors to each side of a point', () => {
    const point = points.find((row) => row['loans'] === 1000 && row['dependence'] === 'independence')!
    const half = (Number(point['high']) - Number(point['low'])) / 2
    expect(half).toBeCloseTo(1.96 * 0.03 * Number(point['simulated']), 12)
  })

  test('says where more loans stop helping, or that they still help', () => {
    expect(spec!.title).toBe(
      'Beyond 1,978 loans more loans stop helping: 1.21 of 1.22 points of volatility are systematic',
    )
    const small = withResult(baseline, { loans: 500 })
    expect(lossVolatilityBySize(small, data, 'en')!.title).toMatch(/^More loans help up to 1,978: /)
    expect(lossVolatilityBySize(lossless, data, 'en')!.title).toMatch(/^No common factor ties the firms/)
  })

  test('is left out where the law was not studied', () => {
    expect(lossVolatilityBySize(severe, data, 'en')).toBeNull()
    expect(coverageBySize(severe, data, 'en')).toBeNull()
  })

  test('copes with independence and guarantees alone, where nothing is systematic', async () => {
    const law = baseline.result.lawOfLargeNumbers!
    const curve = law.curve.filter(({ dependence }) => dependence !== 'factors')
    const chains = withResult(baseline, { lawOfLargeNumbers: { ...law, systematic: 0, minimumLoans: null, curve } })
    const svg = await renderSvg(lossVolatilityBySize(chains, data, 'en')!, 'name')
    expect(svg).toContain('+ guarantee calls')
    expect(svg).not.toMatch(/common factors|systematic/)
    expect(coverageBySize(chains, data, 'en')!.title).toBe(
      'With 9,987 loans independence promises coverage in 99.7% of futures, guarantee calls leave 92.0%',
    )
  })

  test('names each line once, and no name covers another', () => {
    const layers = (spec as unknown as { layer: Layer[] }).layer
    const heights = layers
      .filter(({ mark, encoding }) => mark.type === 'text' && typeof encoding.y.value === 'number')
      .map(({ data: { values }, encoding }) => ({
        name: (values[0] as unknown as { name?: string }).name,
        y: encoding.y.value,
      }))
      .filter(({ name }) => name !== undefined)
    expect(new Set(heights.map(({ name }) => name)).size).toBe(3)
    const ys = [...new Set(heights.map(({ y }) => y))].sort((a, b) => a - b)
    expect(ys).toHaveLength(3)
    for (const [i, y] of ys.slice(1).entries()) expect(y - ys[i]!).toBeGreaterThanOrEqual(16)
  })
})

describe('coverageBySize', () => {
  test('states the probability at the largest size under each dependence', () => {
    expect(coverageBySize(baseline, data, 'en')!.title).toBe(
      'With 9,987 loans independence promises coverage in 99.7% of futures, common factors leave 93.9%, guarantee calls leave 92.0%',
    )
    expect(coverageBySize(baseline, data, 'zh')!.title).toBe(
      '9,987笔贷款若相互独立，99.7%的路径可覆盖，有共同因子时为93.9%，再加担保链为92.0%',
    )
  })

  test('leaves guarantees out where the book has none', () => {
    const law = baseline.result.lawOfLargeNumbers!
    const curve = law.curve.filter(({ dependence }) => dependence !== 'guarantees')
    const spec = coverageBySize(withResult(baseline, { lawOfLargeNumbers: { ...law, curve } }), data, 'en')
    expect(JSON.stringify(spec)).not.toContain('guarantee')
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
      "A future's worst month averages 2.85% bad loans, under the ceiling of 4.51%",
    )
    expect(nplPath(severe, data, 'en').title).toBe(
      "A future's worst month averages 6.42% bad loans, above the ceiling of 4.51%",
    )
    const open = withResult(baseline, {
      tests: [{ name: 'nplCeiling', value: 0.045, threshold: 0.0451, interval: null, result: 'undecided' }],
    })
    expect(nplPath(open, data, 'en').title).toContain('too near the ceiling')
  })
})

describe('nplPath under a deferral', () => {
  const spec = nplPath(deferral, data, 'en')

  test('says what the peak would be if bad loans were classified in time', () => {
    expect(spec.title).toBe(
      "A future's worst month averages 3.67% bad loans, under the ceiling of 4.51%; classified in time it would be 4.33%",
    )
  })

  test('has a second line, with its figures, and names both', () => {
    const values = valuesOf(spec, 'values')
    expect(values.filter((row) => 'ratio' in row && row['tip'] !== undefined)[30]).toMatchObject({
      month: 31,
      tip: 'Month 31: 4.03% on average if classified in time',
    })
    expect(new Set(values.flatMap((row) => (row['name'] === undefined ? [] : [row['name']])))).toEqual(
      new Set(['true', 'reported']),
    )
  })

  test('has one line where nothing is hidden', () => {
    expect(JSON.stringify(nplPath(baseline, data, 'en'))).not.toContain('classified in time')
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

describe('charts of strategies', () => {
  const rowsOf = (spec: ChartSpec | null) => valuesOf(spec, 'values').filter((value) => 'tip' in value)

  test('are not drawn where nothing is compared or nobody chose', () => {
    for (const chart of Object.values(COMPARISON_CHARTS)) expect(chart({ ...plain, comparisons: [] }, 'en')).toBeNull()
    for (const chart of Object.values(SELECTION_CHARTS)) expect(chart({ ...plain, selections: null }, 'en')).toBeNull()
  })

  test('coverage: a row a strategy, the best in the first scenario first, and a mark a scenario', () => {
    const rows = rowsOf(COMPARISON_CHARTS['strategyCoverage']!(compared, 'en'))
    expect(rows).toHaveLength(33)
    expect(rows.slice(0, 3).map(({ name, scenario }) => [name, scenario])).toEqual([
      ['Platform data', 'Baseline'],
      ['Platform data', 'Severe downturn'],
      ['Platform data', 'Falsified statements'],
    ])
    expect(rows[0]!['tip']).toBe(
      'Platform data, Baseline: coverage ratio 2.61 ± 0.03, coverage probability 100.0% ± 1.2%',
    )
  })

  test('differences: the unpaired interval is as much wider as its error is larger', () => {
    const spec = COMPARISON_CHARTS['pairedDifferences']!(compared, 'en')
    const rows = rowsOf(spec)
    expect(rows).toHaveLength(30)
    const { strategies } = compared.comparisons[0]!
    const { coverageRatio } = strategies.find(({ title }) => title.en === 'Platform data')!.differences!
    const [row] = rows
    expect(row!['low']).toBeCloseTo(coverageRatio!.interval![0], 12)
    const width = (from: string, to: string): number => Number(row![to]) - Number(row![from])
    expect(width('wideLow', 'wideHigh') / width('low', 'high')).toBeCloseTo(
      coverageRatio!.unpairedStandardError! / coverageRatio!.standardError!,
      10,
    )
    expect(spec!.title).toMatch(
      /errors of a difference are typically \d\.\d times smaller, for the most alike \d\.\d times$/,
    )
  })

  test('differences: an error of 0 or none leaves a point', () => {
    const comparisons = compared.comparisons.map((comparison) => ({
      ...comparison,
      strategies: comparison.strategies.map((strategy) => ({
        ...strategy,
        differences: strategy.differences && {
          ...strategy.differences,
          coverageRatio: { value: 0.1, standardError: null, interval: null, unpairedStandardError: null },
        },
      })),
    }))
    for (const row of rowsOf(COMPARISON_CHARTS['pairedDifferences']!({ ...compared, comparisons }, 'en')))
      expect([row['low'], row['high'], row['wideLow'], row['wideHigh']]).toEqual([0.1, 0.1, 0.1, 0.1])
  })

  test('frontier: marks where each strategy stands, and says who covers best lending to half', () => {
    const spec = SELECTION_CHARTS['cutOffFrontier']!(compared, 'en')
    expect(rowsOf(spec)).toHaveLength(11)
    expect(rowsOf(spec)[0]).toMatchObject({ approval: 0.61, tip: expect.stringContaining('lends to 61.0%') as string })
    expect(spec!.title).toMatch(/^Lending to the best-ranked 50% of applicants, CITIC card and settlement index covers/)
  })

  test('calibration: the title names the grade that is furthest off among those with applicants enough', () => {
    const [first, ...others] = compared.selections!.strategies
    const grade = (number: number, applicants: number, assignedPd: number) => ({
      grade: number,
      applicants,
      assignedPd,
      truePd: 0.1,
    })
    const calibration = [grade(3, 99, 0.001), grade(5, 100, 0.05), grade(8, 2000, 0.12)]
    const strategy = { ...first!, selection: { ...first!.selection, calibration } }
    const selections = { ...compared.selections!, strategies: [strategy, ...others] }
    expect(SELECTION_CHARTS['calibrationByGrade']!({ ...compared, selections }, 'en')!.title).toBe(
      'Furthest off is CITIC trade scorecard in grade 5: it assigns 5.00%, true is 10.00%',
    )
  })

  test('alarms: add up from the earliest to the latest', () => {
    const rows = rowsOf(SELECTION_CHARTS['alarmLead']!(compared, 'en'))
    const own = rows.filter(({ name }) => name === 'Settlement credit index')
    expect(own.map(({ lead }) => lead)).toEqual(Array.from({ length: 12 }, (_, lead) => lead))
    expect(own[0]!['warned']).toBeCloseTo(0.45, 12)
    expect(own[11]!['warned']).toBeCloseTo(0.01, 12)
  })
})
