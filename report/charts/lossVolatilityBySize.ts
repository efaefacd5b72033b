import { lawFinding } from '../lawFinding.ts'
import { percent, whole } from '../format.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { SIZE_CHART_HEIGHT, curvesBySize } from './curvesBySize.ts'
import { haloed } from './haloed.ts'
import { HALF_WIDTH, QUIET, SCHEMA, THEME } from './theme.ts'

/** Standard deviation of the loss rate against the number of loans, down to the part that no number takes away; null without the study of it. */
export function lossVolatilityBySize({ result }: ReportEntry, data: ReportData, lang: Lang): ChartSpec | null {
  const law = result.lawOfLargeNumbers
  if (!law) return null
  const text = words(lang).law
  const deviations = data.entries.flatMap((entry) =>
    (entry.result.lawOfLargeNumbers?.curve ?? []).flatMap(({ standardDeviation: { formula, simulated } }) => [
      formula,
      simulated,
    ]),
  )
  const sizes = law.curve.map(({ loans }) => loans)
  const enough = law.minimumLoans
  const isInside = enough !== null && enough > Math.min(...sizes) && enough < Math.max(...sizes)
  return {
    $schema: SCHEMA,
    title: lawFinding(result.loans, law, lang),
    width: HALF_WIDTH,
    height: SIZE_CHART_HEIGHT,
    layer: [
      ...curvesBySize(
        result,
        law,
        {
          figure: 'standardDeviation',
          format: percent,
          yTitle: text.volatility,
          yDomain: [0, Math.max(...deviations, 1e-4) * 1.1],
          yFormat: '.1%',
        },
        lang,
      ),
      ...(law.systematic > 0 ? floor(law.systematic, lang) : []),
      ...(isInside
        ? [
            {
              data: { values: [{}] },
              mark: { type: 'rule' as const, color: QUIET, strokeDash: [1, 2], aria: false },
              encoding: { x: { datum: enough } },
            },
            ...haloed({
              data: { values: [{}] },
              mark: { type: 'text', align: 'left', baseline: 'top', dx: 4, fill: QUIET, aria: false },
              encoding: { x: { datum: enough }, y: { value: 2 }, text: { value: text.enough(whole(enough)) } },
            }),
          ]
        : []),
    ],
    config: THEME,
  }
}

/** The part that no number of loans takes away: a line across, with its name under it. */
const floor = (systematic: number, lang: Lang) => [
  {
    data: { values: [{}] },
    mark: { type: 'rule' as const, color: QUIET, strokeDash: [1, 2], aria: false },
    encoding: { y: { datum: systematic } },
  },
  ...haloed({
    data: { values: [{}] },
    mark: { type: 'text', align: 'right', baseline: 'top', dy: 9, fill: QUIET, aria: false },
    encoding: {
      x: { value: HALF_WIDTH },
      y: { datum: systematic },
      text: { value: words(lang).law.floor(percent(systematic)) },
    },
  }),
]
