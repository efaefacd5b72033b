import type { TestResult } from '../../models/result.ts'
import { percent } from '../format.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { haloed } from './haloed.ts'
import { BAD, GOOD, HALF_WIDTH, INK, SCHEMA, THEME } from './theme.ts'

/** Smallest difference of the true from the reported ratio that is worth a line of its own: half a basis point. */
const VISIBLE = 0.00005

/** Month-end NPL ratio as reported: mean, the band of nine futures in ten, and the ceiling; the true mean beside it where a deferral hides bad loans. */
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
  const isHidden = npl.true.some((ratio, i) => Math.abs(ratio - npl.mean[i]!) >= VISIBLE)
  const furthest = npl.true.reduce((at, ratio, i) => (ratio - npl.mean[i]! > npl.true[at]! - npl.mean[at]! ? i : at), 0)
  const trueValues = npl.true.map((ratio, i) => ({
    month: i + 1,
    ratio,
    tip: text.nplPath.trueTip(i + 1, percent(ratio)),
  }))
  const finding = text.nplPath[TITLES[outcome]](percent(result.nplPeak), percent(ceiling))
  const highest = Math.max(
    ceiling,
    ...data.entries.flatMap((one) => [...one.npl.mean, ...one.npl.q95, ...one.npl.true]),
  )
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
    title: isHidden ? text.parts([finding, text.nplPath.inTime(percent(result.trueNplPeak))]) : finding,
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
      ...(isHidden
        ? [
            {
              data: { values: trueValues },
              mark: { type: 'line' as const, color: INK, strokeWidth: 2, strokeDash: [2, 3], aria: false },
              encoding: { x, y: { field: 'ratio', type: 'quantitative' as const } },
            },
            {
              data: { values: trueValues },
              mark: { type: 'point' as const, shape: 'diamond', color: INK, fill: 'white', size: 26, strokeWidth: 1 },
              encoding: {
                x,
                y: { field: 'ratio', type: 'quantitative' as const },
                tooltip: { field: 'tip' },
                description: { field: 'tip' },
              },
            },
            ...nameOf(text.nplPath.true, furthest, npl.true[furthest]!, true),
            ...nameOf(text.nplPath.reported, furthest, npl.mean[furthest]!, false),
          ]
        : []),
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

/** The name of a line at one of its months (0 is the first), above or below it. */
const nameOf = (name: string, month: number, ratio: number, isAbove: boolean) =>
  haloed({
    data: { values: [{ month: month + 1, ratio, name }] },
    mark: { type: 'text', baseline: isAbove ? 'bottom' : 'top', dy: isAbove ? -7 : 7, fontWeight: 'bold', aria: false },
    encoding: {
      x: { field: 'month', type: 'quantitative' },
      y: { field: 'ratio', type: 'quantitative' },
      text: { field: 'name' },
    },
  })

const TITLES = { covered: 'under', 'not covered': 'over', undecided: 'near' } as const

const plainOutcome = (peak: number, ceiling: number): TestResult => (peak <= ceiling ? 'covered' : 'not covered')
