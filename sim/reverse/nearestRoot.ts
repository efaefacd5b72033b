import { rootSearch } from '../../models/root.ts'

/** A root of a function of a shock's size, and its slope there. */
export interface NearestRoot {
  readonly root: number
  readonly slope: number
}

export interface RootOptions {
  /** Width of the bracket, relative to its ends, at which to stop. */
  readonly tolerance: number
  /** Half the width over which the slope is taken, as a share of the step between sizes in which the root lies. */
  readonly slopeStep: number
}

/**
 * The root of a function nearest to a point: walks outwards from it over given sizes, a step on either side at a time, and looks closer
 * where the sign has changed. Where it changes on both sides at once, the nearer root counts; two roots within one step are not seen.
 *
 * @param f      asked once a size; what is far below its error may as well be 0
 * @param sizes  rising; the first and the last are as far as the walk goes
 * @returns null where the sign does not change
 */
export async function nearestRoot(
  f: (size: number) => Promise<number>,
  sizes: readonly number[],
  from: number,
  { tolerance, slopeStep }: RootOptions,
): Promise<NearestRoot | null> {
  const value = remembered(f)
  const sides = [
    [from, ...sizes.filter((size) => size < from).reverse()],
    [from, ...sizes.filter((size) => size > from)],
  ]
  for (let step = 1; step < Math.max(...sides.map((side) => side.length)); step++) {
    const found: NearestRoot[] = []
    for (const side of sides) {
      const [near, far] = [side[step - 1]!, side[step]]
      if (far === undefined || Math.sign(await value(near)) === Math.sign(await value(far))) continue
      const root = await rootBetween(value, near, far, tolerance)
      const [low, high] = [Math.min(near, far), Math.max(near, far)]
      const half = slopeStep * (high - low)
      const [left, right] = [Math.max(low, root - half), Math.min(high, root + half)]
      found.push({ root, slope: ((await value(right)) - (await value(left))) / (right - left) })
    }
    found.sort((a, b) => Math.abs(a.root - from) - Math.abs(b.root - from))
    if (found[0]) return found[0]
  }
  return null
}

async function rootBetween(
  value: (size: number) => Promise<number>,
  near: number,
  far: number,
  tolerance: number,
): Promise<number> {
  const search = rootSearch(near, far, tolerance)
  let step = search.next()
  while (step.done !== true) step = search.next(await value(step.value))
  return step.value
}

function remembered(f: (size: number) => Promise<number>): (size: number) => Promise<number> {
  const known = new Map<number, number>()
  return async (size) => {
    const value = known.get(size) ?? (await f(size))
    known.set(size, value)
    return value
  }
}
