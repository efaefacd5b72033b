/** Paths whose inputs are multiplied at a time: each matrix entry is read once for all of them. */
export const LANES = 8

/** A sparse matrix by rows: entries of row r at starts[r]..starts[r + 1]. */
export class SparseRows {
  readonly rows: number
  private readonly starts: Int32Array
  private readonly columns: Int32Array
  private readonly values: Float64Array

  constructor(starts: Int32Array, columns: Int32Array, values: Float64Array) {
    this.rows = starts.length - 1
    this.starts = starts
    this.columns = columns
    this.values = values
  }

  /** The matrix times {@link LANES} vectors at once: entry i of vector l at i × LANES + l, in `inputs` and in `out`. */
  multiply(inputs: Float64Array, out: Float64Array): void {
    const { starts, columns, values, rows } = this
    for (let row = 0; row < rows; row++) {
      let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
      const end = starts[row + 1]!
      for (let k = starts[row]!; k < end; k++) {
        const value = values[k]!
        const at = columns[k]! * LANES
        a += value * inputs[at]!
        b += value * inputs[at + 1]!
        c += value * inputs[at + 2]!
        d += value * inputs[at + 3]!
        e += value * inputs[at + 4]!
        f += value * inputs[at + 5]!
        g += value * inputs[at + 6]!
        h += value * inputs[at + 7]!
      }
      const to = row * LANES
      out[to] = a
      out[to + 1] = b
      out[to + 2] = c
      out[to + 3] = d
      out[to + 4] = e
      out[to + 5] = f
      out[to + 6] = g
      out[to + 7] = h
    }
  }
}

/** Puts a sparse matrix together column by column. */
export class SparseBuilder {
  private rows = 0
  private length = 0
  private rowOf = new Int32Array(1024)
  private columnOf = new Int32Array(1024)
  private valuesOf = new Float64Array(1024)
  /** The column at hand: its values by row, and the rows it has. */
  private sums = new Float64Array(64)
  private isTouched = new Uint8Array(64)
  private touched: number[] = []

  /** Adds to an entry of the column at hand. */
  add(row: number, value: number): void {
    if (value === 0) return
    if (row >= this.sums.length) this.widen(row)
    if (this.isTouched[row] === 0) {
      this.isTouched[row] = 1
      this.touched.push(row)
    }
    this.sums[row]! += value
  }

  /** Closes the column at hand. */
  endColumn(column: number): void {
    for (const row of this.touched) {
      if (this.length === this.rowOf.length) this.lengthen()
      this.rowOf[this.length] = row
      this.columnOf[this.length] = column
      this.valuesOf[this.length++] = this.sums[row]!
      this.sums[row] = 0
      this.isTouched[row] = 0
      this.rows = Math.max(this.rows, row + 1)
    }
    this.touched = []
  }

  /** @param rows  at least as many as were added to */
  build(rows: number): SparseRows {
    const starts = new Int32Array(rows + 1)
    for (let k = 0; k < this.length; k++) starts[this.rowOf[k]! + 1]!++
    for (let r = 0; r < rows; r++) starts[r + 1]! += starts[r]!
    const next = starts.slice()
    const columns = new Int32Array(this.length)
    const values = new Float64Array(this.length)
    for (let k = 0; k < this.length; k++) {
      const at = next[this.rowOf[k]!]!++
      columns[at] = this.columnOf[k]!
      values[at] = this.valuesOf[k]!
    }
    return new SparseRows(starts, columns, values)
  }

  private widen(row: number): void {
    const size = 2 ** Math.ceil(Math.log2(row + 1))
    const sums = new Float64Array(size)
    sums.set(this.sums)
    this.sums = sums
    const isTouched = new Uint8Array(size)
    isTouched.set(this.isTouched)
    this.isTouched = isTouched
  }

  private lengthen(): void {
    const size = 2 * this.length
    const rowOf = new Int32Array(size)
    rowOf.set(this.rowOf)
    this.rowOf = rowOf
    const columnOf = new Int32Array(size)
    columnOf.set(this.columnOf)
    this.columnOf = columnOf
    const values = new Float64Array(size)
    values.set(this.valuesOf)
    this.valuesOf = values
  }
}
