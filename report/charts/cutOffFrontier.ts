import type { FrontierPoint } from '../../models/result.ts'
import { levelText, ratio, share } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import type { StrategySelection } from '../selections.ts'
import { type Lang, inLang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { clippedLine } from './clippedLine.ts'
import { BAD, INK, SCHEMA, THEME } from './theme.ts'
import { PLOT_HEADER, wrapped } from './wrapped.ts'

/** Lines end here, and at 0: beyond it more coverage no longer matters, and the neighbourhood of 1 must stay readable. */
const LIMIT = 6

/** Share of applicants at which the title compares the strategies. */
const HALF = 0.5

/** Plots in a row, and their size, px. */
const COLUMNS = 4
const [WIDTH, HEIGHT] = [230, 150]

/**
 * Coverage ratio against the share of applicants lent to, a plot a strategy: its own line in bold before those of the others, and a dot
 * where it stands. Null where nobody is ranked.
 */
export function cutOffFrontier({ selections }: ReportData, lang: Lang): ChartSpec | null {
  const strategies = selections?.strategies.filter(({ selection }) => selection.frontier.length > 0) ?? []
  if (strategies.length === 0) return null
  const own = words(lang).selection.frontier
  const names = strategies.map(({ title }) => wrapped(inLang(title, lang), WIDTH))
  const lines = strategies.map(({ selection: { frontier } }) =>
    clippedLine(
      frontier.flatMap(({ approvalRate, coverageRatio }) =>
        coverageRatio === null ? [] : [{ x: approvalRate, y: coverageRatio }],
      ),
      0,
      LIMIT,
    ),
  )
  const values = strategies.flatMap((_, i) =>
    lines.flatMap((pieces, line) =>
      pieces.flatMap((points, piece) =>
        points
          .filter((_point, k) => line === i || k % 2 === 0 || k === points.length - 1)
          .map(({ x, y }) => ({ name: names[i], line: `${line}.${piece}`, approval: x, ratio: y, isOwn: line === i })),
      ),
    ),
  )
  const dots = strategies.flatMap(({ title, selection: { approvalRate }, simulated: { coverageRatio } }, i) =>
    coverageRatio
      ? [
          {
            name: names[i],
            approval: approvalRate,
            ratio: Math.min(LIMIT, coverageRatio.value),
            tip: own.tip(inLang(title, lang), share(approvalRate), ratio(coverageRatio.value)),
          },
        ]
      : [],
  )
  const x = { field: 'approval', type: 'quantitative', title: null } as const
  const y = { field: 'ratio', type: 'quantitative', title: null } as const
  const line = { type: 'line', aria: false } as const
  const detail = { field: 'line' } as const
  return {
    $schema: SCHEMA,
    title: title(strategies, lang),
    data: { values: [...values, ...dots] },
    facet: {
      field: 'name',
      type: 'nominal',
      sort: names,
      title: [`x: ${own.x}`, `y: ${own.y(String(LIMIT))}`, own.key(strategies.length > 1)],
      header: PLOT_HEADER,
    },
    columns: Math.min(COLUMNS, strategies.length),
    spacing: { row: 14, column: 18 },
    spec: {
      width: WIDTH,
      height: HEIGHT,
      encoding: {
        x: { ...x, scale: { domain: [0, 1] }, axis: { format: '.0%', values: [0, 0.25, 0.5, 0.75, 1], grid: false } },
        y: { ...y, scale: { domain: [0, LIMIT], nice: false }, axis: { tickCount: 4, format: '.0f' } },
      },
      layer: [
        {
          data: { values: [{ from: 0, to: 1, ratio: 1 }] },
          mark: { type: 'rule', color: BAD, aria: false },
          encoding: { x: { field: 'from', type: 'quantitative' }, x2: { field: 'to' } },
        },
        {
          transform: [{ filter: 'datum.isOwn === false' }],
          mark: { ...line, color: '#d5dae0', strokeWidth: 1 },
          encoding: { detail },
        },
        {
          transform: [{ filter: 'datum.isOwn === true' }],
          mark: { ...line, color: INK, strokeWidth: 2.5 },
          encoding: { detail },
        },
        {
          transform: [{ filter: 'isValid(datum.tip)' }],
          mark: { type: 'point', filled: true, size: 90, opacity: 1, color: BAD, stroke: 'white' },
          encoding: { tooltip: { field: 'tip' }, description: { field: 'tip' } },
        },
      ],
    },
    config: THEME,
  }
}

/** Who covers best lending to the best-ranked half of the applicants; of one strategy alone, whether it always covers. */
function title(strategies: readonly StrategySelection[], lang: Lang): string {
  const own = words(lang).selection.frontier
  const best = strategies
    .flatMap(({ title: name, selection }) => {
      const value = coverageAt(selection.frontier, HALF)
      return value === null ? [] : [{ name, value }]
    })
    .reduce<{ name: StrategySelection['title']; value: number } | null>(
      (a, b) => (a === null || b.value > a.value ? b : a),
      null,
    )
  if (best && strategies.length > 1) return own.title(inLang(best.name, lang), levelText(HALF), ratio(best.value))
  const ratios = strategies.flatMap(({ selection }) =>
    selection.frontier.flatMap(({ coverageRatio }) => (coverageRatio === null ? [] : [coverageRatio])),
  )
  const least = Math.min(...ratios)
  return least >= 1 && least < Infinity ? own.covered(ratio(least)) : own.plain
}

/** Coverage ratio at a share of applicants, on the line between the points beside it; null where the frontier does not reach it. */
function coverageAt(frontier: readonly FrontierPoint[], approval: number): number | null {
  const after = frontier.findIndex(({ approvalRate }) => approvalRate >= approval)
  const [a, b] = [frontier[after - 1], frontier[after]]
  if (!b || b.coverageRatio === null) return null
  if (b.approvalRate === approval || !a || a.coverageRatio === null)
    return b.approvalRate === approval ? b.coverageRatio : null
  const part = (approval - a.approvalRate) / (b.approvalRate - a.approvalRate)
  return a.coverageRatio + part * (b.coverageRatio - a.coverageRatio)
}
