import type { Terms } from '../../../models/reprice/terms.ts'
import type { CostParameters } from '../../../models/schedule.ts'
import { readBlock, isFault } from './pasteBlock.ts'
import type { BlockFault } from './pasteBlock.ts'
import { type Entry, movedBy } from './rate.ts'

/** Costs that the desk edits. */
export const EDITED_COSTS = [
  'fundingRate', 'variableCost', 'fixedCost', 'hurdleRate', 'capitalRatio', 'incomeTaxRate',
] as const satisfies readonly (keyof CostParameters)[] // prettier-ignore
export type EditedCost = (typeof EDITED_COSTS)[number]

/** Fields beside the grid. */
export type Field = EditedCost | 'cap'

/** Terms as they stand in the inputs, readable or not. */
export interface Draft {
  /** Of every cell by cellIndex. */
  readonly rates: readonly Entry[]
  readonly fields: Readonly<Record<Field, Entry>>
  readonly crossIncome: Terms['crossIncome']
}

export const toDraft = ({ rates, costs, crossIncome, cap }: Terms): Draft => ({
  rates,
  fields: {
    fundingRate: costs.fundingRate,
    variableCost: costs.variableCost,
    fixedCost: costs.fixedCost,
    hurdleRate: costs.hurdleRate,
    capitalRatio: costs.capitalRatio,
    incomeTaxRate: costs.incomeTaxRate,
    cap,
  },
  crossIncome,
})

/** Terms to be answered; null while a cell or a field holds no number, or a negative rate. */
export function toTerms({ rates, fields, crossIncome }: Draft, today: Terms): Terms | null {
  const { cap, ...costs } = fields
  if (!rates.every(isRate) || !isUsable('cap', cap)) return null
  const written = EDITED_COSTS.map((name) => [name, costs[name]] as const)
  if (!written.every(([name, value]) => isUsable(name, value))) return null
  return { rates, crossIncome, cap, costs: { ...today.costs, ...Object.fromEntries(written) } }
}

/** Whether an entry is a rate that may be offered. */
export const isRate = (entry: Entry | undefined): entry is number => typeof entry === 'number' && entry >= 0

/** Whether an entry is a value that a field may take: the same ranges as in a schedule file. */
export function isUsable(field: Field, entry: Entry): entry is number {
  if (typeof entry !== 'number' || !(entry >= 0)) return false
  return field === 'fixedCost' || (field === 'incomeTaxRate' ? entry < 1 : entry <= 1)
}

export const withRate = (draft: Draft, cell: number, entry: Entry): Draft =>
  entry === draft.rates[cell] ? draft : { ...draft, rates: draft.rates.with(cell, entry) }

export const withField = (draft: Draft, field: Field, entry: Entry): Draft =>
  entry === draft.fields[field] ? draft : { ...draft, fields: { ...draft.fields, [field]: entry } }

/** Cells moved by basis points, none below 0; unreadable ones stay as they are. */
export function nudged(draft: Draft, cells: readonly number[], basisPoints: number): Draft {
  const moved = new Set(cells)
  const rates = draft.rates.map((entry, cell) =>
    moved.has(cell) && typeof entry === 'number' ? Math.max(0, movedBy(entry, basisPoints)) : entry,
  )
  return { ...draft, rates }
}

/** Cells put back to those of another draft. */
export function resetCells(draft: Draft, cells: readonly number[], to: Draft): Draft {
  const back = new Set(cells)
  return { ...draft, rates: draft.rates.map((entry, cell) => (back.has(cell) ? to.rates[cell]! : entry)) }
}

/** Cells whose entry differs from another draft's. */
export const changedCells = (draft: Draft, from: Draft): number[] =>
  draft.rates.flatMap((entry, cell) => (entry === from.rates[cell] ? [] : [cell]))

/** Whether anything beside the grid differs. */
export const hasOtherConditions = (draft: Draft, from: Draft): boolean =>
  draft.crossIncome !== from.crossIncome || Object.entries(draft.fields).some(([k, v]) => v !== from.fields[k as Field])

/** Why a paste is refused as a whole. */
export type PasteProblem =
  | ({ readonly kind: 'notANumber' } & BlockFault)
  | {
      readonly kind: 'tooLarge'
      readonly rows: number
      readonly columns: number
      readonly fit: readonly [number, number]
    }

/**
 * A block from a spreadsheet laid over the grid, or why nothing is changed.
 *
 * @param grid  cell indices of the grid, row by row
 * @param row, column  where its first cell comes to stand
 */
export function pasted(
  draft: Draft,
  grid: readonly (readonly number[])[],
  [row, column]: readonly [number, number],
  text: string,
): { readonly draft: Draft; readonly cells: number } | PasteProblem {
  const block = readBlock(text)
  if (isFault(block)) return { kind: 'notANumber', ...block }
  const width = Math.max(...block.map((line) => line.length))
  const fit = [grid.length - row, grid[row]!.length - column] as const
  if (block.length > fit[0] || width > fit[1]) return { kind: 'tooLarge', rows: block.length, columns: width, fit }
  const rates = [...draft.rates]
  let cells = 0
  for (const [r, line] of block.entries())
    for (const [c, rate] of line.entries())
      if (rate !== null) {
        rates[grid[row + r]![column + c]!] = rate
        cells++
      }
  return { draft: { ...draft, rates }, cells }
}
