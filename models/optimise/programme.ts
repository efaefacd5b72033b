import { cellFigures } from '../judge/cellFigures.ts'
import type { JudgeInputs } from '../judge/judgement.ts'
import { Recorder } from '../judge/recorder.ts'
import { columnRates } from '../price.ts'
import type { OptimiseSettings } from '../study.ts'
import { cellAt, cellKey } from '../types.ts'
import type { Rate } from '../types.ts'
import { coverageFunction } from './coverageFunction.ts'
import type { CoverageFunction } from './coverageFunction.ts'
import { goalNames } from './goalNames.ts'
import { limits } from './limits.ts'
import type { Row } from './row.ts'

/** A goal under its name among a programme's constraints. */
export interface NamedGoal extends CoverageFunction {
  readonly name: string
}

/** The nearest covering schedule as a programme over the rates of the populated cells; arrays go by the cell's position. */
export interface Programme {
  readonly settings: OptimiseSettings
  readonly goals: readonly NamedGoal[]
  /** Cell indices of every cell that has loans in some goal's scenario, rising. */
  readonly cells: readonly number[]
  /** Rates offered today, and those it stays near. */
  readonly offered: Float64Array
  readonly start: Float64Array
  /** Rate at which the simulated surplus of the cell is 0, and its balance, in the first goal's scenario that has the cell. */
  readonly required: Float64Array
  readonly balances: Float64Array
  readonly expectedLoss: Float64Array
  /** Weight of a cell's squared change; they add up to 1. */
  readonly weights: Float64Array
  readonly cap: Rate
  /** Highest rate that both the cap and the committee allow. */
  readonly highest: Rate
  readonly limits: readonly Row[]
}

/** A cell without a loss would weigh without end: its expected loss counts as at least this share of the book's [A]. */
const LEAST_RISK = 0.01

/**
 * Puts a programme together.
 *
 * @param cases  what a verdict in each goal's scenario is made from, in the goals' order
 * @throws {RangeError} when a goal cannot be had of these outcomes
 */
export function programmeOf(settings: OptimiseSettings, cases: readonly JudgeInputs[]): Programme {
  const facts = new Map<number, CellFacts>()
  for (const inputs of cases)
    for (const fact of cellFacts(inputs)) if (!facts.has(fact.cell)) facts.set(fact.cell, fact)
  const known = [...facts.values()].sort((a, b) => a.cell - b.cell)
  const column = (value: (fact: CellFacts) => number): Float64Array => Float64Array.from(known, value)
  const positions = new Map(known.map(({ cell }, k) => [cell, k]))
  const names = goalNames(settings.scenarios)
  const goals = settings.scenarios.map((goal, i) => ({
    ...coverageFunction(goal, cases[i]!, positions),
    name: names[i]!,
  }))
  const { cap } = cases[0]!.schedule
  const [offered, required, balances] = [column((f) => f.offered), column((f) => f.required), column((f) => f.balance)]
  const expectedLoss = column((f) => f.expectedLoss)
  const start =
    settings.start === 'required' ? required.map((rate, k) => (Number.isNaN(rate) ? offered[k]! : rate)) : offered
  const cells = known.map(({ cell }) => cell)
  const deepestCut = Math.min(...goals.map((goal) => goal.deepestCut))
  return {
    settings,
    goals,
    cells,
    offered,
    start,
    required,
    balances,
    expectedLoss,
    weights: weightsOf(settings, balances, expectedLoss),
    cap,
    highest: Math.min(cap, settings.maximumRate ?? cap),
    limits: limits({ settings, cells, start, required, cap, deepestCut }),
  }
}

function weightsOf({ weights }: OptimiseSettings, balances: Float64Array, expectedLoss: Float64Array): Float64Array {
  const book = balances.reduce((sum, b, k) => sum + b * expectedLoss[k]!, 0) / balances.reduce((a, b) => a + b, 0)
  // without any loss in the book no cell is riskier than another
  const risk = (k: number): number =>
    weights === 'even' || book === 0 ? 1 : Math.max(expectedLoss[k]!, LEAST_RISK * book)
  const own = balances.map((b, k) => b / risk(k))
  const total = own.reduce((a, b) => a + b, 0)
  return own.map((w) => w / total)
}

interface CellFacts {
  /** Index of the cell, cellIndex. */
  readonly cell: number
  readonly offered: Rate
  /** NaN where no rise up to 100 percentage points would make the cell whole, as with a loan all but certain to default. */
  readonly required: Rate
  readonly balance: number
  /** Decimal per year. */
  readonly expectedLoss: Rate
}

function cellFacts({ cube, schedule, cellRates, economics, rules }: JudgeInputs): CellFacts[] {
  const rates = columnRates(cube.columns, cube.cells, cellRates.offered, economics, schedule.cap)
  const record = new Recorder(cube.replicates, rules.confidence)
  return cellFigures(cube, rates, cellRates, economics, schedule.costs, record).map((figures, k) => ({
    cell: cube.cells[k]!,
    offered: figures.offeredRate,
    required: figures.requiredRate ?? NaN,
    balance: figures.balance,
    expectedLoss: figures.expectedLoss,
  }))
}

/** Key of the cell at a position. */
export const keyAt = ({ cells }: Pick<Programme, 'cells'>, position: number): string =>
  cellKey(cellAt(cells[position]!))
