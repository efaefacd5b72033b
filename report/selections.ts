import { isDeepStrictEqual } from 'node:util'
import type { Pooled, Result, Selection } from '../models/result.ts'
import type { Text } from '../models/text.ts'
import type { RunResult } from '../sim/types.ts'
import { POPULATION_AXIS, otherAxes } from './firstPopulation.ts'
import { entryLabel, itemOf, titlesOf, varied, varyingAxes } from './labels.ts'
import { standardError } from './standardError.ts'

/** Figures of a selection that are averaged over populations. */
const FIGURES = [
  'gini', 'kolmogorovSmirnov', 'giniAdmitted', 'explained', 'bestHalfPd', 'approvalRate', 'costPerFile', 'costPerLoan',
  'expectedLossPriced', 'expectedLossTrue',
] as const // prettier-ignore
export type SelectionFigure = (typeof FIGURES)[number]

/** How one strategy chose. */
export interface StrategySelection {
  readonly title: Text
  /** In the first population. */
  readonly selection: Selection
  /** Means over populations with the error between them; without error where there is one population. */
  readonly figures: Readonly<Record<SelectionFigure, Pooled | null>>
  /** What the simulation made of it; likewise, with the simulation's error where there is one population. */
  readonly simulated: Readonly<Record<'expectedLoss' | 'coverageRatio', Pooled | null>>
}

/** How the strategies of a run chose, in its first scenario under its first schedule. */
export interface Selections {
  /** Where: the scenario, and the book and schedule where the run has several. */
  readonly label: Text
  readonly populations: number
  /** The book's money unit. */
  readonly unit: Text
  readonly strategies: readonly StrategySelection[]
}

/** Null where no strategy chose, as with a tape. */
export function selectionsOf({ study, results }: RunResult): Selections | null {
  const [first] = results
  if (!first) return null
  const strategies = new Map<string, Result[]>()
  for (const result of results.filter((one) => isBeside(one, first))) {
    const key = JSON.stringify([result.strategy, ownAxes(result, 'strategy')])
    strategies.set(key, [...(strategies.get(key) ?? []), result])
  }
  const chosen = [...strategies.values()].flatMap((own): StrategySelection[] => {
    const [{ selection }] = own as [Result]
    return selection
      ? [
          {
            title: varied(titlesOf(study, own[0]!).strategy, ownAxes(own[0]!, 'strategy')),
            selection,
            ...figuresOf(own),
          },
        ]
      : []
  })
  if (chosen.length === 0) return null
  const axes = varyingAxes(results).filter(
    (axis) => axis !== POPULATION_AXIS && axis !== 'strategy' && !axis.startsWith('strategy.'),
  )
  return {
    label: entryLabel(axes, titlesOf(study, first), first.vary, true),
    unit: itemOf(study.books, 'book', first).unit,
    populations: Math.max(...[...strategies.values()].map((own) => own.length)),
    strategies: chosen,
  }
}

function figuresOf(own: readonly Result[]): Pick<StrategySelection, 'figures' | 'simulated'> {
  const chose = own.flatMap(({ selection }) => (selection ? [selection] : []))
  const simulated = (figure: 'expectedLoss' | 'coverageRatio'): Pooled | null =>
    own.length === 1
      ? pooled([own[0]![figure]], standardError(own[0]!, figure))
      : pooled(own.map((result) => result[figure]))
  return {
    figures: Object.fromEntries(FIGURES.map((figure) => [figure, pooled(chose.map((one) => one[figure]))])) as Record<
      SelectionFigure,
      Pooled | null
    >,
    simulated: { expectedLoss: simulated('expectedLoss'), coverageRatio: simulated('coverageRatio') },
  }
}

/** Mean, and the standard deviation between the values ÷ √n; null where one of them cannot be had. */
function pooled(values: readonly (number | null)[], errorOfOne: number | null = null): Pooled | null {
  const known = values.filter((value) => value !== null)
  const count = known.length
  if (count < values.length || count === 0) return null
  const value = known.reduce((sum, one) => sum + one, 0) / count
  const squares = known.reduce((sum, one) => sum + (one - value) ** 2, 0)
  return { value, standardError: count === 1 ? errorOfOne : Math.sqrt(squares / (count - 1) / count) }
}

/** Whether a result stands beside the first one: one of another strategy or population, all else alike. */
const isBeside = (one: Result, first: Result): boolean =>
  (['book', 'schedule', 'scenario'] as const).every(
    (kind) => one[kind] === first[kind] && isDeepStrictEqual(ownAxes(one, kind), ownAxes(first, kind)),
  )

/** Vary axes of one kind, but the population. */
const ownAxes = ({ vary }: Result, kind: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(otherAxes(vary) ?? {}).filter(([axis]) => axis.startsWith(`${kind}.`)))
