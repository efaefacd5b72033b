/**
 * How long work will still take at the pace it has had, for a progress bar.
 *
 * @param elapsed  milliseconds of work
 * @param done     units of work done in that time
 * @param left     units still to do
 * @returns such as `3 min left`; nothing while it cannot be told
 */
export function timeLeft(elapsed: number, done: number, left: number): string {
  if (!(elapsed >= TELLING && done > 0 && left > 0)) return ''
  const seconds = Math.ceil((elapsed / 1000 / done) * left)
  if (seconds < 90) return `${seconds} s left`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min left` : `${Math.floor(minutes / 60)} h ${minutes % 60} min left`
}

/** Milliseconds before which a pace tells little. */
const TELLING = 1000
