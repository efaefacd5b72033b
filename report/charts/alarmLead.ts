import { share } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { warnedAhead } from '../warnedAhead.ts'
import type { ChartSpec } from './chartSpec.ts'
import { HALF_WIDTH, SCHEMA, THEME } from './theme.ts'

/** Months ahead at which the title tells how many defaults were warned of. */
const LEAD = 3

const COLOURS = ['#1f2933', '#b3470a', '#4a86b8', '#2f7d5b', '#7a7f87', '#8b5fa8']
const DASHES = [
  [1, 0],
  [7, 3],
  [2, 3],
  [9, 3, 2, 3],
  [4, 2],
  [1, 2],
]

/** Share of defaults that a strategy was warned of so many months ahead or more. Null where nobody watches. */
export function alarmLead({ selections }: ReportData, lang: Lang): ChartSpec | null {
  const own = words(lang).selection
  const watched = (selections?.strategies ?? []).flatMap(({ title, selection: { watch } }) =>
    watch ? [{ name: inLang(title, lang), watch }] : [],
  )
  const [first] = watched
  if (!first) return null
  const best = watched.reduce((a, b) => (warnedAhead(b.watch, LEAD) > warnedAhead(a.watch, LEAD) ? b : a), first)
  const values = watched.flatMap(({ name, watch }) =>
    watch.alarmByLead.map((_, lead) => {
      const warned = warnedAhead(watch, lead)
      return { name, lead, warned, tip: own.watchTip(name, lead, share(warned)) }
    }),
  )
  const names = [...new Set(watched.map(({ name }) => name))]
  const looks = (range: readonly unknown[]) =>
    ({ domain: names, range: names.map((_, i) => range[i % range.length]) }) as { domain: string[]; range: never[] }
  const legend = { orient: 'bottom', columns: 1, symbolOpacity: 1, symbolType: 'stroke', labelLimit: 400 } as const
  const name = { field: 'name', type: 'nominal', sort: null, title: null, legend } as const
  return {
    $schema: SCHEMA,
    title: own.watchTitle(best.name, LEAD, share(warnedAhead(best.watch, LEAD)), share(best.watch.falseAlarmRate)),
    width: HALF_WIDTH,
    height: 220,
    data: { values },
    encoding: {
      x: {
        field: 'lead',
        type: 'quantitative',
        title: [...own.watchAxis],
        scale: { domain: [0, 11], reverse: true },
        axis: { values: [0, 3, 6, 9, 11], grid: false },
      },
      y: {
        field: 'warned',
        type: 'quantitative',
        title: own.watchShare,
        scale: { domain: [0, Math.max(0.1, ...values.map(({ warned }) => warned)) * 1.1], nice: false },
        axis: { format: '.0%', tickCount: 5 },
      },
      color: { ...name, scale: looks(COLOURS) },
    },
    layer: [
      {
        mark: { type: 'line', strokeWidth: 2, aria: false },
        encoding: { strokeDash: { ...name, scale: looks(DASHES) } },
      },
      {
        mark: { type: 'point', filled: true, size: 30, opacity: 1 },
        encoding: { tooltip: { field: 'tip' }, description: { field: 'tip' } },
      },
    ],
    config: THEME,
  }
}
