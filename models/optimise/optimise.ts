import type { JudgeInputs } from '../judge/judgement.ts'
import type { OptimiseSettings } from '../study.ts'
import { ALTERNATIVES, alternatives } from './alternatives.ts'
import { conflicts } from './conflicts.ts'
import type { LinearSolver } from './linearProgramme.ts'
import { nearestSchedule } from './nearestSchedule.ts'
import type { Nearest } from './nearestSchedule.ts'
import type { Compared, GoalOutcome, Optimised } from './optimised.ts'
import { keyAt, programmeOf } from './programme.ts'
import type { Programme } from './programme.ts'
import { crossSubsidyOf, scheduleCost } from './scheduleCost.ts'
import { bindingNames, shadowPrices } from './shadowPrices.ts'
import { isStepped, nearestUnderSteppedTax } from './steppedTax.ts'
import { wholeTable } from './wholeTable.ts'

/**
 * The schedule nearest to the start that covers in every goal's scenario, what holds it back and how it compares; or what conflicts.
 *
 * @param cases  what a verdict on today's schedule in each goal's scenario is made from, in the goals' order
 * @param solve  of linear programmes
 * @throws {RangeError} when a goal cannot be had of these outcomes
 */
export function optimise(settings: OptimiseSettings, cases: readonly JudgeInputs[], solve: LinearSolver): Optimised {
  const programme = programmeOf(settings, cases)
  const heuristic = isStepped(programme)
  const nearest = heuristic ? nearestUnderSteppedTax(programme) : nearestSchedule(programme)
  return nearest
    ? { ...optimal(programme, nearest, cases[0]!, solve), heuristic }
    : { ...infeasible(programme, solve, heuristic), heuristic }
}

type Found = Omit<Optimised, 'heuristic'>

function optimal(programme: Programme, nearest: Nearest, { schedule: today }: JudgeInputs, solve: LinearSolver): Found {
  const { cells, offered, settings, highest } = programme
  const { rates, residual } = nearest
  const binding = bindingNames(programme, nearest)
  const others = alternatives(programme, solve)
  return {
    status: 'optimal',
    scenarios: goalOutcomes(programme, rates, binding),
    cost: scheduleCost(programme, rates),
    crossSubsidy: crossSubsidyOf(programme, rates),
    schedule: cells.map((_, k) => ({ cell: keyAt(programme, k), from: offered[k]!, rate: rates[k]! })),
    rates: wholeTable({
      rates: new Map(cells.map((cell, k) => [cell, rates[k]!])),
      today: today.rates,
      monotone: settings.monotone,
      lowest: settings.minimumRate,
      highest,
    }),
    binding,
    shadowPrices: shadowPrices(programme, nearest),
    conflicts: [],
    comparison: [
      compared(programme, 'today', { rates: offered }),
      compared(programme, 'nearest', { rates }),
      ...ALTERNATIVES.map((name) => compared(programme, name, others[name])),
    ],
    residual,
  }
}

const infeasible = (programme: Programme, solve: LinearSolver, isHeuristic: boolean): Found => ({
  status: 'infeasible',
  scenarios: goalOutcomes(programme, null, []),
  cost: null,
  crossSubsidy: null,
  schedule: [],
  rates: null,
  binding: [],
  shadowPrices: [],
  // linear programmes keep every line on its side of a tax threshold: what they would relax is more than needed
  conflicts: isHeuristic ? [] : conflicts(programme, solve),
  comparison: [],
  residual: null,
})

const goalOutcomes = (
  { goals, offered, cap }: Programme,
  rates: Float64Array | null,
  binding: readonly string[],
): GoalOutcome[] =>
  goals.map(({ name, goal, at, balance }) => ({
    name,
    scenario: goal.scenario,
    coverage: goal.coverage,
    level: goal.coverage === 'expected' ? null : goal.level,
    before: at(offered, cap).value,
    after: rates && at(rates, cap).value,
    binding: binding.includes(name),
    balance,
  }))

const compared = (
  programme: Programme,
  name: Compared['name'],
  found: { readonly rates: Float64Array } | { readonly reason: NonNullable<Compared['reason']> },
): Compared =>
  'reason' in found
    ? { name, cost: null, crossSubsidy: null, reason: found.reason }
    : {
        name,
        cost: scheduleCost(programme, found.rates),
        crossSubsidy: crossSubsidyOf(programme, found.rates),
        reason: null,
      }
