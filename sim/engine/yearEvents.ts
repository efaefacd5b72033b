/** The defaults of a year on one path, in columns. */
export interface YearEvents {
  count: number
  readonly firm: Int32Array
  /** From 0 in the horizon. */
  readonly month: Int32Array
  /** Decides the LGD. */
  readonly uniform: Float64Array
  /** Share of the loss that the bank bears: what guarantors do not pay, and early action does not save. */
  readonly kept: Float64Array
  /** Share of the loan that is still there: below 1 where part of it was called in before. */
  readonly present: Float64Array
  /** Decide whether the default had been announced, and whether the last renewal was refused; drawn where a strategy watches. */
  readonly alarm: Float64Array
  readonly exit: Float64Array
}

/** Room for the defaults of a year. */
export const yearEvents = (most: number): YearEvents => ({
  count: 0,
  firm: new Int32Array(most),
  month: new Int32Array(most),
  uniform: new Float64Array(most),
  kept: new Float64Array(most),
  present: new Float64Array(most).fill(1),
  alarm: new Float64Array(most),
  exit: new Float64Array(most),
})

/** Appends an entry of other events as it is. */
export function copyEvent(from: YearEvents, k: number, to: YearEvents): number {
  const at = to.count++
  to.firm[at] = from.firm[k]!
  to.month[at] = from.month[k]!
  to.uniform[at] = from.uniform[k]!
  to.kept[at] = from.kept[k]!
  to.present[at] = from.present[k]!
  to.alarm[at] = from.alarm[k]!
  to.exit[at] = from.exit[k]!
  return at
}
