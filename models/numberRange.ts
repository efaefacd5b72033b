/** Finite numbers that a field or an argument may take; without bounds, all of them. */
export interface NumberRange {
  readonly min?: number
  /** Bound that the number must exceed. */
  readonly above?: number
  readonly max?: number
  readonly integer?: boolean
}

/** Whether a value is a number of the range; NaN and infinities never are. */
export function isWithin(range: NumberRange, value: unknown): value is number {
  const { min = -Infinity, above = -Infinity, max = Infinity, integer = false } = range
  if (typeof value !== 'number' || !(integer ? Number.isInteger(value) : Number.isFinite(value))) return false
  return value >= min && value > above && value <= max
}

/** A range in words: `a number ≥ 0`, `a whole number`, `a number in (0, 1]`. */
export function rangeText({ min, above, max, integer }: NumberRange): string {
  const noun = integer ? 'a whole number' : 'a number'
  const low = above ?? min
  if (low !== undefined && max !== undefined) return `${noun} in ${above === undefined ? '[' : '('}${low}, ${max}]`
  if (low !== undefined) return `${noun} ${above === undefined ? '≥' : '>'} ${low}`
  return max !== undefined ? `${noun} ≤ ${max}` : noun
}
