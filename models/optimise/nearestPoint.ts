import { EMPTY, dot, extended, project, shortestOn, weightsOf } from './orthonormal.ts'
import type { Orthonormal } from './orthonormal.ts'
import type { Row } from './row.ts'

/** A point with what each row costs there. */
export interface NearestPoint {
  readonly x: Float64Array
  /** λ ≥ 0 by row; 0 where the row does not hold the point back. */
  readonly multipliers: Float64Array
}

/** A row counts as broken beyond this share of the largest bound. */
const TOLERANCE = 1e-13
/** Steps a row that mean something is wrong. */
const MOST_STEPS = 50

/**
 * The point of a polyhedron that is nearest to 0, exactly: the active-set method of Goldfarb and Idnani.
 *
 *     minimise ½·Σ w_k·x_k²   subject to the rows,    w_k·x_k = Σ_i λ_i·slopes_ik
 *
 * In y = √w·x with rows of length 1 it is the projection of 0. The method keeps the nearest point of some rows, takes in the row that is
 * broken most, and lets go of those whose multiplier would turn negative on the way. A guess of the rows that hold, such as a solver of
 * lower accuracy gives, spares the way there; the result does not depend on it.
 *
 * @param weights  w, above 0
 * @param guess    indices of rows that may hold with equality
 * @returns null when no point meets all rows
 * @throws {RangeError} when a weight is not above 0
 * @see Goldfarb & Idnani (1983), A numerically stable dual method for solving strictly convex quadratic programs, Mathematical Programming 27, 1–33
 */
export function nearestPoint(
  weights: Float64Array,
  rows: readonly Row[],
  guess: readonly number[] = [],
): NearestPoint | null {
  for (const [k, weight] of weights.entries())
    if (!(weight > 0)) throw new RangeError(`nearestPoint: weights[${k}] must be > 0, got ${weight}`)
  const roots = weights.map(Math.sqrt)
  const lengths = Float64Array.from(rows, ({ slopes }) => Math.hypot(...slopes.map((s, k) => s / roots[k]!)))
  const normals = rows.map(({ slopes }, i) => slopes.map((s, k) => s / roots[k]! / lengths[i]!))
  const bounds = Float64Array.from(rows, ({ least }, i) => least / lengths[i]!)
  const tolerance = TOLERANCE * bounds.reduce((most, bound) => Math.max(most, Math.abs(bound)), 0)

  let held = startingSet(normals, bounds, guess)
  for (let step = 0; ; step++) {
    if (step > MOST_STEPS * rows.length) throw new Error(`nearestPoint: no end after ${step} steps`)
    const broken = mostBroken(held, normals, bounds, tolerance)
    if (broken === null) break
    const next = takeIn(held, broken, normals, bounds)
    if (!next) return null
    held = next
  }
  const multipliers = new Float64Array(rows.length)
  for (const [i, row] of held.rows.entries()) multipliers[row] = Math.max(0, held.u[i]!) / lengths[row]!
  return { x: held.y.map((v, k) => v / roots[k]!), multipliers }
}

/** Rows that hold with equality at the point nearest to 0 among those that meet them, with their multipliers. */
interface Held {
  readonly rows: readonly number[]
  readonly span: Orthonormal
  readonly u: Float64Array
  readonly y: Float64Array
}

/** The guess without what depends on the rest and without what has a negative multiplier. */
function startingSet(normals: readonly Float64Array[], bounds: Float64Array, guess: readonly number[]): Held {
  let held = onAll(guess, normals, bounds)
  while (held.u.some((u) => u < 0)) {
    const { rows, u } = held
    held = onAll(rows.filter((_, i) => u[i]! >= 0), normals, bounds) // prettier-ignore
  }
  return held
}

/** The point nearest to 0 on the planes of some rows, less those that depend on the others. */
function onAll(candidates: readonly number[], normals: readonly Float64Array[], bounds: Float64Array): Held {
  let span = EMPTY
  const rows = candidates.filter((row) => {
    const next = extended(span, normals[row]!)
    span = next ?? span
    return next !== null
  })
  return on(rows, span, bounds, normals[0]?.length ?? 0)
}

function on(rows: readonly number[], span: Orthonormal, bounds: Float64Array, size: number): Held {
  const { parts, point } = shortestOn(span, rows.map((row) => bounds[row]!), size) // prettier-ignore
  return { rows, span, u: weightsOf(span, parts), y: point }
}

function mostBroken(
  { y, rows }: Held,
  normals: readonly Float64Array[],
  bounds: Float64Array,
  tolerance: number,
): number | null {
  let most = tolerance
  let found: number | null = null
  for (const [row, normal] of normals.entries()) {
    const short = bounds[row]! - dot(normal, y)
    if (short > most && !rows.includes(row)) {
      most = short
      found = row
    }
  }
  return found
}

/** Moves to the nearest point that also meets one more row, letting go of rows on the way; null when there is none. */
function takeIn(held: Held, row: number, normals: readonly Float64Array[], bounds: Float64Array): Held | null {
  const normal = normals[row]!
  let { rows, span, u, y } = held
  for (;;) {
    const { parts, rest } = project(span.basis, normal)
    const replaced = weightsOf(span, parts)
    const wider = extended(span, normal)
    const full = wider ? (bounds[row]! - dot(normal, y)) / dot(rest, rest) : Infinity
    let [partial, leaving] = [Infinity, -1]
    for (const [i, r] of replaced.entries())
      if (r > 0 && u[i]! / r < partial) [partial, leaving] = [Math.max(0, u[i]! / r), i]
    if (wider && full <= partial) return on([...rows, row], wider, bounds, y.length)
    if (leaving < 0) return null
    u = u.map((v, i) => v - partial * replaced[i]!).filter((_, i) => i !== leaving)
    if (wider) y = y.map((v, k) => v + partial * rest[k]!)
    rows = rows.filter((_, i) => i !== leaving)
    span = rows.reduce((before, one) => extended(before, normals[one]!)!, EMPTY)
  }
}
