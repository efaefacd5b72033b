import type { Contribution } from '../../models/result.ts'
import { percent, plusMinus, share } from '../format.ts'
import { type RiskPart, leadingPart, partName } from '../riskParts.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { textWidth } from './textWidth.ts'
import { INK, QUIET, SCHEMA, THEME } from './theme.ts'

/** Bars but the first; dark enough to stand out from white. */
const FAINT = '#8a939d'

/** Of a chart that stands beside another, px. */
const COLUMN_WIDTH = 505

/** Bars of the parts' shares in the expected shortfall, with a diamond at their share in the standard deviation; of the latter alone where there is no shortfall. */
export function contributionBars(
  parts: readonly RiskPart[],
  by: Contribution['by'],
  title: string,
  lang: Lang,
): ChartSpec {
  const text = words(lang).contributions
  const hasShortfall = parts.every((part) => part.expectedShortfall99 !== null)
  const values = parts.map((part, i) => {
    const name = partName(by, part.key, lang)
    const bar = leadingPart(part).share
    return {
      name,
      bar,
      swing: part.standardDeviation.share,
      end: Math.max(bar, part.standardDeviation.share, 0),
      label: share(bar),
      colour: i === 0 ? QUIET : FAINT,
      tip: tipOf(part, name, lang),
    }
  })
  const shares = values.flatMap(({ bar, swing }) => [bar, swing])
  const extent = Math.max(...values.map(({ name }) => textWidth(name, 12))) + 8
  const position = { field: 'name', type: 'nominal', sort: null } as const
  return {
    $schema: SCHEMA,
    title,
    width: plotWidth(extent),
    height: { step: 24 },
    data: { values },
    encoding: { y: { ...position, axis: { title: null, ticks: false, domain: false } } },
    layer: [
      {
        mark: { type: 'bar', height: 15 },
        encoding: {
          x: {
            field: 'bar',
            type: 'quantitative',
            title: hasShortfall ? [...text.x] : text.xSwing,
            scale: { domain: [Math.min(0, ...shares), Math.max(...shares) * 1.18], nice: false },
            axis: { format: '~%', tickCount: 5 },
          },
          color: { field: 'colour', type: 'nominal', scale: null },
          tooltip: { field: 'tip' },
          description: { field: 'tip' },
        },
      },
      ...(hasShortfall
        ? [
            {
              mark: { type: 'point' as const, shape: 'diamond', filled: true, size: 75, opacity: 1, aria: false },
              encoding: {
                x: { field: 'swing', type: 'quantitative' as const },
                color: { value: 'white' },
                stroke: { value: INK },
              },
            },
          ]
        : []),
      {
        mark: { type: 'text', align: 'left', dx: 8, aria: false },
        encoding: { x: { field: 'end', type: 'quantitative' }, text: { field: 'label' } },
      },
    ],
    config: THEME,
  }
}

/** What a column leaves beside names of this extent. */
const plotWidth = (extent: number): number => Math.max(180, COLUMN_WIDTH - extent)

function tipOf({ standardDeviation: swing, expectedShortfall99: tail }: RiskPart, name: string, lang: Lang): string {
  const text = words(lang).contributions
  const figure = (part: typeof swing): string =>
    `${percent(part.value)} ${plusMinus(percent, part.standardError)}`.trim()
  return tail
    ? text.tip(name, figure(tail), share(tail.share), figure(swing), share(swing.share))
    : text.tipSwing(name, figure(swing), share(swing.share))
}
