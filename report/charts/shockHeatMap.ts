import { axisName, axisValue } from '../axisText.ts'
import { basisPoints, plusMinus, ratio, share } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { shockGridOf } from '../shockGrid.ts'
import { standardError } from '../standardError.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { INK, SCHEMA, THEME } from './theme.ts'

/** Coverage ratios at which colours stop changing, and the colours between them: dark below 1, light above. */
const RATIOS = [0, 0.5, 1, 1.5, 2]
const SHADES = ['#8f3204', '#d9772f', '#f6f1ea', '#cfe1f2', '#8fbbe0']
/** White figures below this. */
const DARK = 0.6

/** Coverage ratio at every combination of two changes; null where a run has no such grid. */
export function shockHeatMap(data: ReportData, lang: Lang): ChartSpec | null {
  const grid = shockGridOf(data)
  if (!grid) return null
  const text = words(lang).stress.grid
  const { row, column, rows, columns } = grid
  const named = (axis: string, value: number): string => `${axisName(axis, lang)} ${axisValue(axis, value)}`
  const values = grid.entries.flatMap((line, r) =>
    line.map(({ result }, c) => ({
      row: axisValue(row, rows[r]),
      column: axisValue(column, columns[c]),
      ratio: result.coverageRatio,
      label: ratio(result.coverageRatio),
      tip: text.tip(
        named(column, columns[c]!),
        named(row, rows[r]!),
        `${ratio(result.coverageRatio)} ${plusMinus(ratio, standardError(result, 'coverageRatio'))}`.trim(),
        `${share(result.coverageProbability)} ${plusMinus(share, standardError(result, 'coverageProbability'))}`.trim(),
        `${basisPoints(result.surplus)} ${plusMinus(basisPoints, standardError(result, 'surplus'))}`.trim(),
      ),
    })),
  )
  const covered = grid.entries.flat().filter(({ result }) => result.surplus >= 0).length
  const all = values.length
  return {
    $schema: SCHEMA,
    title: covered === all ? text.allCovered : covered === 0 ? text.noneCovered : text.covered(covered, all),
    width: { step: 62 },
    height: { step: 32 },
    data: { values },
    encoding: {
      x: {
        field: 'column',
        type: 'ordinal',
        sort: columns.map((value) => axisValue(column, value)),
        title: axisName(column, lang),
        axis: { labelAngle: 0, ticks: false, domain: false },
      },
      y: {
        field: 'row',
        type: 'ordinal',
        sort: rows.toReversed().map((value) => axisValue(row, value)),
        title: axisName(row, lang),
        axis: { ticks: false, domain: false },
      },
    },
    layer: [
      {
        mark: { type: 'rect', stroke: 'white' },
        encoding: {
          color: {
            field: 'ratio',
            type: 'quantitative',
            scale: { domain: RATIOS, range: SHADES, clamp: true, interpolate: 'rgb' },
            legend: {
              title: text.legend,
              type: 'symbol',
              symbolType: 'square',
              symbolSize: 180,
              symbolStrokeColor: '#9aa3ad',
              symbolStrokeWidth: 0.5,
              values: RATIOS.toReversed(),
              format: '.1f',
            },
          },
          tooltip: { field: 'tip' },
          description: { field: 'tip' },
        },
      },
      {
        mark: { type: 'text', fontSize: 12, aria: false },
        encoding: {
          text: { field: 'label' },
          color: {
            condition: { test: `datum.ratio !== null && datum.ratio < ${DARK}`, value: 'white' },
            value: INK,
          },
        },
      },
    ],
    config: THEME,
  }
}
