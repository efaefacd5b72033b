import { gradeLines } from './gradeLines.ts'
import type { Programme } from './programme.ts'

/** Rates closer than this are meant to be equal. */
const ROUNDING = 1e-13

/** Rates after changes from the start, freed of rounding: none is a hair above the highest rate or below that of a better grade. */
export function settled({ start, highest, cells, settings }: Programme, x: Float64Array): Float64Array {
  const rates = start.map((rate, k) => {
    const moved = rate + x[k]!
    return moved > highest - ROUNDING ? highest : moved
  })
  if (settings.monotone)
    for (const line of gradeLines(cells))
      for (const [i, worse] of line.slice(1).entries()) {
        const better = rates[line[i]!]!
        if (rates[worse]! < better + ROUNDING) rates[worse] = better
      }
  return rates
}
