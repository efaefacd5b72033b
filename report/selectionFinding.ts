import { checkName } from './checkWords.ts'
import { percent, ratio, share } from './format.ts'
import { rankCorrelation } from './rankCorrelation.ts'
import type { Selections, StrategySelection } from './selections.ts'
import { type Lang, inLang, words } from './text.ts'

/** Signals named of a strategy. */
const MOST_SIGNALS = 3

/** Ranks by coverage and by Gini that are so far apart are worth a word. */
const FAR_APART = 3

/** How strategies rank: those with the same figure share the better rank. */
export interface Ranked {
  readonly strategy: StrategySelection
  /** 0 for a strategy that ranks nobody. */
  readonly gini: number
  readonly byGini: number
  /** Null without a coverage ratio. */
  readonly byCoverage: number | null
}

/** Strategies by Gini, the best first. */
export function rankedStrategies({ strategies }: Selections): Ranked[] {
  const ginis = strategies.map(({ figures }) => figures.gini?.value ?? 0)
  const ratios = strategies.map(({ simulated }) => simulated.coverageRatio?.value ?? -Infinity)
  const rank = (values: readonly number[], value: number): number => 1 + values.filter((other) => other > value).length
  return strategies
    .map((strategy, i) => ({
      strategy,
      gini: ginis[i]!,
      byGini: rank(ginis, ginis[i]!),
      byCoverage: strategy.simulated.coverageRatio ? rank(ratios, ratios[i]!) : null,
    }))
    .sort((a, b) => b.gini - a.gini)
}

/** Why strategies rank as they do, by what each sees; sentences. */
export function selectionFinding(selections: Selections, lang: Lang): string[] {
  const own = words(lang).selection
  const text = words(lang)
  const ranked = rankedStrategies(selections)
  const [best, worst] = [ranked[0], ranked.at(-1)]
  if (!best || !worst) return []
  const name = ({ strategy }: Ranked): string => inLang(strategy.title, lang)
  const seen = ({ strategy }: Ranked): string => sightOf(strategy, lang)
  if (ranked.length === 1)
    return [best.strategy.figures.gini ? own.one(name(best), ratio(best.gini), seen(best)) : own.blind(name(best))]
  return [
    text.parts([own.most(name(best), ratio(best.gini), seen(best)), own.least(name(worst), ratio(worst.gini))]),
    ...order(ranked, lang),
    ...exceptions(ranked, lang),
  ]
}

/** The strongest of what a strategy sees, each with its own Gini. */
export function sightOf({ selection: { signals } }: StrategySelection, lang: Lang): string {
  const text = words(lang)
  const seen = signals
    .filter(({ gini }) => gini > 0)
    .slice(0, MOST_SIGNALS)
    .map(({ field, gini }) => text.selection.sight(checkName(field, lang), ratio(gini)))
  return seen.length === 0 ? text.selection.nothing : text.list(seen)
}

/** In how far the order of coverage is that of the Gini, and of what else moves it. */
function order(ranked: readonly Ranked[], lang: Lang): string[] {
  const own = words(lang).selection
  const rows = ranked.filter(({ byCoverage }) => byCoverage !== null)
  const coverage = rows.map(({ strategy }) => strategy.simulated.coverageRatio?.value ?? 0)
  const against = (value: (row: Ranked) => number): number | null => rankCorrelation(rows.map(value), coverage)
  const gini = against((row) => row.gini)
  if (gini === null) return []
  const sentence =
    gini >= 0.7
      ? own.order.follows
      : gini >= 0.3
        ? own.order.partly
        : gini > -0.3
          ? own.order.hardly
          : own.order.reversed
  const figure = (name: 'expectedLossTrue' | 'approvalRate' | 'costPerLoan'): string =>
    ratio(against(({ strategy }) => strategy.figures[name]?.value ?? 0))
  return [
    words(lang).parts([
      sentence(ratio(gini)),
      own.drivers(figure('expectedLossTrue'), figure('approvalRate'), figure('costPerLoan')),
    ]),
  ]
}

/** Strategies whose rank by coverage is far from that by Gini. */
function exceptions(ranked: readonly Ranked[], lang: Lang): string[] {
  const text = words(lang)
  const far = ranked
    .flatMap((row) => (row.byCoverage === null ? [] : [{ ...row, gap: Math.abs(row.byCoverage - row.byGini) }]))
    .filter(({ gap }) => gap >= FAR_APART)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, 3)
    .map(({ strategy: { title, figures }, byCoverage, byGini }) =>
      text.selection.exception(
        inLang(title, lang),
        byCoverage ?? 0,
        byGini,
        ranked.length,
        percent(figures.expectedLossTrue?.value ?? null),
        share(figures.approvalRate?.value ?? null),
      ),
    )
  return far.length === 0 ? [] : [`${text.selection.exceptions}${text.colon}${text.parts(far)}`]
}
