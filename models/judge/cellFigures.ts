import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import type { CellRates } from '../price.ts'
import type { CellResult } from '../result.ts'
import type { CostParameters } from '../study.ts'
import { cellAt, cellKey } from '../types.ts'
import { breakEvenShift } from './breakEvenShift.ts'
import { costLines, earnedOf } from './cellMoney.ts'
import type { Recorder } from './recorder.ts'

/** Offered, floor and required rate of every populated cell, from expected figures. */
export function cellFigures(
  cube: OutcomeCube,
  rates: Float64Array,
  { floor, offered }: CellRates,
  economics: Economics,
  costs: CostParameters,
  record: Recorder,
): CellResult[] {
  const { years, replicates, columns, cells, horizonMonths } = cube
  const perReplicate = cube.paths / replicates
  const lines = Array.from({ length: replicates }, (_, r) => costLines(cube, r, economics))
  const earned = Array.from({ length: replicates }, (_, r) => earnedOf(cube, r))
  /** Sum over the calendar years of an entry of length `years`. */
  const total = (values: Float64Array, entry: number): number => {
    let sum = 0
    for (let y = 0; y < years; y++) sum += values[entry * years + y]!
    return sum
  }

  return Array.from(cells, (cell, c) => {
    const name = `cells.${c}`
    const own = columns.flatMap((column, k) => (column.cell === cell ? [k] : []))
    const groups = own.map((k) => ({ rate: rates[k]!, vatBand: columns[k]!.vatBand }))
    const weights = earned.map((e) => Float64Array.from(own, (k) => total(e, k)))
    const rest = Float64Array.from(
      lines,
      (l) =>
        total(l.crossIncome, c) -
        total(l.fundingCost, c) -
        total(l.operatingCost, c) -
        total(l.targetProfit, c) -
        total(l.expectedLoss, c),
    )
    const loss = Float64Array.from(lines, (l) => total(l.expectedLoss, c))
    const balance = Float64Array.from(weights, sum)
    const meanRest = sum(rest) / replicates
    const meanWeights = own.map((_, g) => weights.reduce((s, w) => s + w[g]!, 0) / replicates)
    const dot = (net: Float64Array, w: ArrayLike<number>): number => net.reduce((s, n, g) => s + n * w[g]!, 0)

    let gap: number | null = null
    let stretch: Record<'at' | 'slope', Float64Array> = {
      at: new Float64Array(own.length),
      slope: new Float64Array(own.length),
    }
    const shift = breakEvenShift(
      groups,
      costs,
      (net) => meanRest + dot(net, meanWeights) >= 0,
      (at, slope) => {
        stretch = { at, slope }
        return -(meanRest + dot(at, meanWeights)) / dot(slope, meanWeights)
      },
    )
    record.setLabel(`${name}.cell`, cellKey(cellAt(cell)))
    record.exact(`${name}.loans`, 0)
    record.exact(`${name}.offeredRate`, 0)
    record.exact(`${name}.floorRate`, 0)
    if (shift === null) {
      record.missing(`${name}.requiredRate`, 'no shift up to 100 percentage points is enough')
      record.missing(`${name}.gap`, 'no required rate')
    } else {
      const slope = dot(stretch.slope, meanWeights)
      const net = stretch.at.map((a, g) => a + stretch.slope[g]! * shift)
      const replicate = rest.map((r, i) => -(r + dot(net, weights[i]!)) / slope)
      record.replicateMean(`${name}.requiredRate`, replicate)
      record.replicateMean(`${name}.gap`, replicate)
      gap = -shift
    }
    return {
      cell: cellKey(cellAt(cell)),
      loans: cube.cellLoans[c]!,
      balance: record.replicateMean(`${name}.balance`, balance, 12 / horizonMonths / perReplicate),
      expectedLoss: record.replicateRatio(`${name}.expectedLoss`, loss, balance),
      offeredRate: offered[c]!,
      floorRate: floor[c]!,
      requiredRate: gap === null ? null : offered[c]! - gap,
      gap,
    }
  })
}

const sum = (values: ArrayLike<number>): number => {
  let s = 0
  for (let i = 0; i < values.length; i++) s += values[i]!
  return s
}
