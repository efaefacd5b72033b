/** What a cell of a table may hold; null where there is no value. */
export type Value = string | number | boolean | null

export type ColumnType = 'text' | 'integer' | 'real' | 'boolean'

/** A column as a reader of the files needs to know it. */
export interface ColumnNote {
  readonly name: string
  readonly type: ColumnType
  /** Empty for names, flags and counts. `money` is the book's unit. */
  readonly unit: '' | 'money' | 'share' | 'per year' | 'months' | 'marks'
  readonly meaning: string
}

/** A column, and where its values come from: `of(source)` gives the value of each row of one source. */
export interface Column<Source> extends ColumnNote {
  readonly of: (source: Source) => (row: number) => Value
}

/** JSON of an item's vary axes; null outside a vary study. */
export const varyText = (vary: Readonly<Record<string, unknown>> | undefined): string | null =>
  vary && Object.keys(vary).length > 0 ? JSON.stringify(vary) : null
