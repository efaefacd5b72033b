import type { OptimiseSettings } from '../study.ts'
import type { Rate } from '../types.ts'
import { gradeLines } from './gradeLines.ts'
import type { LimitName, Row } from './row.ts'

/** What the limits of single rates are made from; arrays go by the cell's position. */
export interface LimitInputs {
  readonly settings: OptimiseSettings
  /** Cell indices, rising. */
  readonly cells: readonly number[]
  readonly start: Float64Array
  readonly required: Float64Array
  readonly cap: Rate
  /** Lowest change of loan rates in any goal's scenario, at most 0: no rate is left so low that this would make it negative. */
  readonly deepestCut: Rate
}

/** Every limit of single rates and of neighbouring grades, as rows over changes from the start. */
export function limits({ settings, cells, start, required, cap, deepestCut }: LimitInputs): Row[] {
  const { minimumRate, maximumRate, largestStep, maxCrossSubsidy, monotone } = settings
  const lowest = Math.max(minimumRate, -deepestCut)
  const rows: Row[] = []
  const atLeast = (constraint: LimitName, k: number, rate: Rate): void => {
    rows.push(rateRow(constraint, k, 1, rate - start[k]!, cells.length))
  }
  const atMost = (constraint: LimitName, k: number, rate: Rate): void => {
    rows.push(rateRow(constraint, k, -1, start[k]! - rate, cells.length))
  }
  for (let k = 0; k < cells.length; k++) {
    atMost('cap', k, cap)
    if (maximumRate !== null && maximumRate < cap) atMost('maximumRate', k, maximumRate)
    rows.push({
      ...rateRow('minimumRate', k, 1, lowest - start[k]!, cells.length),
      ...(lowest > minimumRate && { eases: {} }),
    })
    if (largestStep !== null) {
      atMost('largestStep', k, start[k]! + largestStep)
      atLeast('largestStep', k, start[k]! - largestStep)
    }
    if (maxCrossSubsidy !== null && !Number.isNaN(required[k]!))
      atLeast('maxCrossSubsidy', k, required[k]! - maxCrossSubsidy)
  }
  if (monotone)
    for (const line of gradeLines(cells))
      for (const [i, worse] of line.slice(1).entries()) rows.push(pairRow(line[i]!, worse, start))
  return rows
}

/** sign·x_k ≥ least. */
export function rateRow(constraint: LimitName, k: number, sign: 1 | -1, least: number, size: number): Row {
  const slopes = new Float64Array(size)
  slopes[k] = sign
  return { constraint, cells: [k], slopes, least, eases: { [constraint]: 1 } }
}

/** A worse grade pays no less than the next better one. */
function pairRow(better: number, worse: number, start: Float64Array): Row {
  const slopes = new Float64Array(start.length)
  slopes[worse] = 1
  slopes[better] = -1
  return {
    constraint: 'monotone',
    cells: [better, worse],
    slopes,
    least: start[better]! - start[worse]!,
    eases: { monotone: 1 },
  }
}
