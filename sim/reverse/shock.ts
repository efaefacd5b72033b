import type { Book } from '../../models/book.ts'
import type { Scenario, Shocks } from '../../models/scenario.ts'
import type { Strategy } from '../../models/strategy.ts'
import type { Text } from '../../models/text.ts'

/** A world that a shock acts on. */
export interface World {
  readonly book: Book
  readonly strategy: Strategy
  readonly scenario: Scenario
  /** `none`: the study leaves all factors out. */
  readonly correlation: 'model' | 'none'
  /** Multiplies every factor loading of the book. */
  readonly loadingScale: number
}

/** In what a size is told: times, standard deviations, percentage points, a relative change, a change of a yearly rate, a share, R². */
export type ShockUnit = 'multiple' | 'deviations' | 'points' | 'change' | 'rate' | 'share' | 'correlation'

/** A numeric shock of one size in all years, on top of the scenario's own or, where it says so, in place of it. */
export interface Shock {
  readonly id: string
  readonly unit: ShockUnit
  /** Whether it changes what happens, so that paths must be simulated anew, or prices alone. */
  readonly acts: 'outcomes' | 'prices'
  /** Sizes to look at first, rising; the first and the last are as far as it goes. */
  readonly sizes: readonly number[]
  /** The size that leaves the world as it is (for lists that change by year, in the first year). */
  readonly today: (world: World) => number
  /** Why it cannot act on a world; null where it can. */
  readonly refusal: (world: World) => Text | null
  readonly apply: (world: World, size: number) => World
}

/** A world with some of its scenario's shocks in place of the others. */
export const withShocks = (world: World, shocks: Partial<Shocks>): World => ({
  ...world,
  scenario: { ...world.scenario, shocks: { ...world.scenario.shocks, ...shocks } },
})

/** A yearly list with a size added in every year. */
export const added = (list: readonly number[] | undefined, size: number): number[] =>
  list && list.length > 0 ? list.map((own) => own + size) : [size]

/** Relative changes that follow one another, (1 + own)·(1 + size) − 1, in every year. */
export const compounded = (list: readonly number[] | undefined, size: number): number[] =>
  list && list.length > 0 ? list.map((own) => (1 + own) * (1 + size) - 1) : [size]

/** Acts everywhere. */
export const neverRefused = (): null => null
