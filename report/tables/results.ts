import type { Result } from '../../models/result.ts'
import { type Column, varyText } from './column.ts'

/** Columns that name an entry of the summary, for tables with rows of entries. */
export function resultColumns<Source>(resultOf: (source: Source) => Result): Column<Source>[] {
  const named = (name: 'book' | 'strategy' | 'schedule' | 'scenario'): Column<Source> => ({
    name,
    type: 'text',
    unit: '',
    meaning: `Id of the ${name}`,
    of: (source) => () => resultOf(source)[name],
  })
  return [
    named('book'),
    named('strategy'),
    named('schedule'),
    named('scenario'),
    {
      name: 'vary',
      type: 'text',
      unit: '',
      meaning: 'Vary axes of the entry as JSON; empty outside a vary study',
      of: (source) => {
        const text = varyText(resultOf(source).vary)
        return () => text
      },
    },
  ]
}
