import { percent, plusMinus, share } from '../format.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { standardError } from '../standardError.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { haloed } from './haloed.ts'
import { BAD, GOOD, HALF_WIDTH, INK, SCHEMA, THEME } from './theme.ts'

const LABEL_HEIGHT = 18

/** Loss rates of all futures, with the loss that income bears on average, the mean and the tail quantiles. */
export function lossDistribution(entry: ReportEntry, data: ReportData, lang: Lang): ChartSpec {
  const text = words(lang)
  const { result, lossRates } = entry
  const { lossRate, coverageRatio } = result
  // (income − cost − target) ÷ exposure, from its ratio to the loss and the loss ÷ exposure.
  const affordable = coverageRatio === null ? null : coverageRatio * lossRate.mean
  const far = result.tail?.valueAtRisk999 ?? null
  const largest = Math.max(...data.entries.map((one) => one.lossRates.counts.length)) * lossRates.width
  const domain: [number, number] = [Math.min(0, affordable ?? 0), largest]
  const bins = lossRates.counts.map((count, i) => {
    const [from, to] = [i * lossRates.width, (i + 1) * lossRates.width]
    const part = count / result.paths
    return {
      from,
      to,
      part,
      colour: affordable !== null && (from + to) / 2 > affordable ? BAD : GOOD,
      tip: text.losses.bin(percent(from), percent(to), share(part)),
    }
  })
  const lines = rowsOfLabels(
    [
      {
        value: affordable,
        label: text.losses.affordable,
        figure: null,
        width: 2.5,
        dash: [1, 0],
        weight: 'bold' as const,
      },
      {
        value: lossRate.mean,
        label: text.losses.mean,
        figure: 'lossRate.mean',
        width: 1.2,
        dash: [1, 0],
        weight: 'normal' as const,
      },
      {
        value: lossRate.valueAtRisk99,
        label: text.losses.var99,
        figure: 'lossRate.valueAtRisk99',
        width: 1.2,
        dash: [5, 3],
        weight: 'normal' as const,
      },
      {
        value: far ?? lossRate.valueAtRisk999,
        label: text.losses.var999,
        figure: far === null ? 'lossRate.valueAtRisk999' : 'tail.valueAtRisk999',
        width: 1.2,
        dash: [2, 3],
        weight: 'normal' as const,
      },
    ].flatMap(({ value, label, figure, ...look }) => {
      if (value === null) return []
      const name = label(percent(value))
      const error = figure === null ? '' : plusMinus(percent, standardError(result, figure))
      return [{ value, label: name, tip: `${name} ${error}`.trim(), ...look }]
    }),
    (domain[0] + domain[1]) / 2,
  )
  return {
    $schema: SCHEMA,
    title: lossRate.mean > 0 ? text.losses.title(share(1 - result.coverageProbability)) : text.losses.none,
    width: HALF_WIDTH,
    height: 200,
    layer: [
      {
        data: { values: bins },
        mark: { type: 'rect', stroke: 'white', strokeWidth: 0.5 },
        encoding: {
          x: {
            field: 'from',
            type: 'quantitative',
            title: data.study.simulation.fidelity === 'exact' ? text.losses.x : text.losses.xMean,
            scale: { domain, nice: false },
            axis: { format: '.0%', tickCount: 6, grid: false },
          },
          x2: { field: 'to' },
          y: { field: 'part', type: 'quantitative', title: text.losses.y, axis: { format: '.0%', tickCount: 5 } },
          y2: { datum: 0 },
          color: { field: 'colour', type: 'nominal', scale: null },
          tooltip: { field: 'tip' },
          description: { field: 'tip' },
        },
      },
      ...lines.flatMap(({ row, isLeft, width, dash, weight, ...one }) => {
        const top = { value: -LABEL_HEIGHT * row }
        const x = { field: 'value', type: 'quantitative' } as const
        return [
          {
            data: { values: [one] },
            mark: { type: 'rule' as const, color: INK, strokeWidth: width, strokeDash: dash },
            encoding: {
              x,
              y: top,
              y2: { value: 'height' as const },
              tooltip: { field: 'tip' },
              description: { field: 'tip' },
            },
          },
          ...haloed({
            data: { values: [one] },
            mark: {
              type: 'text',
              align: isLeft ? 'right' : 'left',
              baseline: 'top',
              dx: isLeft ? -4 : 4,
              fontWeight: weight,
              aria: false,
            },
            encoding: { x, y: top, text: { field: 'label' } },
          }),
        ]
      }),
    ],
    config: THEME,
  }
}

/**
 * Gives each line's name a row of its own above the plot (1 is the lowest), all on the side with more room. Names to the right of
 * their lines stand lower the further right, names to the left the other way round, so that no line crosses a name.
 */
function rowsOfLabels<T extends { readonly value: number }>(lines: readonly T[], middle: number) {
  const isLeft = lines.filter(({ value }) => value > middle).length * 2 > lines.length
  return lines
    .toSorted((a, b) => a.value - b.value)
    .map((line, i) => ({ ...line, isLeft, row: isLeft ? i + 1 : lines.length - i }))
}
