import type { Contribution, Result } from '../../models/result.ts'
import { standardError } from '../standardError.ts'
import type { Column, ColumnNote } from './column.ts'
import { resultColumns } from './results.ts'

/** `contributions.parquet`: one row a sector or populated cell of each entry; each figure adds up over the rows of a kind. */
export const CONTRIBUTION_COLUMNS: readonly Column<Result>[] = [
  ...resultColumns((result: Result) => result),
  {
    name: 'by',
    type: 'text',
    unit: '',
    meaning: 'Kind of part: cell or sector',
    of:
      ({ contributions }) =>
      (row) =>
        contributions[row]!.by,
  },
  {
    name: 'key',
    type: 'text',
    unit: '',
    meaning: 'The sector, or grade|termBand|collateral of the cell',
    of:
      ({ contributions }) =>
      (row) =>
        contributions[row]!.key,
  },
  ...figure('expectedShortfall99', 'Mean loss of the part in the worst 1% of paths of the book, of opening exposure'),
  ...figure('standardDeviation', "Covariance with the book's loss ÷ its standard deviation, of opening exposure"),
  ...tailFigure('Mean loss of the part in the worst 0.1% of paths, from the tail sample; empty without one'),
]

function figure(name: 'expectedShortfall99' | 'standardDeviation', meaning: string): Column<Result>[] {
  return [
    {
      name,
      type: 'real',
      unit: 'share',
      meaning,
      of:
        ({ contributions }) =>
        (row) =>
          contributions[row]![name],
    },
    {
      ...errorNote(name),
      of: (result) => (row) => standardError(result, `contributions.${row}.${name}`),
    },
  ]
}

function tailFigure(meaning: string): Column<Result>[] {
  const name = 'expectedShortfall999'
  return [
    {
      name,
      type: 'real',
      unit: 'share',
      meaning,
      of: (result) => {
        const indexOf = tailIndex(result)
        return (row) => result.tail?.contributions[indexOf(row)]?.[name] ?? null
      },
    },
    {
      ...errorNote(name),
      of: (result) => {
        const indexOf = tailIndex(result)
        return (row) => standardError(result, `tail.contributions.${indexOf(row)}.${name}`)
      },
    },
  ]
}

function errorNote(name: string): ColumnNote {
  return { name: `${name}StandardError`, type: 'real', unit: 'share', meaning: `Standard error of ${name}` }
}

/** Where the part of a row stands in the tail sample; −1 where it does not. */
function tailIndex({ contributions, tail }: Result): (row: number) => number {
  const keyOf = ({ by, key }: Pick<Contribution, 'by' | 'key'>): string => `${by} ${key}`
  const index = new Map((tail?.contributions ?? []).map((part, i) => [keyOf(part), i]))
  return (row) => index.get(keyOf(contributions[row]!)) ?? -1
}
