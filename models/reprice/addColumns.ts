/** Columns added in one pass. */
const AT_ONCE = 4

/** Columns of numbers and a factor of each. */
export interface Multiples {
  readonly columns: readonly number[]
  readonly factors: readonly number[]
}

/**
 * Adds multiples of columns to a total, in some of the rows: total_p += Σ_i factor_i·values_{column_i, p}.
 *
 * @param total   one entry a row, changed from row `first` up to, and not with, row `end`
 * @param values  column-major
 */
export function addColumns(
  total: Float64Array,
  values: Float32Array,
  { columns, factors }: Multiples,
  first: number,
  end: number,
): void {
  const rows = total.length
  for (let i = 0; i < columns.length; i += AT_ONCE) {
    // Beyond the last column the first of the four counts nothing.
    const from = (j: number): number => (columns[i + j] ?? columns[i]!) * rows
    const [a, b, c, d] = [from(0), from(1), from(2), from(3)]
    const [fa, fb, fc, fd] = [factors[i]!, factors[i + 1] ?? 0, factors[i + 2] ?? 0, factors[i + 3] ?? 0]
    for (let p = first; p < end; p++)
      total[p]! += fa * values[a + p]! + fb * values[b + p]! + fc * values[c + p]! + fd * values[d + p]!
  }
}
