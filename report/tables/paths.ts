import type { ResultTables } from '../../sim/types.ts'
import { resultColumns } from './results.ts'
import type { Column } from './column.ts'

/** `paths.parquet`: one row a simulated path of each entry; money over the whole horizon. */
export const PATH_COLUMNS: readonly Column<ResultTables>[] = [
  ...resultColumns(({ result }: ResultTables) => result),
  { name: 'path', type: 'integer', unit: '', meaning: 'Simulated future, from 0', of: () => (row) => row },
  {
    name: 'replicate',
    type: 'integer',
    unit: '',
    meaning: 'Independent group of stratified paths, from 0',
    of: ({ result }) => {
      const pathsEach = result.paths / result.replicates
      return (row) => Math.floor(row / pathsEach)
    },
  },
  ...money('loss', 'Loss on defaulted loans'),
  ...money('surplus', 'Income − cost − target − loss'),
  ...money('income', 'Interest and cross income, gross of VAT'),
  ...money('cost', 'Funding, operating cost, VAT and surcharges'),
  ...money('target', 'Target profit'),
  {
    name: 'defaults',
    type: 'real',
    unit: '',
    meaning: 'Loans defaulted; the number expected given the factors in fidelities clt and lln',
    of:
      ({ paths }) =>
      (row) =>
        paths.defaults[row]!,
  },
  ...money('year1Loss', 'Loss on loans that default in months 1–12'),
]

function money(
  name: 'loss' | 'surplus' | 'income' | 'cost' | 'target' | 'year1Loss',
  meaning: string,
): Column<ResultTables>[] {
  return [
    {
      name,
      type: 'real',
      unit: 'money',
      meaning,
      of:
        ({ paths }) =>
        (row) =>
          paths[name][row]!,
    },
  ]
}
