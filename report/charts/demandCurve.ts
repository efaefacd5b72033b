import { basisPoints, percent, share, signedWhole } from '../format.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { BAD, HALF_WIDTH, INK, QUIET, SCHEMA, THEME } from './theme.ts'

type Plot = Extract<ChartSpec, { readonly vconcat: unknown }>['vconcat'][number]

/** Heights of the plots, px. */
const [MONEY_HEIGHT, SHARE_HEIGHT] = [150, 90]

/**
 * Surplus a year, balance taken and quality of those who take it against a shift of all rates, in three plots over one axis; the best shift
 * and today's rates are marked. Null where all applicants take the loan.
 */
export function demandCurve({ result, unit }: ReportEntry, data: ReportData, lang: Lang): ChartSpec | null {
  const { demand } = result
  if (!demand) return null
  const own = words(lang).demand.chart
  const { curve, best } = demand
  const values = curve.map(({ shift, annualSurplus, volume, meanTruePd }) => ({
    shift: shift * 1e4,
    money: annualSurplus,
    volume,
    pd: meanTruePd,
    tip: own.tip(basisPoints(shift), signedWhole(annualSurplus), share(volume), percent(meanTruePd)),
  }))
  const all = data.entries.flatMap((entry) => entry.result.demand?.curve ?? [])
  const monies = all.map(({ annualSurplus }) => annualSurplus)
  const worst = Math.max(...all.map(({ meanTruePd }) => meanTruePd))
  const axis = {
    field: 'shift',
    type: 'quantitative' as const,
    scale: { domain: [values[0]!.shift, values.at(-1)!.shift], nice: false },
  }
  const plot = (
    field: 'money' | 'volume' | 'pd',
    title: string,
    domain: readonly number[],
    format: string,
    height: number,
  ): Plot => ({
    width: HALF_WIDTH,
    height,
    layer: [
      {
        data: { values: [{}] },
        mark: { type: 'rule' as const, color: QUIET, strokeDash: [1, 2], aria: false },
        encoding: { x: { datum: 0 } },
      },
      ...(best.shift === null
        ? []
        : [
            {
              data: { values: [{}] },
              mark: { type: 'rule' as const, color: BAD, strokeDash: [6, 4], strokeWidth: 2, aria: false },
              encoding: { x: { datum: best.shift * 1e4 } },
            },
          ]),
      {
        data: { values },
        mark: { type: 'line' as const, color: INK, strokeWidth: 2, aria: false },
        encoding: {
          x: { ...axis, title: field === 'pd' ? own.x : null, axis: { tickCount: 8, format: '+d' } },
          y: {
            field,
            type: 'quantitative' as const,
            title: null,
            scale: { domain: [...domain], nice: true },
            axis: { tickCount: 4, format },
          },
        },
      },
      {
        data: { values },
        mark: { type: 'circle' as const, color: INK, size: 14, opacity: 1, aria: field === 'money' },
        encoding: {
          x: axis,
          y: { field, type: 'quantitative' as const },
          tooltip: { field: 'tip' },
          ...(field === 'money' && { description: { field: 'tip' } }),
        },
      },
      ...(field === 'money'
        ? [
            nameAt(0, own.today, QUIET, 'left'),
            ...(best.shift === null ? [] : [nameAt(best.shift * 1e4, own.best, BAD, 'right')]),
          ]
        : []),
    ],
    title: {
      text: title,
      fontSize: 12,
      fontWeight: 'normal' as const,
      color: QUIET,
      anchor: 'start' as const,
      frame: 'group' as const,
      offset: 4,
    },
  })
  return {
    $schema: SCHEMA,
    title: best.trend === 'turns' ? own.turns(basisPoints(best.shift)) : own[best.trend],
    spacing: 10,
    vconcat: [
      plot(
        'money',
        own.money(inLang(unit, lang)),
        [Math.min(0, ...monies), Math.max(0, ...monies)],
        ',.0f',
        MONEY_HEIGHT,
      ),
      plot('volume', own.share, [0, 1], '.0%', SHARE_HEIGHT),
      plot('pd', own.pd, [0, worst], '.1%', SHARE_HEIGHT),
    ],
    config: THEME,
  }
}

/** The name of a rule at the foot of the first plot, to one side of it. */
const nameAt = (shift: number, name: string, fill: string, side: 'left' | 'right') => ({
  data: { values: [{}] },
  mark: {
    type: 'text' as const,
    align: side,
    baseline: 'bottom' as const,
    dx: side === 'left' ? 4 : -4,
    dy: -3,
    fill,
    aria: false,
  },
  encoding: { x: { datum: shift }, y: { value: MONEY_HEIGHT }, text: { value: name } },
})
