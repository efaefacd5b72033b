import { mix } from '../../random.ts'

/** Numbers pairs of 32-bit integers 0, 1, 2, … in the order in which they first occur. A lookup allocates nothing. */
export class PairIndex {
  count = 0
  private pairs = new Int32Array(128)
  /** Open addressing: id + 1, or 0 where free; a power of two long and at most half full. */
  private table = new Int32Array(128)

  /** Number of a pair, a new one the first time. */
  idOf(first: number, second: number): number {
    const { pairs, table } = this
    const mask = table.length - 1
    let at = mix(Math.imul(first, 0x9e3779b1) ^ second) & mask
    for (let entry = table[at]!; entry !== 0; entry = table[at]!) {
      if (pairs[2 * entry - 2] === first && pairs[2 * entry - 1] === second) return entry - 1
      at = (at + 1) & mask
    }
    table[at] = ++this.count
    pairs[2 * this.count - 2] = first
    pairs[2 * this.count - 1] = second
    if (2 * this.count >= table.length) this.grow()
    return this.count - 1
  }

  firstOf(id: number): number {
    return this.pairs[2 * id]!
  }

  secondOf(id: number): number {
    return this.pairs[2 * id + 1]!
  }

  private grow(): void {
    const pairs = new Int32Array(2 * this.pairs.length)
    pairs.set(this.pairs)
    this.pairs = pairs
    const table = new Int32Array(2 * this.table.length)
    const mask = table.length - 1
    for (let id = 0; id < this.count; id++) {
      let at = mix(Math.imul(pairs[2 * id]!, 0x9e3779b1) ^ pairs[2 * id + 1]!) & mask
      while (table[at] !== 0) at = (at + 1) & mask
      table[at] = id + 1
    }
    this.table = table
  }
}
