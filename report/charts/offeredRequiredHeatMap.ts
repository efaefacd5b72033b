import { COLLATERALS, TERM_BANDS } from '../../models/types.ts'
import { cellName, parseCell } from '../cellName.ts'
import { cellsFinding } from '../cellsFinding.ts'
import { bareBasisPoints, basisPoints, percent, plusMinus, whole } from '../format.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { standardError } from '../standardError.ts'
import { type Lang, words } from '../text.ts'
import { SOLID_LOANS, isThin } from '../thinCell.ts'
import type { ChartSpec } from './chartSpec.ts'
import { INK, SCHEMA, THEME } from './theme.ts'

/** Colours stop changing at this gap, in bp. */
const LIMIT = 300
/** Dark for a shortfall, light for room: the order survives a grey print. */
const SHADES = ['#8f3204', '#d9772f', '#f6f1ea', '#cfe1f2', '#8fbbe0']
/** White figures from here down, in bp. */
const DARK = -100

/** Of the figures in the cells. */
const figureColour = {
  condition: { test: `datum.gap !== null && datum.gap < ${DARK}`, value: 'white' },
  value: INK,
} as const

/** Offered against required rate of every cell: the gap in bp as colour and figure. */
export function offeredRequiredHeatMap(entry: ReportEntry, _data: ReportData, lang: Lang): ChartSpec {
  const text = words(lang)
  const { result } = entry
  const cells = result.cells.map((cell, i) => {
    const { grade, termBand, collateral } = parseCell(cell.cell)
    const error = (figure: string) => standardError(result, `cells.${i}.${figure}`)
    return {
      grade,
      termBand,
      collateral: text.collaterals[collateral],
      gap: cell.gap === null ? null : cell.gap * 10_000,
      label: bareBasisPoints(cell.gap),
      isThin: isThin(cell),
      tip: text.heatMap.tip(
        cellName(cell.cell, lang),
        percent(cell.offeredRate),
        `${percent(cell.requiredRate)} ${plusMinus(percent, error('requiredRate'))}`.trim(),
        `${basisPoints(cell.gap)} ${plusMinus(basisPoints, error('gap'))}`.trim(),
        whole(cell.loans),
      ),
    }
  })
  const grades = [...new Set(cells.map(({ grade }) => grade))].sort((a, b) => a - b)
  const bands = TERM_BANDS.filter((band) => cells.some(({ termBand }) => termBand === band))
  return {
    $schema: SCHEMA,
    title: cellsFinding(result, lang),
    spacing: 10,
    hconcat: bands.map((band, i) => ({
      title: { text: text.termBands[band], fontSize: 12, fontWeight: 'normal', anchor: 'middle' },
      data: { values: cells.filter(({ termBand }) => termBand === band) },
      width: { step: 44 },
      height: { step: 24 },
      encoding: {
        x: {
          field: 'collateral',
          type: 'nominal',
          title: null,
          sort: COLLATERALS.map((one) => text.collaterals[one]),
          axis: { orient: 'top', labelAngle: -90, ticks: false, domain: false },
        },
        y: {
          field: 'grade',
          type: 'ordinal',
          title: text.grade,
          scale: { domain: grades },
          axis: i === 0 ? { ticks: false, domain: false } : null,
        },
      },
      layer: [
        {
          mark: { type: 'rect', stroke: 'white' },
          encoding: {
            color: {
              field: 'gap',
              type: 'quantitative',
              scale: {
                domain: [-LIMIT, -LIMIT / 2, 0, LIMIT / 2, LIMIT],
                range: SHADES,
                clamp: true,
                interpolate: 'rgb',
              },
              legend: {
                title: result.cells.some(isThin)
                  ? [text.heatMap.legend, text.heatMap.thin(SOLID_LOANS)]
                  : text.heatMap.legend,
                // Squares, not a gradient: gradients have ids, which would meet in a page of many charts.
                type: 'symbol',
                symbolType: 'square',
                symbolSize: 180,
                symbolStrokeColor: '#9aa3ad',
                symbolStrokeWidth: 0.5,
                values: [LIMIT, LIMIT / 2, 0, -LIMIT / 2, -LIMIT],
                format: 'd',
              },
            },
            tooltip: { field: 'tip' },
            description: { field: 'tip' },
          },
        },
        {
          mark: { type: 'text', fontSize: 11, aria: false },
          encoding: {
            text: { field: 'label' },
            color: figureColour,
          },
        },
        {
          transform: [{ filter: 'datum.isThin' }],
          mark: { type: 'text', fontSize: 12, dx: 17, dy: -7, aria: false },
          encoding: { text: { value: '•' }, color: figureColour },
        },
      ],
    })),
    config: THEME,
  }
}
