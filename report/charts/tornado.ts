import { axisName, axisValue } from '../axisText.ts'
import { basisPoints, capitalised, plusMinus, ratio } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { standardError } from '../standardError.ts'
import { type Lang, words } from '../text.ts'
import { tornadoOf } from '../tornado.ts'
import type { ChartSpec } from './chartSpec.ts'
import { BAD, GOOD, INK, SCHEMA, THEME } from './theme.ts'
import { ROW_LABELS, wrapped } from './wrapped.ts'

/** Room for a name, and plot width, px: legible on a telephone too. */
const [NAME_WIDTH, WIDTH] = [170, 400]

/** Surplus under changes tried one at a time, those that matter most on top; null where none are. */
export function tornado(data: ReportData, lang: Lang): ChartSpec | null {
  const found = tornadoOf(data)
  if (!found) return null
  const { base, bars } = found
  const text = words(lang).stress.tornado
  const unchanged = base.result.surplus
  const names = bars.map(({ axis }) => axisName(axis, lang))
  const rows = names.map((name) => wrapped(capitalised(name), NAME_WIDTH))
  const values = bars.flatMap(({ axis, cases }, i) =>
    cases.map(({ value, entry: { result } }) => {
      const isWorse = result.surplus < unchanged
      return {
        name: rows[i]!,
        from: unchanged * 10_000,
        to: result.surplus * 10_000,
        colour: isWorse ? BAD : GOOD,
        label: axisValue(axis, value),
        side: isWorse ? 'worse' : 'better',
        tip: text.tip(
          names[i]!,
          axisValue(axis, value),
          `${basisPoints(result.surplus)} ${plusMinus(basisPoints, standardError(result, 'surplus'))}`.trim(),
          basisPoints(result.surplus - unchanged),
          ratio(result.coverageRatio),
        ),
      }
    }),
  )
  const [worst] = bars
  const ends = worst!.cases.map(({ entry }) => entry.result.surplus)
  const all = values.map(({ to }) => to).concat(unchanged * 10_000, 0)
  const room = 0.18 * (Math.max(...all) - Math.min(...all))
  const domain = [Math.min(...all) - room, Math.max(...all) + room]
  const y = { field: 'name', type: 'nominal', sort: rows, title: null, axis: ROW_LABELS } as const
  const x = {
    field: 'to',
    type: 'quantitative',
    title: text.x,
    scale: { domain, nice: false },
    axis: { tickCount: 6 },
  } as const
  /** The value at the end of each bar, outside it. */
  const label = (side: 'worse' | 'better', align: 'left' | 'right', dx: number) => ({
    transform: [{ filter: `datum.side === '${side}'` }],
    mark: { type: 'text' as const, aria: false, align, dx },
    encoding: { y, x, text: { field: 'label' } },
  })
  return {
    $schema: SCHEMA,
    title: text.title(names[0]!, basisPoints(Math.min(unchanged, ...ends)), basisPoints(Math.max(unchanged, ...ends))),
    width: WIDTH,
    height: { step: 32 },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.62 } },
        encoding: {
          y,
          x,
          x2: { field: 'from' },
          color: { field: 'colour', type: 'nominal', scale: null },
          tooltip: { field: 'tip' },
          description: { field: 'tip' },
        },
      },
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: INK, strokeWidth: 2, aria: false },
        encoding: { x: { datum: 0 } },
      },
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: INK, strokeDash: [3, 3], aria: false },
        encoding: { x: { datum: unchanged * 10_000 } },
      },
      label('worse', 'right', -5),
      label('better', 'left', 5),
    ],
    config: THEME,
  }
}
