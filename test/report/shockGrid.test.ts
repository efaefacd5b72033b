import { describe, expect, test } from 'vitest'
import { tornado } from '../../report/charts/tornado.ts'
import { shockFrontier } from '../../report/charts/shockFrontier.ts'
import { shockHeatMap } from '../../report/charts/shockHeatMap.ts'
import { renderSvg } from '../../report/renderSvg.ts'
import { toReportData, type ReportData } from '../../report/reportData.ts'
import { frontierOf, shockGridOf } from '../../report/shockGrid.ts'
import { tornadoOf } from '../../report/tornado.ts'
import { fixtureRun } from './fixture.ts'

const data = toReportData(fixtureRun())
const [first] = data.entries

/** The fixture's baseline once for each set of values, with a surplus that depends on them. */
const cases = (values: readonly Readonly<Record<string, unknown>>[], surplus: (at: number) => number): ReportData => ({
  ...data,
  entries: values.map((vary, i) => ({ ...first!, result: { ...first!.result, vary, surplus: surplus(i) } })),
})

const FUNDING = 'scenario.shocks.fundingRate'
const PD = 'scenario.shocks.pdMultiple'
const PRICES = 'scenario.shocks.collateralPrice'

describe('a grid of two changes', () => {
  const pairs = [-0.01, 0, 0.01].flatMap((funding) => [1, 2].map((pd) => ({ [FUNDING]: funding, [PD]: pd })))
  // surplus 80 bp less the funding and 100 bp a unit of the PD multiple beyond 1
  const grid = cases(pairs, (i) => 0.008 - pairs[i]![FUNDING] - 0.01 * (pairs[i]![PD] - 1))

  test('has a frontier where the surplus passes 0, drawn straight between neighbours', () => {
    const found = shockGridOf(grid)!
    expect(found).toMatchObject({ row: PD, column: FUNDING, rows: [1, 2], columns: [-0.01, 0, 0.01] })
    const frontier = frontierOf(found)
    expect(frontier.map(({ column }) => column)).toEqual([0])
    expect(frontier[0]!.row).toBeCloseTo(1.8, 12)
  })

  test('is shown as a heat map and a frontier that say where coverage is lost', async () => {
    const heatMap = shockHeatMap(grid, 'en')!
    expect(heatMap.title).toBe('Covered at 3 of 6 combinations')
    const frontier = shockFrontier(grid, 'en')!
    expect(frontier.title).toContain('With funding rate 0 bp coverage is lost at default probability ×1.8')
    for (const spec of [heatMap, frontier]) {
      const { title, ...plot } = spec
      expect(await renderSvg(plot, title)).toContain('<svg')
    }
  })

  test('needs every combination, and numbers', () => {
    expect(shockGridOf({ entries: grid.entries.slice(1) })).toBeNull()
    expect(shockGridOf(data)).toBeNull()
    const words = cases(
      ['ceil', 'floor'].flatMap((a) => ['x', 'y'].map((b) => ({ a, b }))),
      () => 0,
    )
    expect(shockGridOf(words)).toBeNull()
  })
})

describe('changes tried one at a time', () => {
  const changes = [
    {},
    { [FUNDING]: 0.01 },
    { [FUNDING]: -0.002 },
    { [PRICES]: { residential: -0.2, commercial: -0.2, movable: -0.2 } },
  ]
  const surpluses = [0.008, -0.002, 0.01, 0.003]
  const run = cases(changes, (i) => surpluses[i]!)

  test('are ranked by how far they move the surplus, unchanged case included', () => {
    const { base, bars } = tornadoOf(run)!
    expect(base).toBe(run.entries[0])
    expect(bars.map(({ axis, swing }) => [axis, Number(swing.toFixed(6))])).toEqual([
      [FUNDING, 0.012],
      [PRICES, 0.005],
    ])
    expect(bars[0]!.cases.map(({ value }) => value)).toEqual([0.01, -0.002])
  })

  test('are a chart whose title names the greatest, in both languages', async () => {
    const { title, ...plot } = tornado(run, 'en')!
    expect(title).toBe('The surplus hangs most on funding rate: −20 bp to +100 bp a year')
    const svg = await renderSvg(plot, title)
    expect(svg).toContain('collateral value −20.0%: surplus')
    expect(tornado(run, 'zh')!.title).toContain('资金转移价格')
  })

  test('are told from a run without any', () => {
    expect(tornadoOf(data)).toBeNull()
    expect(tornado(data, 'en')).toBeNull()
  })
})
