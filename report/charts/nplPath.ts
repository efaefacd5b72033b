import type { TestResult } from '../../models/result.ts'
import { percent } from '../format.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { BAD, GOOD, HALF_WIDTH, INK, SCHEMA, THEME } from './theme.ts'

/** Month-end NPL ratio: mean, the band of nine futures in ten, and the ceiling. */
export function nplPath(entry: ReportEntry, data: ReportData, lang: Lang): ChartSpec {
  const text = words(lang)
  const { npl, result } = entry
  const { bankNpl, nplMargin } = data.study.verdict
  const ceiling = bankNpl + nplMargin
  const outcome =
    result.tests.find((test) => test.name === 'nplCeiling')?.result ?? plainOutcome(result.nplPeak, ceiling)
  const values = npl.mean.map((mean, i) => {
    const [low, high] = [npl.q05[i] ?? mean, npl.q95[i] ?? mean]
    return { month: i + 1, mean, low, high, tip: text.nplPath.tip(i + 1, percent(mean), percent(low), percent(high)) }
  })
  const highest = Math.max(ceiling, ...data.entries.flatMap((one) => [...one.npl.mean, ...one.npl.q95]))
  const last = npl.mean.length
  const x = {
    field: 'month',
    type: 'quantitative' as const,
    title: text.withNote(text.nplPath.x, text.nplPath.band),
    scale: { domain: [0, last], nice: false },
    axis: { values: Array.from({ length: Math.floor(last / 6) + 1 }, (_, i) => i * 6), format: 'd' },
  }
  return {
    $schema: SCHEMA,
    title: text.nplPath[TITLES[outcome]](percent(result.nplPeak), percent(ceiling)),
    width: HALF_WIDTH,
    height: 240,
    layer: [
      {
        data: { values },
        mark: { type: 'area', color: GOOD, opacity: 0.55, aria: false },
        encoding: {
          x,
          y: {
            field: 'low',
            type: 'quantitative',
            title: text.nplPath.y,
            scale: { domain: [0, highest * 1.1] },
            axis: { format: '.0%', tickCount: 6 },
          },
          y2: { field: 'high' },
        },
      },
      {
        data: { values },
        mark: { type: 'line', color: INK, strokeWidth: 2, aria: false },
        encoding: { x, y: { field: 'mean', type: 'quantitative' } },
      },
      {
        data: { values },
        mark: { type: 'circle', color: INK, size: 14, opacity: 1 },
        encoding: {
          x,
          y: { field: 'mean', type: 'quantitative' },
          tooltip: { field: 'tip' },
          description: { field: 'tip' },
        },
      },
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: BAD, strokeWidth: 2, strokeDash: [6, 4], aria: false },
        encoding: { y: { datum: ceiling } },
      },
      {
        data: { values: [{}] },
        mark: { type: 'text', align: 'left', baseline: 'bottom', dx: 4, dy: -3, aria: false },
        encoding: { x: { value: 0 }, y: { datum: ceiling }, text: { value: text.nplPath.ceiling(percent(ceiling)) } },
      },
    ],
    config: THEME,
  }
}

const TITLES = { covered: 'under', 'not covered': 'over', undecided: 'near' } as const

const plainOutcome = (peak: number, ceiling: number): TestResult => (peak <= ceiling ? 'covered' : 'not covered')
