import { share } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { INK, QUIET, SCHEMA, THEME } from './theme.ts'
import { PLOT_HEADER, wrapped } from './wrapped.ts'

/** Share of the others turned away at which the title reads the curves. */
const AWAY = 0.2
const COLUMNS = 6
const [WIDTH, HEIGHT] = [150, 130]

/** ROC curve of each strategy over all applicants, the others in grey behind it. Null where nobody is ranked. */
export function roc({ selections }: ReportData, lang: Lang): ChartSpec | null {
  const own = words(lang).selection.roc
  const ranked = (selections?.strategies ?? [])
    .filter(({ selection }) => selection.roc.length > 0)
    .map(({ title, selection }) => ({ title: inLang(title, lang), curve: selection.roc }))
  const [first] = ranked
  if (!first) return null
  const best = ranked.reduce((a, b) => (caughtAt(b.curve) > caughtAt(a.curve) ? b : a), first)
  const values = ranked.flatMap(({ title, curve }) =>
    curve.map(({ good, bad }) => ({
      name: wrapped(title, WIDTH),
      good,
      bad,
      tip: own.tip(title, share(bad), share(good)),
    })),
  )
  const names = ranked.map(({ title }) => wrapped(title, WIDTH))
  const lines = ranked.flatMap(({ curve }, line) => curve.map(({ good, bad }) => ({ line, good, bad })))
  const scale = { domain: [0, 1], nice: false }
  const axis = { values: [0, 0.5, 1], format: '.0%' }
  const x = { field: 'good', type: 'quantitative', title: null, scale, axis } as const
  const y = { field: 'bad', type: 'quantitative', title: null, scale, axis } as const
  return {
    $schema: SCHEMA,
    title: own.title(best.title, share(caughtAt(best.curve)), share(AWAY)),
    data: { values },
    facet: {
      field: 'name',
      type: 'nominal',
      sort: names,
      title: [`x: ${own.x}`, `y: ${own.y}`, own.key(ranked.length > 1)],
      header: PLOT_HEADER,
    },
    columns: Math.min(COLUMNS, names.length),
    spacing: { row: 14, column: 22 },
    spec: {
      width: WIDTH,
      height: HEIGHT,
      layer: [
        {
          data: { values: [0, 1].map((at) => ({ good: at, bad: at })) },
          mark: { type: 'line', color: QUIET, strokeWidth: 1, strokeDash: [3, 3], aria: false },
          encoding: { x, y },
        },
        {
          data: { values: ranked.length > 1 ? lines : [] },
          mark: { type: 'line', color: '#d5dae0', strokeWidth: 1, aria: false },
          encoding: { x, y, detail: { field: 'line' } },
        },
        {
          mark: { type: 'line', color: INK, strokeWidth: 2, aria: false },
          encoding: { x, y },
        },
        {
          mark: { type: 'circle', color: INK, size: 10, opacity: 1 },
          encoding: { x, y, tooltip: { field: 'tip' }, description: { field: 'tip' } },
        },
      ],
    },
    config: THEME,
  }
}

/** Share of the defaulters caught when {@link AWAY} of the others are turned away, between the points of a curve. */
function caughtAt(curve: readonly { readonly good: number; readonly bad: number }[]): number {
  const i = curve.findIndex(({ good }) => good >= AWAY)
  const [from, to] = [curve[Math.max(0, i - 1)]!, curve[i]!]
  return to.good === from.good ? to.bad : from.bad + ((AWAY - from.good) / (to.good - from.good)) * (to.bad - from.bad)
}
