import type { CellResult, Result } from '../../models/result.ts'
import type { Column, ColumnNote } from './column.ts'
import { resultColumns } from './results.ts'

type Figure = 'balance' | 'expectedLoss' | 'offeredRate' | 'floorRate' | 'requiredRate' | 'gap'

const FIGURES: readonly (Omit<ColumnNote, 'name' | 'type'> & { readonly name: Figure })[] = [
  { name: 'balance', unit: 'money', meaning: 'E[earned balance-years] ÷ years of the horizon' },
  { name: 'expectedLoss', unit: 'per year', meaning: 'E[loss] ÷ E[earned balance-years]' },
  { name: 'offeredRate', unit: 'per year', meaning: "The schedule's rate, capped, before the scenario's rate shock" },
  { name: 'floorRate', unit: 'per year', meaning: "The formula's rate on assigned PD, weighted by balance" },
  { name: 'requiredRate', unit: 'per year', meaning: 'Rate at which the simulated surplus of the cell is zero' },
  { name: 'gap', unit: 'per year', meaning: 'offeredRate − requiredRate' },
]

/** `cells.parquet`: one row a populated cell of each entry. */
export const CELL_COLUMNS: readonly Column<Result>[] = [
  ...resultColumns((result: Result) => result),
  {
    name: 'cell',
    type: 'text',
    unit: '',
    meaning: 'grade|termBand|collateral',
    of:
      ({ cells }) =>
      (row) =>
        cells[row]!.cell,
  },
  {
    name: 'grade',
    type: 'integer',
    unit: '',
    meaning: 'Band of assigned PD, 1 (best) to 10',
    of:
      ({ cells }) =>
      (row) =>
        Number(partOf(cells[row]!, 0)),
  },
  {
    name: 'termBand',
    type: 'text',
    unit: '',
    meaning: 'Band of original term',
    of:
      ({ cells }) =>
      (row) =>
        partOf(cells[row]!, 1),
  },
  {
    name: 'collateral',
    type: 'text',
    unit: '',
    meaning: 'Collateral class',
    of:
      ({ cells }) =>
      (row) =>
        partOf(cells[row]!, 2),
  },
  {
    name: 'loans',
    type: 'integer',
    unit: '',
    meaning: 'Loans at month 0',
    of:
      ({ cells }) =>
      (row) =>
        cells[row]!.loans,
  },
  ...FIGURES.map((note): Column<Result> => ({
    ...note,
    type: 'real',
    of:
      ({ cells }) =>
      (row) =>
        cells[row]![note.name],
  })),
  ...FIGURES.map(({ name, unit }): Column<Result> => ({
    name: `${name}StandardError`,
    type: 'real',
    unit,
    meaning: `Standard error of ${name}; 0 when exact`,
    of: ({ standardErrors }) => {
      const errors = standardErrors['cells'] as readonly Partial<CellResult>[] | undefined
      return (row) => errors?.[row]?.[name] ?? null
    },
  })),
]

const partOf = ({ cell }: CellResult, index: 0 | 1 | 2): string => cell.split('|')[index]!
