/** Root of an increasing function on [−60, 60], by bisection to the last bit that matters. */
export function solveIncreasing(f: (x: number) => number): number {
  let low = -60
  let high = 60
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2
    if (f(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
