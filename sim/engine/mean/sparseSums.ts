import { PairIndex } from './pairIndex.ts'

/** Sums of vectors by (column, key), kept only where something was added. */
export class SparseSums {
  private readonly width: number
  private readonly index = new PairIndex()
  private values: Float64Array

  /** @param width  length of the vectors */
  constructor(width: number) {
    this.width = width
    this.values = new Float64Array(256 * width)
  }

  add(column: number, key: number, vector: Float64Array, times: number): void {
    const at = this.index.idOf(column, key) * this.width
    if (at >= this.values.length) {
      const more = new Float64Array(2 * this.values.length)
      more.set(this.values)
      this.values = more
    }
    for (let k = 0; k < this.width; k++) this.values[at + k]! += times * vector[k]!
  }

  /** Calls back once a column, in rising order, with its keys and sums. */
  forEachColumn(take: (column: number, entries: readonly (readonly [number, Float64Array])[]) => void): void {
    const { index, width } = this
    const byColumn = Array.from({ length: index.count }, (_, id) => id).sort(
      (a, b) => index.firstOf(a) - index.firstOf(b) || a - b,
    )
    for (let from = 0; from < byColumn.length;) {
      const column = index.firstOf(byColumn[from]!)
      let to = from
      while (to < byColumn.length && index.firstOf(byColumn[to]!) === column) to++
      const ids = byColumn.slice(from, to)
      take(
        column,
        ids.map((id) => [index.secondOf(id), this.values.subarray(id * width, (id + 1) * width)]),
      )
      from = to
    }
  }
}
