import { axisName, axisValue } from '../axisText.ts'
import type { ReportData } from '../reportData.ts'
import { frontierOf, shockGridOf } from '../shockGrid.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { BAD, GOOD, HALF_WIDTH, INK, SCHEMA, THEME } from './theme.ts'

/** The line on which two changes together just leave income covering risk; null where a run has no such grid. */
export function shockFrontier(data: ReportData, lang: Lang): ChartSpec | null {
  const grid = shockGridOf(data)
  if (!grid) return null
  const text = words(lang).stress.grid
  const { row, column, rows, columns } = grid
  const named = (axis: string, value: number): string => `${axisName(axis, lang)} ${axisValue(axis, value)}`
  const frontier = frontierOf(grid)
  const tried = grid.entries.flatMap((line, r) =>
    line.map(({ result }, c) => ({
      column: columns[c],
      row: rows[r],
      colour: result.surplus >= 0 ? GOOD : BAD,
      shape: result.surplus >= 0 ? 'circle' : 'cross',
    })),
  )
  const line = frontier.map((point) => ({
    ...point,
    tip: text.frontierTip(named(column, point.column), named(row, rounded(point.row))),
  }))
  const [start, end] = [frontier[0], frontier.at(-1)]
  const axis = (values: readonly number[]) => {
    const margin = 0.05 * (values.at(-1)! - values[0]!)
    return { scale: { domain: [values[0]! - margin, values.at(-1)! + margin], nice: false, zero: false } }
  }
  const ticks = (values: readonly number[], name: string) => ({
    values: [...values],
    labelExpr: `{${values.map((value) => `"${value}": ${JSON.stringify(axisValue(name, value))}`).join(', ')}}[toString(datum.value)]`,
  })
  return {
    $schema: SCHEMA,
    title:
      start && end
        ? text.frontierTitle(
            axisName(row, lang),
            axisValue(row, rounded(start.row)),
            named(column, start.column),
            axisValue(row, rounded(end.row)),
            named(column, end.column),
          )
        : text.frontierFlat(axisName(row, lang)),
    width: HALF_WIDTH,
    height: 300,
    layer: [
      {
        data: { values: tried },
        mark: { type: 'point', filled: true, size: 50, aria: false },
        encoding: {
          x: {
            field: 'column',
            type: 'quantitative',
            title: axisName(column, lang),
            axis: ticks(columns, column),
            ...axis(columns),
          },
          y: { field: 'row', type: 'quantitative', title: axisName(row, lang), axis: ticks(rows, row), ...axis(rows) },
          color: { field: 'colour', type: 'nominal', scale: null },
          shape: { field: 'shape', type: 'nominal', scale: null },
        },
      },
      {
        data: { values: line },
        mark: { type: 'line', color: INK, strokeWidth: 2.5, point: { color: INK, filled: true, size: 36 } },
        encoding: {
          x: { field: 'column', type: 'quantitative' },
          y: { field: 'row', type: 'quantitative' },
          tooltip: { field: 'tip' },
          description: { field: 'tip' },
        },
      },
    ],
    config: THEME,
  }
}

/** Three significant digits: a figure drawn between two that were tried. */
const rounded = (value: number): number => Number(value.toPrecision(3))
