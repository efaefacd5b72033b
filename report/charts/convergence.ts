import type { ConvergingFigure } from '../convergence.ts'
import { CONVERGING } from '../convergence.ts'
import { type Format, fineBasisPoints, percent, plusMinus, share, whole } from '../format.ts'
import { GLOSSARY } from '../glossary.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { standardError } from '../standardError.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { GOOD, HALF_WIDTH, INK, SCHEMA, THEME } from './theme.ts'

const SHOWN: Readonly<
  Record<
    ConvergingFigure,
    { readonly format: Format; readonly scale: number; readonly axis: string; readonly unit: string }
  >
> = {
  surplus: { format: fineBasisPoints, scale: 10_000, axis: '~f', unit: 'bp' },
  coverageProbability: { format: share, scale: 1, axis: '~%', unit: '%' },
  valueAtRisk99: { format: percent, scale: 1, axis: '~%', unit: '%' },
}

/** Surplus, coverage probability and value at risk as paths come in, with their intervals. Null where there is nothing to follow. */
export function convergence(
  { convergence: found, result }: ReportEntry,
  _data: ReportData,
  lang: Lang,
): ChartSpec | null {
  if (!found) return null
  const text = words(lang).convergence
  const figures = CONVERGING.filter((figure) => found[figure].some(({ value }) => value !== null))
  if (figures.length === 0) return null
  const x = {
    field: 'paths',
    type: 'quantitative' as const,
    scale: { domain: [0, result.paths], nice: false },
    axis: { tickCount: 5, format: ',d' },
  }
  return {
    $schema: SCHEMA,
    title: text.title(whole(result.paths), plusMinus(fineBasisPoints, standardError(result, 'surplus'))),
    spacing: 12,
    vconcat: figures.map((figure, i) => {
      const { format, scale, axis, unit } = SHOWN[figure]
      const name = GLOSSARY[figure][lang].name
      const values = found[figure].flatMap(({ paths, value, interval }) =>
        value === null || interval === null
          ? []
          : [
              {
                paths,
                value: value * scale,
                low: interval[0] * scale,
                high: interval[1] * scale,
                tip: text.tip(whole(paths), name, format(value), format(interval[0]), format(interval[1])),
              },
            ],
      )
      const y = {
        type: 'quantitative' as const,
        scale: { zero: false, nice: true },
        axis: { tickCount: 4, format: axis },
        title: null,
      }
      const own = { ...x, title: i === figures.length - 1 ? text.x : null }
      return {
        width: HALF_WIDTH,
        height: 76,
        title: { text: `${name}, ${unit}`, fontSize: 12, fontWeight: 'normal' as const },
        data: { values },
        layer: [
          {
            mark: { type: 'area' as const, color: GOOD, opacity: 0.55, aria: false },
            encoding: { x: own, y: { ...y, field: 'low' }, y2: { field: 'high', title: null } },
          },
          {
            mark: { type: 'line' as const, color: INK, strokeWidth: 1.5, aria: false },
            encoding: { x: own, y: { ...y, field: 'value' } },
          },
          {
            mark: { type: 'circle' as const, color: INK, size: 14, opacity: 1 },
            encoding: {
              x: own,
              y: { ...y, field: 'value' },
              tooltip: { field: 'tip' },
              description: { field: 'tip' },
            },
          },
        ],
      }
    }),
    config: THEME,
  }
}
