/** Entries that stay in the processor's nearest memory while columns are added to them. */
const BLOCK = 4096
/** Columns added in one pass over a block. */
const AT_ONCE = 4

/**
 * Adds multiples of columns to a total: total_p += Σ_i factor_i·values_{column_i, p}.
 *
 * @param total    one entry a row, changed
 * @param values   column-major
 * @param columns  columns to be added
 * @param factors  of each
 */
export function addColumns(
  total: Float64Array,
  values: Float32Array,
  columns: readonly number[],
  factors: readonly number[],
): void {
  const rows = total.length
  for (let first = 0; first < rows; first += BLOCK) {
    const end = Math.min(rows, first + BLOCK)
    for (let i = 0; i < columns.length; i += AT_ONCE) {
      // Beyond the last column the first of the four counts nothing.
      const from = (j: number): number => (columns[i + j] ?? columns[i]!) * rows
      const [a, b, c, d] = [from(0), from(1), from(2), from(3)]
      const [fa, fb, fc, fd] = [factors[i]!, factors[i + 1] ?? 0, factors[i + 2] ?? 0, factors[i + 3] ?? 0]
      for (let p = first; p < end; p++)
        total[p]! += fa * values[a + p]! + fb * values[b + p]! + fc * values[c + p]! + fd * values[d + p]!
    }
  }
}
