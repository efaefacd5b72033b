/** A value of a CSV file and where it begins; lines and columns count from 1. */
export interface CsvField {
  readonly text: string
  readonly line: number
  readonly column: number
}

/**
 * Splits CSV text into rows of fields, as RFC 4180 has it: comma, optional double quotes with `""` for a quote, LF or CRLF. Blanks round an
 * unquoted value are dropped, and so are empty lines.
 *
 * @throws {SyntaxError} when a quote is never closed, naming its line
 */
export function parseCsv(text: string): CsvField[][] {
  const rows: CsvField[][] = []
  let row: CsvField[] = []
  let line = 1
  let lineStart = 0
  let at = 0
  while (at < text.length) {
    const begin = { line, column: at - lineStart + 1 }
    const field = text[at] === '"' ? quoted(text, at) : plain(text, at)
    if (field === null) throw new SyntaxError(`line ${line}: the quote at column ${begin.column} is never closed`)
    for (let i = at; i < field.end; i++)
      if (text[i] === '\n') {
        line++
        lineStart = i + 1
      }
    row.push({ text: field.text, ...begin })
    at = field.end
    if (text[at] === ',') {
      at++
      if (at < text.length && !isLineEnd(text, at)) continue
      row.push({ text: '', line, column: at - lineStart + 1 })
    }
    if (row.length > 1 || row[0]!.text !== '') rows.push(row)
    row = []
    if (text[at] === '\r') at++
    at++
    line++
    lineStart = at
  }
  return rows
}

const isLineEnd = (text: string, at: number): boolean =>
  text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n')

function plain(text: string, from: number): { text: string; end: number } {
  let end = from
  while (end < text.length && text[end] !== ',' && !isLineEnd(text, end)) end++
  return { text: text.slice(from, end).trim(), end }
}

function quoted(text: string, from: number): { text: string; end: number } | null {
  let value = ''
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') value += text[at]!
    else if (text[at + 1] === '"') {
      value += '"'
      at++
    } else {
      // Whatever follows a closing quote belongs to the value, so that a broken row is seen and not lost.
      const rest = plain(text, at + 1)
      return { text: value + rest.text, end: rest.end }
    }
  }
  return null
}
