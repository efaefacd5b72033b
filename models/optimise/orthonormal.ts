/** Vectors written by an orthonormal basis: vector i is Σ_{j ≤ i} upper[i][j]·basis[j]. */
export interface Orthonormal {
  readonly basis: readonly Float64Array[]
  readonly upper: readonly Float64Array[]
}

/** What is left of a vector of length 1 is rounding below this. */
const NOTHING = 1e-11

export const EMPTY: Orthonormal = { basis: [], upper: [] }

/**
 * A basis that takes in one more vector (Gram–Schmidt, each projection made twice so that rounding does not add up).
 *
 * @param vector  of length 1
 * @returns null when the vector is a combination of those before
 */
export function extended({ basis, upper }: Orthonormal, vector: Float64Array): Orthonormal | null {
  const { parts, rest } = project(basis, vector)
  const length = Math.hypot(...rest)
  if (!(length > NOTHING)) return null
  return {
    basis: [...basis, rest.map((v) => v / length)],
    upper: [...upper, Float64Array.of(...parts, length)],
  }
}

/** Parts of a vector along a basis, and what is left of it. */
export function project(
  basis: readonly Float64Array[],
  vector: Float64Array,
): { parts: Float64Array; rest: Float64Array } {
  const rest = Float64Array.from(vector)
  const parts = new Float64Array(basis.length)
  for (let pass = 0; pass < 2; pass++)
    for (const [j, direction] of basis.entries()) {
      const part = dot(direction, rest)
      parts[j]! += part
      for (let k = 0; k < rest.length; k++) rest[k]! -= part * direction[k]!
    }
  return { parts, rest }
}

/** Weights of the vectors in a combination whose parts along the basis are given. */
export function weightsOf({ upper }: Orthonormal, parts: Float64Array): Float64Array {
  const weights = Float64Array.from(parts)
  for (let i = weights.length - 1; i >= 0; i--) {
    weights[i]! /= upper[i]![i]!
    for (let j = 0; j < i; j++) weights[j]! -= weights[i]! * upper[i]![j]!
  }
  return weights
}

/**
 * The shortest point with stated products with each of the vectors, and its parts along the basis.
 *
 * @param size  entries of a vector
 */
export function shortestOn(
  { basis, upper }: Orthonormal,
  products: ArrayLike<number>,
  size: number,
): { parts: Float64Array; point: Float64Array } {
  const parts = new Float64Array(basis.length)
  for (let i = 0; i < parts.length; i++) {
    let rest = products[i]!
    for (let j = 0; j < i; j++) rest -= upper[i]![j]! * parts[j]!
    parts[i] = rest / upper[i]![i]!
  }
  const point = new Float64Array(size)
  for (const [j, direction] of basis.entries())
    for (let k = 0; k < point.length; k++) point[k]! += parts[j]! * direction[k]!
  return { parts, point }
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}
