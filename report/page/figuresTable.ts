import { percent, ratio, share } from '../format.ts'
import type { ReportEntry } from '../reportData.ts'
import type { Lang } from '../text.ts'
import type { Markup } from './markup.ts'
import { type NamedFigure, namedFigures } from './namedFigures.ts'

/** Figures that the verdict table has no room for. */
export function figuresTable({ result }: ReportEntry, lang: Lang): Markup {
  const { lossRate, tail, contagionMultiplier } = result
  const figures: readonly NamedFigure[] = [
    ['yieldFor95', 'yieldFor95', result.yieldFor95, percent],
    ['pdMultipleToBreakEven', 'pdMultipleToBreakEven', result.pdMultipleToBreakEven, ratio],
    ['defaultRate', 'defaultRate', result.defaultRate, percent],
    ...(contagionMultiplier === undefined
      ? []
      : [['contagionMultiplier', 'contagionMultiplier', contagionMultiplier, ratio] as const]),
    ['trueNplPeak', 'trueNplPeak', result.trueNplPeak, percent],
    ['lossRate', 'lossRate.mean', lossRate.mean, percent],
    ['standardDeviation', 'lossRate.standardDeviation', lossRate.standardDeviation, percent],
    ['valueAtRisk99', 'lossRate.valueAtRisk99', lossRate.valueAtRisk99, percent],
    ['valueAtRisk999', 'lossRate.valueAtRisk999', lossRate.valueAtRisk999, percent],
    ['expectedShortfall99', 'lossRate.expectedShortfall99', lossRate.expectedShortfall99, percent],
    ['expectedShortfall999', 'lossRate.expectedShortfall999', lossRate.expectedShortfall999, percent],
    ...(tail
      ? ([
          ['tailValueAtRisk999', 'tail.valueAtRisk999', tail.valueAtRisk999, percent],
          ['tailExpectedShortfall999', 'tail.expectedShortfall999', tail.expectedShortfall999, percent],
        ] as const)
      : []),
    ['economicCapital', 'economicCapital', result.economicCapital, percent],
    ['raroc', 'raroc', result.raroc, share],
  ]
  return namedFigures(result, figures, lang)
}
