import { differenceText } from '../comparisonFinding.ts'
import type { ReportComparison } from '../comparisons.ts'
import { plusMinus, ratio } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { strategyRows } from './strategyRows.ts'
import { INK, SCHEMA, THEME, WHISKER } from './theme.ts'

/** Plot width, px. */
const WIDTH = 325

/** Difference of coverage ratio of every strategy from the first: its paired interval, and behind it the unpaired one. Null without a comparison. */
export function pairedDifferences({ comparisons }: ReportData, lang: Lang): ChartSpec | null {
  const first = comparisons[0]?.strategies[0]
  if (!first) return null
  const own = words(lang).comparison.paired
  const { rows, looks, y, yOffset, step } = strategyRows(comparisons, 'coverageRatio', lang)
  const values = rows.flatMap(({ name, title, scenario, difference }) => {
    if (!difference) return []
    const { value, standardError, unpairedStandardError, interval } = difference
    const paired = standardError ?? 0
    const half = interval ? (interval[1] - interval[0]) / 2 : WHISKER * paired
    const wide = paired > 0 ? half * ((unpairedStandardError ?? paired) / paired) : half
    return [
      {
        name,
        scenario,
        value,
        low: value - half,
        high: value + half,
        wideLow: value - wide,
        wideHigh: value + wide,
        tip: own.tip(title, scenario, differenceText(difference), plusMinus(ratio, unpairedStandardError)),
      },
    ]
  })
  if (values.length === 0) return null
  const x = { type: 'quantitative' } as const
  const ends = values.flatMap(({ wideLow, wideHigh }) => [wideLow, wideHigh])
  return {
    $schema: SCHEMA,
    title: title(comparisons, lang),
    width: WIDTH,
    height: { step, for: 'position' },
    data: { values },
    encoding: { y, yOffset },
    layer: [
      {
        data: { values: [{ value: 0 }] },
        mark: { type: 'rule', color: INK, strokeWidth: 1.5, aria: false },
        encoding: { x: { field: 'value', ...x }, y: { value: 0 }, y2: { value: 'height' }, yOffset: { value: 0 } },
      },
      {
        mark: { type: 'rule', strokeWidth: 1, opacity: 0.55, aria: false },
        encoding: {
          x: {
            field: 'wideLow',
            ...x,
            title: [...own.x(inLang(first.title, lang)), ...own.key],
            scale: { domain: [Math.min(0, ...ends), Math.max(0, ...ends)], nice: true },
            axis: { tickCount: 6, format: '+.1~f' },
          },
          x2: { field: 'wideHigh' },
          color: looks.color,
        },
      },
      {
        mark: { type: 'rule', strokeWidth: 4, aria: false },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, color: looks.color },
      },
      {
        mark: { type: 'point', filled: true, size: 30, opacity: 1 },
        encoding: {
          x: { field: 'value', ...x },
          ...looks,
          tooltip: { field: 'tip' },
          description: { field: 'tip' },
        },
      },
    ],
    config: THEME,
  }
}

/** How many times smaller the paired errors are: the middle one of all, and the most. */
function title(comparisons: readonly ReportComparison[], lang: Lang): string {
  const own = words(lang).comparison.paired
  const times = comparisons
    .flatMap(({ strategies }) => strategies)
    .flatMap(({ differences }) => {
      const difference = differences?.coverageRatio
      return difference?.standardError && difference.unpairedStandardError
        ? [difference.unpairedStandardError / difference.standardError]
        : []
    })
    .sort((a, b) => a - b)
  const [middle, most] = [times[Math.floor(times.length / 2)], times.at(-1)]
  return middle !== undefined && most !== undefined && middle > 1 ? own.title(factor(middle), factor(most)) : own.plain
}

const factor = (value: number): string => value.toFixed(value < 10 ? 1 : 0)
