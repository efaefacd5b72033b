import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Desk } from './desk.ts'
import type { GridLayout, Scope } from './gridLayout.ts'

/** Where the keyboard is in the grid: row and column of a cell; −1 is a head. */
export type Place = readonly [row: number, column: number]

/** What of the grid is not the schedule's. */
export interface GridState {
  /** Where it was last. */
  readonly place: Signal<Place>
  /** Where Tab leads: the same where that is a cell with an input, else the first that is. */
  readonly tabStop: ReadonlySignal<Place>
  /** What the toolbar moves. */
  readonly scope: Signal<Scope>
  readonly showAll: Signal<boolean>
  readonly sideBySide: Signal<boolean>
  /** What the last paste did. */
  readonly told: Signal<string>
}

export interface GridPartProps {
  readonly desk: Desk
  readonly state: GridState
  readonly layout: GridLayout
}
