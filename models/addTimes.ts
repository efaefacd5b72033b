/** Adds a multiple of an array to another, entry by entry: total_i += factor·values_i. */
export function addTimes(total: Float64Array, factor: number, values: Float64Array): void {
  for (let i = 0; i < total.length; i++) total[i]! += factor * values[i]!
}
