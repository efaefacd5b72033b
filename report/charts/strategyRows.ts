import type { Compared, PairedDifference, Pooled } from '../../models/result.ts'
import type { ComparedStrategy, ReportComparison } from '../comparisons.ts'
import { type Lang, inLang } from '../text.ts'
import { ROW_LABELS, wrapped } from './wrapped.ts'

/** A colour and a shape for each scenario, so that neither is needed alone; further scenarios take them again. */
const LOOKS = [
  { colour: '#1f2933', shape: 'circle' },
  { colour: '#b3470a', shape: 'triangle-up' },
  { colour: '#4a86b8', shape: 'square' },
  { colour: '#7a7f87', shape: 'diamond' },
  { colour: '#2f7d5b', shape: 'triangle-down' },
] as const

/** Scenarios drawn in one row; more would be a tangle. */
export const MOST_SCENARIOS = LOOKS.length

/** Height of a scenario's line in a row, px. */
const LINE = 11

/** Room for a name, px. */
const NAME_WIDTH = 118

/** One strategy in one scenario. */
export interface StrategyRow {
  /** In lines. */
  readonly name: string
  readonly title: string
  readonly scenario: string
  readonly strategy: ComparedStrategy
  readonly pooled: Pooled
  readonly difference: PairedDifference | null
}

/** Strategies in rows, by coverage ratio in the first scenario, the best first; scenarios inside a row. Those without the figure are left out. */
export function strategyRows(comparisons: readonly ReportComparison[], figure: Compared, lang: Lang) {
  const shown = comparisons.slice(0, MOST_SCENARIOS)
  const order = strategyOrder(comparisons)
  const rows = order.flatMap((index) =>
    shown.flatMap(({ label, strategies }): StrategyRow[] => {
      const strategy = strategies[index]
      const pooled = strategy?.figures[figure]
      if (!strategy || !pooled) return []
      const title = inLang(strategy.title, lang)
      return [
        {
          name: wrapped(title, NAME_WIDTH),
          title,
          scenario: inLang(label, lang),
          strategy,
          pooled,
          difference: strategy.differences?.[figure] ?? null,
        },
      ]
    }),
  )
  const scenarios = shown.map(({ label }) => inLang(label, lang))
  return {
    rows,
    scenarios,
    /** Names of the rows, and lines between them. */
    y: {
      field: 'name',
      type: 'nominal',
      sort: null,
      title: null,
      axis: { ticks: false, domain: false, grid: true, tickBand: 'extent', ...ROW_LABELS },
    } as const,
    yOffset: { field: 'scenario', type: 'nominal', sort: null, scale: { paddingOuter: 0.6 } } as const,
    step: Math.max(LINE * scenarios.length + 8, 34),
    /** Channels that tell scenarios apart; the legend stands above the plot. */
    looks: {
      color: {
        field: 'scenario',
        type: 'nominal',
        sort: null,
        title: null,
        scale: { domain: scenarios, range: scenarios.map((_, i) => LOOKS[i]!.colour) },
        legend: { orient: 'top', columns: 1, symbolOpacity: 1, labelLimit: 300 },
      },
      shape: {
        field: 'scenario',
        type: 'nominal',
        sort: null,
        title: null,
        scale: { domain: scenarios, range: scenarios.map((_, i) => LOOKS[i]!.shape) },
      },
    } as const,
  }
}

/** Indices of the strategies by coverage ratio in the first scenario, the best first; without a ratio last. */
export function strategyOrder(comparisons: readonly ReportComparison[]): number[] {
  const strategies = comparisons[0]?.strategies ?? []
  const ratio = (index: number): number => strategies[index]?.figures.coverageRatio?.value ?? -Infinity
  return strategies.map((_, index) => index).sort((a, b) => (ratio(b) > ratio(a) ? 1 : ratio(b) < ratio(a) ? -1 : 0))
}
