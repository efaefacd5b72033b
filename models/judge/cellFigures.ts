import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import type { CellRates } from '../price.ts'
import type { CellResult } from '../result.ts'
import type { CostParameters } from '../schedule.ts'
import { cellAt, cellKey } from '../types.ts'
import { breakEvenShift } from './breakEvenShift.ts'
import { cellLedgers } from './cellLedgers.ts'
import type { CellLedger } from './cellLedgers.ts'
import { Recorder } from './recorder.ts'

/** Offered, floor and required rate of every populated cell, from expected figures. */
export function cellFigures(
  cube: OutcomeCube,
  rates: Float64Array,
  { floor, offered }: CellRates,
  economics: Economics,
  costs: CostParameters,
  record: Recorder,
): CellResult[] {
  const cells = cellLedgers(cube, economics).map((ledger, c) =>
    judgeCell(ledger, rates, { floor: floor[c]!, offered: offered[c]! }, costs, record),
  )
  record.adopt('cells', cells)
  return cells.map(({ figures }) => figures)
}

/** A cell's figures with their errors and reasons, by name. */
export interface JudgedCell extends Pick<Recorder, 'errors' | 'reasons'> {
  readonly figures: CellResult
}

/**
 * Offered, floor and required rate of a cell: they depend on its own rates and costs, and on no other cell's.
 *
 * @param rates  offered rate of each column of the cube
 */
export function judgeCell(
  { cell, loans, horizonMonths, paths, columns, earned, rest, loss, balance }: CellLedger,
  rates: Float64Array,
  { floor, offered }: Readonly<Record<keyof CellRates, number>>,
  costs: CostParameters,
  { replicates, confidence }: Pick<Recorder, 'replicates' | 'confidence'>,
): JudgedCell {
  const record = new Recorder(replicates, confidence)
  const meanRest = sum(rest) / replicates
  const meanEarned = columns.map((_, g) => earned.reduce((s, e) => s + e[g]!, 0) / replicates)
  const dot = (net: Float64Array, e: ArrayLike<number>): number => net.reduce((s, n, g) => s + n * e[g]!, 0)

  let gap: number | null = null
  let stretch: Record<'at' | 'slope', Float64Array> = {
    at: new Float64Array(columns.length),
    slope: new Float64Array(columns.length),
  }
  const shift = breakEvenShift(
    columns.map(({ position, vatBand }) => ({ rate: rates[position]!, vatBand })),
    costs,
    (net) => meanRest + dot(net, meanEarned) >= 0,
    (at, slope) => {
      stretch = { at, slope }
      return -(meanRest + dot(at, meanEarned)) / dot(slope, meanEarned)
    },
  )
  const key = cellKey(cellAt(cell))
  record.setLabel('cell', key)
  record.exact('loans', 0)
  record.exact('offeredRate', 0)
  record.exact('floorRate', 0)
  if (shift === null) {
    record.missing('requiredRate', 'no shift up to 100 percentage points is enough')
    record.missing('gap', 'no required rate')
  } else {
    const slope = dot(stretch.slope, meanEarned)
    const net = stretch.at.map((a, g) => a + stretch.slope[g]! * shift)
    const replicate = rest.map((r, i) => -(r + dot(net, earned[i]!)) / slope)
    record.replicateMean('requiredRate', replicate)
    record.replicateMean('gap', replicate)
    gap = -shift
  }
  const figures = {
    cell: key,
    loans,
    balance: record.replicateMean('balance', balance, 12 / horizonMonths / (paths / replicates)),
    expectedLoss: record.replicateRatio('expectedLoss', loss, balance),
    offeredRate: offered,
    floorRate: floor,
    requiredRate: gap === null ? null : offered - gap,
    gap,
  }
  return { figures, errors: record.errors, reasons: record.reasons }
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)
