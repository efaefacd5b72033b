import { coveredEverywhere } from '../comparisonFinding.ts'
import { plusMinus, ratio, share } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { strategyRows } from './strategyRows.ts'
import { INK, SCHEMA, THEME, WHISKER } from './theme.ts'

/** Plot widths, px. */
const RATIO_WIDTH = 240
const PROBABILITY_WIDTH = 100

/** Coverage ratio and probability of every strategy in every scenario; null without a comparison. */
export function strategyCoverage({ comparisons }: ReportData, lang: Lang): ChartSpec | null {
  const [first] = comparisons
  if (!first) return null
  const own = words(lang).comparison.coverage
  const { rows, looks, y, yOffset, step } = strategyRows(comparisons, 'coverageRatio', lang)
  const values = rows.map(({ name, title, scenario, strategy, pooled }) => {
    const probability = strategy.figures.coverageProbability
    const error = WHISKER * (pooled.standardError ?? 0)
    return {
      name,
      scenario,
      ratio: pooled.value,
      low: pooled.value - error,
      high: pooled.value + error,
      probability: probability?.value ?? null,
      tip: own.tip(
        title,
        scenario,
        `${ratio(pooled.value)} ${plusMinus(ratio, pooled.standardError)}`.trim(),
        `${share(probability?.value ?? null)} ${plusMinus(share, probability?.standardError ?? null)}`.trim(),
      ),
    }
  })
  const height = { step, for: 'position' } as const
  const tips = { tooltip: { field: 'tip' }, description: { field: 'tip' } } as const
  return {
    $schema: SCHEMA,
    title: title(first, comparisons, lang),
    data: { values },
    spacing: 20,
    hconcat: [
      {
        width: RATIO_WIDTH,
        height,
        encoding: {
          x: {
            field: 'ratio',
            type: 'quantitative',
            title: [...own.x],
            scale: { domain: extent(values.flatMap(({ low, high }) => [low, high])), nice: false },
            axis: { tickCount: 5, format: '.1f' },
          },
          y,
          yOffset,
        },
        layer: [
          {
            data: { values: [{ ratio: 1 }] },
            mark: { type: 'rule', color: INK, strokeWidth: 1.5, aria: false },
            encoding: { y: { value: 0 }, y2: { value: 'height' }, yOffset: { value: 0 } },
          },
          {
            mark: { type: 'rule', strokeWidth: 2, aria: false },
            encoding: { x: { field: 'low' }, x2: { field: 'high' }, color: looks.color },
          },
          { mark: { type: 'point', filled: true, size: 60, opacity: 1 }, encoding: { ...looks, ...tips } },
        ],
      },
      {
        width: PROBABILITY_WIDTH,
        height,
        mark: { type: 'point', filled: true, size: 60, opacity: 1 },
        encoding: {
          x: {
            field: 'probability',
            type: 'quantitative',
            title: [...own.probability],
            scale: { domain: [0, 1] },
            axis: { values: [0, 0.5, 1], format: '.0%' },
          },
          y: { ...y, axis: null },
          yOffset,
          ...looks,
          ...tips,
        },
      },
    ],
    config: THEME,
  }
}

/** From 0, or below where a figure is, to a little beyond the largest figure and 1. */
const extent = (values: readonly number[]): [number, number] => [Math.min(0, ...values), Math.max(1, ...values) * 1.04]

function title(
  { label, strategies }: ReportData['comparisons'][number],
  comparisons: ReportData['comparisons'],
  lang: Lang,
): string {
  const text = words(lang)
  const own = text.comparison.coverage
  const covered = strategies.filter(({ verdict }) => verdict === 'covered').length
  return text.clauses([
    own.title(covered, strategies.length, inLang(label, lang)),
    ...(comparisons.length > 1 ? [own.everywhere(coveredEverywhere(comparisons), comparisons.length)] : []),
  ])
}
