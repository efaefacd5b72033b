/** The defaults of a year on one path, in columns that grow. */
export interface YearEvents {
  count: number
  /** The global factor of the year, on which the LGD link acts. */
  score: number
  firm: Int32Array
  /** From 0 in the horizon. */
  month: Int32Array
  /** Decides the LGD. */
  uniform: Float64Array
  /** Share of the loss that the bank bears: what guarantors do not pay, and early action does not save. */
  kept: Float64Array
  /** Share of the loan that is still there: below 1 where part of it was called in before. */
  present: Float64Array
  /** Decide whether the default had been announced, and whether the last renewal was refused; drawn where a strategy watches. */
  alarm: Float64Array
  exit: Float64Array
}

const FIRST_ROOM = 256

/** No defaults yet. */
export const yearEvents = (): YearEvents => ({
  count: 0,
  score: 0,
  firm: new Int32Array(FIRST_ROOM),
  month: new Int32Array(FIRST_ROOM),
  uniform: new Float64Array(FIRST_ROOM),
  kept: new Float64Array(FIRST_ROOM),
  present: new Float64Array(FIRST_ROOM),
  alarm: new Float64Array(FIRST_ROOM),
  exit: new Float64Array(FIRST_ROOM),
})

/** Appends a default of a whole loan. @returns its place; alarm and exit are not set */
export function appendEvent(events: YearEvents, firm: number, month: number, uniform: number, kept: number): number {
  if (events.count === events.firm.length) grow(events)
  const at = events.count++
  events.firm[at] = firm
  events.month[at] = month
  events.uniform[at] = uniform
  events.kept[at] = kept
  events.present[at] = 1
  return at
}

/** Appends an entry of other events as it is. @returns its place */
export function copyEvent(from: YearEvents, k: number, to: YearEvents): number {
  const at = appendEvent(to, from.firm[k]!, from.month[k]!, from.uniform[k]!, from.kept[k]!)
  to.present[at] = from.present[k]!
  to.alarm[at] = from.alarm[k]!
  to.exit[at] = from.exit[k]!
  return at
}

function grow(events: YearEvents): void {
  events.firm = doubled(events.firm)
  events.month = doubled(events.month)
  events.uniform = doubled(events.uniform)
  events.kept = doubled(events.kept)
  events.present = doubled(events.present)
  events.alarm = doubled(events.alarm)
  events.exit = doubled(events.exit)
}

function doubled<T extends Int32Array | Float64Array>(column: T): T {
  const wide = new (column.constructor as new (length: number) => T)(2 * column.length)
  wide.set(column)
  return wide
}
