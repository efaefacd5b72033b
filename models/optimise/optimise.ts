import type { JudgeInputs } from '../judge/judgement.ts'
import type { Schedule } from '../schedule.ts'
import type { OptimiseSettings } from '../study.ts'
import { ALTERNATIVES, alternatives } from './alternatives.ts'
import { conflicts } from './conflicts.ts'
import type { LinearSolver } from './linearProgramme.ts'
import { nearestSchedule } from './nearestSchedule.ts'
import type { Nearest } from './nearestSchedule.ts'
import type { Compared, FoundSchedule, GoalOutcome, Optimised } from './optimised.ts'
import { keyAt, programmeOf } from './programme.ts'
import type { Programme } from './programme.ts'
import { crossSubsidyOf, scheduleCost } from './scheduleCost.ts'
import { bindingNames, shadowPrices } from './shadowPrices.ts'
import { isStepped, nearestUnderSteppedTax } from './steppedTax.ts'
import { wholeBasisPoints } from './wholeBasisPoints.ts'
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
  const stepped = isStepped(programme)
  const heuristic = stepped || settings.scenarios.some(({ coverage }) => coverage === 'probability')
  const nearest = stepped ? nearestUnderSteppedTax(programme) : nearestSchedule(programme)
  return nearest
    ? { ...optimal(programme, nearest, cases[0]!, solve), heuristic }
    : { ...infeasible(programme, solve, stepped), heuristic }
}

type Found = Omit<Optimised, 'heuristic'>

function optimal(programme: Programme, nearest: Nearest, { schedule: today }: JudgeInputs, solve: LinearSolver): Found {
  const { offered } = programme
  const { rates, residual } = nearest
  const binding = bindingNames(programme, nearest)
  const others = alternatives(programme, solve)
  const whole = wholeBasisPoints(programme, rates, today.rates !== null)
  return {
    status: 'optimal',
    ...foundSchedule(programme, rates, today, binding),
    rounded: foundSchedule(programme, whole, today, binding),
    binding,
    shadowPrices: shadowPrices(programme, nearest),
    conflicts: [],
    comparison: [
      compared(programme, 'today', { rates: offered }),
      compared(programme, 'nearest', { rates }),
      compared(programme, 'rounded', { rates: whole }),
      ...ALTERNATIVES.map((name) => compared(programme, name, others[name])),
    ],
    residual,
  }
}

function foundSchedule(
  programme: Programme,
  rates: Float64Array,
  today: Schedule,
  binding: readonly string[],
): FoundSchedule {
  const { cells, offered, settings, highest } = programme
  return {
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
  }
}

const infeasible = (programme: Programme, solve: LinearSolver, stepped: boolean): Found => ({
  status: 'infeasible',
  scenarios: goalOutcomes(programme, null, []),
  cost: null,
  crossSubsidy: null,
  schedule: [],
  rates: null,
  rounded: null,
  binding: [],
  shadowPrices: [],
  // linear programmes keep every line on its side of a tax threshold: what they would relax is more than needed
  conflicts: stepped ? [] : conflicts(programme, solve),
  comparison: [],
  residual: null,
})

const goalOutcomes = (
  { goals, offered, cap }: Programme,
  rates: Float64Array | null,
  binding: readonly string[],
): GoalOutcome[] =>
  goals.map(({ name, goal: { scenario, coverage, level, ratio }, at, balance }) => {
    const [before, after] = [at(offered, cap), rates && at(rates, cap)]
    return {
      name,
      scenario,
      coverage,
      level: coverage === 'expected' ? null : level,
      ratio: coverage === 'expected' ? ratio : null,
      before: before.value,
      after: after && after.value,
      achieved: { before: before.achieved, after: after && after.achieved },
      binding: binding.includes(name),
      balance,
    }
  })

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
