import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import { judgeCell } from '../judge/cellFigures.ts'
import type { JudgedCell } from '../judge/cellFigures.ts'
import { cellLedgers } from '../judge/cellLedgers.ts'
import type { CellLedger } from '../judge/cellLedgers.ts'
import type { JudgeInputs } from '../judge/judgement.ts'
import type { Recorder } from '../judge/recorder.ts'
import type { CellResult } from '../result.ts'

/**
 * Judges the populated cells under changing prices: a cell anew where a rate of its own has changed since the last time, and all where costs
 * have (the inputs' `economics` is another object).
 */
export function repricedCells(
  cube: OutcomeCube,
): (inputs: JudgeInputs, rates: Float64Array, record: Recorder) => CellResult[] {
  let economics: Economics | null = null
  let ledgers: readonly CellLedger[] = []
  let before: { readonly rates: Float64Array; readonly offered: Float64Array; readonly cells: readonly JudgedCell[] }
  return (inputs, rates, record) => {
    const { schedule, cellRates } = inputs
    const { floor, offered } = cellRates
    const isNew = inputs.economics !== economics
    if (isNew) {
      economics = inputs.economics
      ledgers = cellLedgers(cube, economics)
    }
    const cells = ledgers.map((ledger, c) => {
      const isSame =
        !isNew &&
        offered[c] === before.offered[c] &&
        ledger.columns.every(({ position }) => rates[position] === before.rates[position])
      if (isSame) return before.cells[c]!
      return judgeCell(ledger, rates, { floor: floor[c]!, offered: offered[c]! }, schedule.costs, record)
    })
    before = { rates, offered, cells }
    record.adopt('cells', cells)
    return cells.map(({ figures }) => figures)
  }
}
