import type { Conflict } from '../../models/optimise/conflicts.ts'
import type { FoundSchedule, GoalOutcome, Optimised, RateChange, ShadowPrice } from '../../models/optimise/optimised.ts'
import { LIMIT_NAMES } from '../../models/optimise/row.ts'
import type { LimitName } from '../../models/optimise/row.ts'
import type { Scenario } from '../../models/scenario.ts'
import type { Text } from '../../models/text.ts'
import { fineBasisPoints, levelText, plainBasisPoints, plainNumber, ratio, share, total } from '../format.ts'
import { type Lang, inLang } from '../text.ts'
import { optimiseWords } from '../words/optimise.ts'

/** What was found, with its shadow prices and conflicts in words: the JSON of `yieldcover optimise`. */
export interface DescribedOptimum extends Omit<Optimised, 'shadowPrices' | 'conflicts'> {
  readonly shadowPrices: readonly (ShadowPrice & { readonly words: Text })[]
  readonly conflicts: readonly (Conflict & { readonly words: Text })[]
}

/** Change of a constraint that its price is told for, decimal per year. The distance is convex in it: no change saves more by unit. */
const STEP = 1e-4

/**
 * Puts into words what holds a schedule back, or what conflicts.
 *
 * @param scenarios  those of the goals, among others
 * @param unit       name of the money unit
 */
export function describeOptimised(optimised: Optimised, scenarios: readonly Titled[], unit: Text): DescribedOptimum {
  const goalOf = (constraint: string) => optimised.scenarios.find(({ name }) => name === constraint)
  const nameOf = (goal: GoalOutcome, lang: Lang): string => goalName(goal, optimised.scenarios, scenarios, lang)
  return {
    ...optimised,
    shadowPrices: optimised.shadowPrices.map((one) => ({
      ...one,
      words: inBoth((lang) => {
        const text = optimiseWords(lang)
        const saved = tenths(Math.min(one.price * STEP, optimised.cost!.distance))
        const step = plainBasisPoints(STEP)
        const goal = goalOf(one.constraint)
        if (goal) return text.goalPrice(nameOf(goal, lang), step, saved)
        return one.cells.length === 0
          ? text.capInScenario(step, saved)
          : text.limitPrice[limitOf(one.constraint)](text.cells(one.cells.length), step, saved)
      }),
    })),
    conflicts: optimised.conflicts.map((one) => ({
      ...one,
      words: inBoth((lang) => {
        const text = optimiseWords(lang)
        const gap = one.alone ?? one.excess
        const goal = goalOf(one.constraint)
        return goal
          ? text.goalRelaxed(nameOf(goal, lang), tenths(gap), total(gap * goal.balance, unit, lang))
          : text.limitRelaxed[limitOf(one.constraint)](tenths(gap))
      }),
    })),
  }
}

type Titled = Pick<Scenario, 'id' | 'title'>

const titleOf = (id: string, scenarios: readonly Titled[], lang: Lang): string =>
  inLang(scenarios.find((scenario) => scenario.id === id)!.title, lang)

/** The scenario's title, and what it takes to tell goals of one scenario apart. */
export function goalName(
  goal: GoalOutcome,
  goals: readonly GoalOutcome[],
  scenarios: readonly Titled[],
  lang: Lang,
): string {
  const isAlone = goals.filter(({ scenario }) => scenario === goal.scenario).length === 1
  return isAlone ? titleOf(goal.scenario, scenarios, lang) : wholeGoal(goal, scenarios, lang)
}

/** Where a goal asks what. */
export const wholeGoal = (goal: Goal, scenarios: readonly Titled[], lang: Lang): string =>
  optimiseWords(lang).ofScenario(titleOf(goal.scenario, scenarios, lang), goalText(goal, lang))

type Goal = Pick<GoalOutcome, 'scenario' | 'coverage' | 'level' | 'ratio'>

/** What a goal asks. */
export function goalText({ coverage, level, ratio: least }: Omit<Goal, 'scenario'>, lang: Lang): string {
  const { goals } = optimiseWords(lang)
  if (coverage === 'expected') return goals.expected(plainNumber(least))
  return coverage === 'probability' ? goals.probability(levelText(level!)) : goals[coverage](levelText(1 - level!))
}

/** What a goal comes to at the rates before or after, in its own terms. */
export function goalFigure({ coverage, before, after, achieved }: GoalOutcome, when: 'before' | 'after'): string {
  if (coverage === 'expected') return ratio(achieved[when])
  return coverage === 'probability' ? share(achieved[when]) : fineBasisPoints(when === 'before' ? before : after)
}

/** Cells whose rate is not today's. */
export const changedCells = ({ schedule }: FoundSchedule): readonly RateChange[] =>
  schedule.filter(({ from, rate }) => Math.abs(rate - from) > NOTHING)

/** What conflicts: a lead and a line each for what would make room, alone where anything alone does. */
export function conflictLines({ conflicts }: DescribedOptimum, lang: Lang): readonly string[] {
  const text = optimiseWords(lang)
  if (conflicts.length === 0) return [text.conflictUnknown]
  const single = conflicts.filter(({ alone }) => alone !== null)
  const told = single.length > 0 ? single : conflicts
  return [single.length > 0 ? text.conflictAlone : text.conflictTogether, ...told.map((one) => inLang(one.words, lang))]
}

const limitOf = (constraint: string): LimitName => LIMIT_NAMES.find((name) => name === constraint)!

const inBoth = (write: (lang: Lang) => string): Text => ({ en: write('en'), zh: write('zh') })

/** 0.000842 → 8.4 bp; less than a twentieth, and not nothing, → <0.1 bp. */
export const tenths = (value: number): string =>
  value > NOTHING && value < 5e-6 ? '<0.1 bp' : `${(value * 1e4).toFixed(1)} bp`

/** Differences of rates below this are rounding: a ten-thousandth of a basis point. */
const NOTHING = 1e-8
