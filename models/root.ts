const MOST_STEPS = 200

/**
 * Root of a continuous function that changes sign once in a bracket.
 *
 * @param f         has different signs, or a 0, at `from` and `to`
 * @param tolerance width of the bracket, relative to its ends, at which to stop
 */
export function root(f: (x: number) => number, from: number, to: number, tolerance?: number): number {
  const search = rootSearch(from, to, tolerance)
  let step = search.next()
  while (step.done !== true) step = search.next(f(step.value))
  return step.value
}

/**
 * The search for a {@link root}, which yields each x whose value it asks for: regula falsi with Illinois weights, and a bisection after
 * every step that did not halve the bracket, so that steps and plateaus cannot hold it up.
 */
export function* rootSearch(from: number, to: number, tolerance = 1e-15): Generator<number, number, number> {
  let [a, b] = [from, to]
  let fa = yield a
  let fb = yield b
  let bisect = false
  for (let step = 0; step < MOST_STEPS; step++) {
    if (fa === 0) return a
    if (fb === 0) return b
    const width = Math.abs(b - a)
    if (width <= tolerance * Math.max(Math.abs(a), Math.abs(b))) break
    const chord: number = b - (fb * (b - a)) / (fb - fa)
    const inside = chord > Math.min(a, b) && chord < Math.max(a, b)
    const x: number = bisect || !inside ? a + (b - a) / 2 : chord
    if (x === a || x === b) break
    const fx: number = yield x
    if (Math.sign(fx) === Math.sign(fb)) {
      fa /= 2
    } else {
      a = b
      fa = fb
    }
    b = x
    fb = fx
    bisect = !bisect && Math.abs(b - a) > width / 2
  }
  return b
}
