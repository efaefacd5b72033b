import { percent, plusMinus, ratio, whole } from '../format.ts'
import { gradeCoverage } from '../gradeCoverage.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { haloed } from './haloed.ts'
import { BAD, GOOD, HALF_WIDTH, INK, SCHEMA, THEME } from './theme.ts'

/** Bars end here: beyond it more coverage no longer matters, and the neighbourhood of 1 must stay readable. */
const LIMIT = 5

/** Coverage ratio of each grade. */
export function coverageByGrade(entry: ReportEntry, data: ReportData, lang: Lang): ChartSpec {
  const text = words(lang)
  const grades = gradeCoverage(entry.result)
  const short = grades.filter(({ coverage }) => coverage < 1).map(({ grade }) => String(grade))
  const lowest = Math.min(0, ...data.entries.flatMap((one) => gradeCoverage(one.result).map((grade) => grade.coverage)))
  const values = grades.map((one) => ({
    grade: one.grade,
    shown: clamp(one.coverage),
    label: ratio(one.coverage),
    colour: one.coverage < 1 ? BAD : GOOD,
    tip: text.byGrade.tip(
      one.grade,
      `${ratio(one.coverage)} ${plusMinus(ratio, one.standardError)}`.trim(),
      percent(one.offeredRate),
      percent(one.requiredRate),
      whole(one.loans),
    ),
  }))
  const x = { field: 'grade', type: 'ordinal', title: text.grade, axis: { labelAngle: 0 } } as const
  return {
    $schema: SCHEMA,
    title: title(short, grades.length, lang),
    width: HALF_WIDTH,
    height: 240,
    data: { values },
    layer: [
      {
        mark: { type: 'bar', width: { band: 0.7 } },
        encoding: {
          x,
          y: {
            field: 'shown',
            type: 'quantitative',
            title: text.byGrade.cut(LIMIT),
            scale: { domain: [clamp(lowest), LIMIT * 1.08], nice: false },
            axis: { tickCount: 6, format: '.0f' },
          },
          color: { field: 'colour', type: 'nominal', scale: null },
          tooltip: { field: 'tip' },
          description: { field: 'tip' },
        },
      },
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: INK, strokeWidth: 2, aria: false },
        encoding: { y: { datum: 1 } },
      },
      ...haloed({
        mark: { type: 'text', dy: -9, aria: false },
        encoding: { x, y: { field: 'shown', type: 'quantitative' }, text: { field: 'label' } },
      }),
    ],
    config: THEME,
  }
}

const clamp = (coverage: number): number => Math.max(-LIMIT, Math.min(LIMIT, coverage))

function title(short: readonly string[], grades: number, lang: Lang): string {
  const text = words(lang)
  if (short.length === 0) return text.byGrade.none
  if (short.length === grades) return text.byGrade.all
  return short.length === 1 ? text.byGrade.one(short[0]!) : text.byGrade.some(text.list(short))
}
