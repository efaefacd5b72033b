const RATIO = (Math.sqrt(5) - 1) / 2

/**
 * Where a function that rises and then falls is highest, by golden sections of a bracket. Near a smooth top a function hardly changes: the
 * place is good to some 1e-8 of the bracket, the height to rounding.
 *
 * @param tolerance  width of the bracket at which to stop, > 0
 */
export function goldenSection(f: (x: number) => number, from: number, to: number, tolerance: number): number {
  let [a, b] = [from, to]
  let [c, d] = [b - RATIO * (b - a), a + RATIO * (b - a)]
  let [fc, fd] = [f(c), f(d)]
  while (b - a > tolerance) {
    if (fc >= fd) {
      ;[b, d, fd] = [d, c, fc]
      c = b - RATIO * (b - a)
      fc = f(c)
    } else {
      ;[a, c, fc] = [c, d, fd]
      d = a + RATIO * (b - a)
      fd = f(d)
    }
  }
  return (a + b) / 2
}
