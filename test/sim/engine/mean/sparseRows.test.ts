import { expect, test } from 'vitest'
import { LANES, SparseBuilder } from '../../../../sim/engine/mean/sparseRows.ts'

test('a matrix put together by columns multiplies every lane as a dense one does', () => {
  const [rows, columns] = [90, 70]
  const dense = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => ((r * 31 + c * 17) % 5 === 0 ? r - c / 3 : 0)),
  )
  const builder = new SparseBuilder()
  for (let c = 0; c < columns; c++) {
    // In two parts, which add up.
    for (let r = rows - 1; r >= 0; r--) builder.add(r, dense[r]![c]! / 4)
    for (let r = 0; r < rows; r++) builder.add(r, (dense[r]![c]! * 3) / 4)
    builder.endColumn(c)
  }
  const inputs = Float64Array.from({ length: columns * LANES }, (_, i) => Math.sin(i))
  const out = new Float64Array(rows * LANES).fill(NaN)
  builder.build(rows).multiply(inputs, out)
  for (let r = 0; r < rows; r++)
    for (let lane = 0; lane < LANES; lane++) {
      const expected = dense[r]!.reduce((sum, value, c) => sum + value * inputs[c * LANES + lane]!, 0)
      expect(out[r * LANES + lane]).toBeCloseTo(expected, 10)
    }
})
