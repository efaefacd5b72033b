import { cellAt } from '../types.ts'

/**
 * Cells that differ by grade alone, from the best grade to the worst: one list a term band and collateral class.
 *
 * @param cells  cell indices
 * @returns lists of positions in `cells`
 */
export function gradeLines(cells: readonly number[]): number[][] {
  const lines = new Map<string, number[]>()
  for (const [position, index] of cells.entries()) {
    const { termBand, collateral } = cellAt(index)
    const key = `${termBand}|${collateral}`
    lines.set(key, [...(lines.get(key) ?? []), position])
  }
  return [...lines.values()].map((line) => line.sort((a, b) => cells[a]! - cells[b]!))
}
