import { finding } from '../finding.ts'
import { basisPoints, plusMinus, ratio, share } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { standardError } from '../standardError.ts'
import { type Lang, inLang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { haloed } from './haloed.ts'
import { INK, SCHEMA, THEME, VERDICT_COLOURS, VERDICT_SHAPES, WHISKER } from './theme.ts'
import { ROW_LABELS, wrapped } from './wrapped.ts'

/** Coverage ratio and probability of every scenario, side by side. */
export function scenarioStrip(data: ReportData, lang: Lang): ChartSpec {
  const { frame, plots } = parts(data, lang, { name: 320, ratio: 480, probability: 320, room: 1.15 }, true)
  return { ...frame, hconcat: plots }
}

/** The same, one below the other, for a screen as narrow as a telephone's. */
export function scenarioStripNarrow(data: ReportData, lang: Lang): ChartSpec {
  const { frame, plots } = parts(data, lang, { name: 150, ratio: 190, probability: 190, room: 1.4 }, false)
  return { ...frame, vconcat: plots }
}

type Plot = Extract<ChartSpec, { readonly hconcat: unknown }>['hconcat'][number]

/** Room for a name and plot widths, px, and how far the ratio's axis runs beyond the largest ratio, for its figure. */
interface Widths {
  readonly name: number
  readonly ratio: number
  readonly probability: number
  readonly room: number
}

/** Distance of a figure from the middle of its mark, and room for both, px. */
const FIGURE_GAP = 12
const FIGURE_ROOM = 42

/** @param isShared  whether the second plot stands beside the first and shares its names */
function parts(data: ReportData, lang: Lang, widths: Widths, isShared: boolean) {
  const text = words(lang)
  const ratios = data.entries.flatMap(({ result: { coverageRatio } }) =>
    coverageRatio === null ? [] : [coverageRatio],
  )
  const domain = [Math.min(0, ...ratios) * widths.room, Math.max(1, ...ratios) * widths.room] as const
  const figureRoom = (FIGURE_ROOM * (domain[1] - domain[0])) / widths.ratio
  /** Whether a figure right of its mark would lie on the line at 1, and there is room left of it. */
  const isOnLeft = (value: number): boolean => value < 1 && value + figureRoom > 1 && value - figureRoom > domain[0]
  const values = data.entries.map(({ label, result }, i) => {
    const ratioError = standardError(result, 'coverageRatio')
    const probabilityError = standardError(result, 'coverageProbability')
    const name = inLang(label, lang)
    return {
      position: i,
      name: wrapped(name, widths.name),
      ratio: result.coverageRatio,
      low: result.coverageRatio === null ? null : result.coverageRatio - WHISKER * (ratioError ?? 0),
      high: result.coverageRatio === null ? null : result.coverageRatio + WHISKER * (ratioError ?? 0),
      ratioLabel: ratio(result.coverageRatio),
      isOnLeft: result.coverageRatio !== null && isOnLeft(result.coverageRatio),
      probability: result.coverageProbability,
      probabilityLabel: share(result.coverageProbability),
      colour: VERDICT_COLOURS[result.verdict],
      shape: VERDICT_SHAPES[result.verdict],
      tip: text.strip.tip(
        name,
        text.verdicts[result.verdict],
        `${ratio(result.coverageRatio)} ${plusMinus(ratio, ratioError)}`.trim(),
        `${share(result.coverageProbability)} ${plusMinus(share, probabilityError)}`.trim(),
        `${basisPoints(result.surplus)} ${plusMinus(basisPoints, standardError(result, 'surplus'))}`.trim(),
      ),
    }
  })
  const row = { field: 'name', type: 'nominal', sort: null, title: null } as const
  const colour = { field: 'colour', type: 'nominal', scale: null } as const
  const tips = { tooltip: { field: 'tip' }, description: { field: 'tip' } } as const
  const lines = Math.max(...values.map(({ name }) => name.split('\n').length))
  const height = { step: Math.max(28, 14 * lines + 4) }
  const names = { ...row, axis: { ticks: false, domain: false, grid: true, ...ROW_LABELS } } as const
  const plots: Plot[] = [
    {
      width: widths.ratio,
      height,
      encoding: {
        x: {
          field: 'ratio',
          type: 'quantitative',
          title: text.strip.ratio,
          scale: { domain: [...domain], nice: false },
          axis: { tickCount: isShared ? 6 : 4, format: '.1f' },
        },
        y: names,
      },
      layer: [
        {
          data: { values: [{ ratio: 1 }] },
          mark: { type: 'rule', color: INK, strokeWidth: 2, aria: false },
          encoding: { y: { value: 0 }, y2: { value: 'height' } },
        },
        {
          mark: { type: 'rule', strokeWidth: 2, aria: false },
          encoding: { x: { field: 'low' }, x2: { field: 'high' }, color: colour },
        },
        {
          mark: { type: 'point', filled: true, size: 130, opacity: 1 },
          encoding: { color: colour, shape: { field: 'shape', type: 'nominal', scale: null }, ...tips },
        },
        ...haloed({
          mark: {
            type: 'text',
            align: { expr: "datum.isOnLeft ? 'right' : 'left'" },
            dx: { expr: `datum.isOnLeft ? -${FIGURE_GAP} : ${FIGURE_GAP}` },
            aria: false,
          },
          encoding: { text: { field: 'ratioLabel' } },
        }),
      ],
    },
    {
      width: widths.probability,
      height,
      encoding: {
        x: {
          field: 'probability',
          type: 'quantitative',
          title: text.strip.probability,
          scale: { domain: [0, isShared ? 1.2 : 1.4], nice: false },
          axis: { values: isShared ? [0, 0.25, 0.5, 0.75, 1] : [0, 0.5, 1], format: '.0%' },
        },
        y: isShared ? { ...row, axis: null } : names,
      },
      layer: [
        { mark: { type: 'bar', height: 14 }, encoding: { color: colour, ...tips } },
        {
          mark: { type: 'text', align: 'left', dx: 5, aria: false },
          encoding: { text: { field: 'probabilityLabel' } },
        },
      ],
    },
  ]
  const frame = { $schema: SCHEMA, title: finding(data, lang), data: { values }, spacing: 24, config: THEME }
  return { frame, plots }
}
