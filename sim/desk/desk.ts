import { judge } from '../../models/judge/judge.ts'
import { repricer } from '../../models/reprice/repricer.ts'
import { underTerms } from '../../models/reprice/terms.ts'
import type { Repriced, Terms } from '../../models/reprice/terms.ts'
import type { Result } from '../../models/result.ts'
import type { Schedule } from '../../models/schedule.ts'
import type { Study } from '../../models/study.ts'
import { CELL_COUNT, cellAt, cellKey } from '../../models/types.ts'
import { simulateCases } from '../cases.ts'
import type { SimulatedCases } from '../cases.ts'
import { toResult } from '../toResult.ts'
import type { RunOptions } from '../types.ts'
import { todaysTerms } from './todaysTerms.ts'

/** Which of a study's books, strategies and schedules a desk looks at, by id; the first of each by default. */
export interface DeskNames {
  readonly book?: string
  readonly strategy?: string
  readonly schedule?: string
}

export interface DeskOptions extends Pick<RunOptions, 'workers' | 'onProgress' | 'signal' | 'skipBadRows'> {
  readonly names?: DeskNames
}

/** One book and strategy in all of a study's scenarios, on which schedules are tried without simulating again. */
export interface Desk {
  readonly cases: SimulatedCases
  /** As run. */
  readonly schedule: Schedule
  /** Its terms; see {@link todaysTerms} for those of a formula. */
  readonly today: Terms
  /** Cells with loans in any scenario, rising, and their loans in the book as drawn (0 where only a scenario lends there). */
  readonly cells: readonly { readonly index: number; readonly cell: string; readonly loans: number }[]
  /** Answers to other terms, in the order of the scenarios. */
  readonly reprice: (terms: Terms) => Repriced[]
  /**
   * All figures of the scenario with an id.
   *
   * @throws {RangeError} when there is none
   */
  readonly detail: (terms: Terms, scenario: string) => Omit<Result, 'selection' | 'lawOfLargeNumbers'>
  /** Ends the threads. */
  readonly close: () => Promise<void>
}

/**
 * Simulates a study's scenarios for one book, strategy and schedule, to the bits of its run, and keeps what repricing needs. The variants of a
 * `vary` study share their ids: the first of an id is opened, and each scenario's variants stand in the study's order.
 *
 * @throws {RangeError} when an id is unknown, the study cannot be run, or its outcomes do not fit into memory
 * @throws the signal's reason when aborted
 */
export async function openDesk(study: Study, { names = {}, ...options }: DeskOptions = {}): Promise<Desk> {
  const choice = {
    book: positionOf('book', study.books, names.book),
    strategy: positionOf('strategy', study.strategies, names.strategy),
  }
  const schedule = study.schedules[positionOf('schedule', study.schedules, names.schedule)]!
  const cases = await simulateCases(study, { ...options, choice })
  const { book, lendings } = cases.prepared
  const { strategy } = lendings[choice.strategy]!
  const { scenarios } = study
  const repricers = cases.cases.map((one) => repricer(one, schedule))
  return {
    cases,
    schedule,
    today: todaysTerms(schedule, cases.cases),
    cells: populatedCells(cases),
    reprice: (terms) => repricers.map((reprice) => reprice(terms)),
    detail: (terms, id) => {
      const one = cases.cases[positionOf('scenario', scenarios, id)]!
      const tried = underTerms(schedule, terms)
      return toResult({ study, book, strategy, schedule: tried }, one, judge(one.inputs(tried)))
    },
    close: () => cases.close(),
  }
}

/** Position of the first item with an id, of the very first without one. */
function positionOf(kind: string, items: readonly { readonly id: string }[], id: string | undefined): number {
  if (id === undefined) return 0
  const position = items.findIndex((item) => item.id === id)
  if (position >= 0) return position
  const known = [...new Set(items.map((item) => item.id))].join(', ')
  throw new RangeError(`the study has no ${kind} "${id}"; it has ${known}`)
}

function populatedCells({ cases, prepared, choice }: SimulatedCases): Desk['cells'] {
  const loans = new Float64Array(CELL_COUNT)
  const { layout } = prepared.lendings[choice.strategy]!
  for (const [position, cell] of layout.cells.entries()) loans[cell] = layout.cellLoans[position]!
  const populated = new Set([...layout.cells, ...cases.flatMap(({ cube }) => [...cube.cells])])
  return [...populated]
    .sort((a, b) => a - b)
    .map((index) => ({ index, cell: cellKey(cellAt(index)), loans: loans[index]! }))
}
