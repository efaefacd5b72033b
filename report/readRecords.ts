import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { LineCounter, isMap, isNode, isSeq, parseDocument } from 'yaml'
import { type Problem, InputError } from '../scenarios/index.ts'
import { type CsvField, parseCsv } from './csv.ts'

/** One record of a JSON or CSV file. */
export interface FileRecord {
  readonly values: Readonly<Record<string, unknown>>
  /** A problem of this record, or of one of its fields, with file, line and column. */
  readonly problem: (message: string, field?: string) => Problem
}

/**
 * Reads a list of records: a JSON array of objects, or a CSV file whose header names the fields.
 *
 * In a CSV file `true` and `false` become booleans, numbers become numbers, an empty value is a field not given.
 *
 * @param path   file; `.csv` is read as CSV, anything else as JSON
 * @param inside name of a wrapper that a JSON record may have: `{"applicant": {…}}` stands for the object inside
 * @throws {InputError} when the file cannot be read, naming every problem with line and column
 */
export async function readRecords(path: string, inside: string): Promise<readonly FileRecord[]> {
  const text = await readText(path)
  return extname(path).toLowerCase() === '.csv' ? csvRecords(path, text) : jsonRecords(path, text, inside)
}

async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const reasons: Record<string, string> = {
      ENOENT: 'no such file',
      EISDIR: 'is a folder, not a file',
      EACCES: 'may not be read',
      ERR_ENCODING_INVALID_ENCODED_DATA: 'is not UTF-8 text',
    }
    throw new InputError([{ file: path, line: 1, column: 1, path: '', message: reasons[code ?? ''] ?? String(error) }])
  }
}

function csvRecords(file: string, text: string): readonly FileRecord[] {
  const problems: Problem[] = []
  const problemAt = (at: { line: number; column: number }, path: string, message: string): Problem => ({
    file,
    line: at.line,
    column: at.column,
    path,
    message,
  })
  let rows: CsvField[][]
  try {
    rows = parseCsv(text)
  } catch (error) {
    throw new InputError([problemAt({ line: 1, column: 1 }, '', (error as Error).message)])
  }
  const [header, ...body] = rows
  if (!header)
    throw new InputError([problemAt({ line: 1, column: 1 }, '', 'is empty: the first line must name the fields')])
  const seen = new Set<string>()
  for (const field of header) {
    if (field.text === '') problems.push(problemAt(field, '', 'a field of the header has no name'))
    else if (seen.has(field.text)) problems.push(problemAt(field, field.text, `field "${field.text}" is named twice`))
    seen.add(field.text)
  }
  const records = body.map((row, index): FileRecord => {
    const start = row[0]!
    if (row.length !== header.length)
      problems.push(
        problemAt(start, `[${index}]`, `has ${row.length} values, the header names ${header.length} fields`),
      )
    const values: Record<string, unknown> = {}
    for (const [k, name] of header.entries()) {
      const value = row[k]?.text ?? ''
      if (value !== '') values[name.text] = csvValue(value)
    }
    const fieldAt = (field: string) => row[header.findIndex((name) => name.text === field)] ?? start
    return {
      values,
      problem: (message, field) =>
        problemAt(field === undefined ? start : fieldAt(field), pathOf(index, field), message),
    }
  })
  if (problems.length > 0) throw new InputError(problems)
  return records
}

function csvValue(text: string): string | number | boolean {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text
}

/** Parsed by the platform, which is fast; parsed again with positions only when there is a problem to place. */
function jsonRecords(file: string, text: string, inside: string): readonly FileRecord[] {
  let located: ReturnType<typeof locate> | undefined
  const at = (path: readonly (string | number)[]) => (located ??= locate(text)).at(path)
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch (error) {
    const place = locate(text).firstError
    throw new InputError([
      {
        file,
        line: place?.line ?? 1,
        column: place?.column ?? 1,
        path: '',
        message: `is not JSON: ${syntaxFault(error as Error)}`,
      },
    ])
  }
  if (!Array.isArray(list))
    throw new InputError([
      { file, ...at([]), path: '', message: `must be a JSON array of objects, got ${kindOf(list)}` },
    ])
  const problems: Problem[] = []
  const records = list.map((entry: unknown, index): FileRecord => {
    const wrapped = isObject(entry) && isObject(entry[inside])
    const values = wrapped ? entry[inside] : entry
    const prefix = wrapped ? [index, inside] : [index]
    const problem = (message: string, field?: string): Problem => ({
      file,
      ...at(field === undefined ? prefix : [...prefix, field]),
      path: pathOf(index, field),
      message,
    })
    if (!isObject(values)) problems.push(problem(`must be an object, got ${kindOf(values)}`))
    return { values: isObject(values) ? values : {}, problem }
  })
  if (problems.length > 0) throw new InputError(problems)
  return records
}

/** The platform's message without the excerpt of the text it quotes. */
const syntaxFault = ({ message }: Error): string => message.replace(/, (\.\.\.)?".*$/s, '')

/** Line and column of any node of a JSON text; of the nearest enclosing one where a field is not there. */
function locate(text: string) {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'json', lineCounter: lines })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const error = document.errors[0]
  return {
    firstError: error && place(error.pos[0]),
    at(path: readonly (string | number)[]): { line: number; column: number } {
      let node: unknown = document.contents
      let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
      for (const key of path) {
        node = isSeq(node) || isMap(node) ? node.get(key, true) : undefined
        if (!isNode(node) || !node.range) break
        offset = node.range[0]
      }
      return place(offset)
    },
  }
}

const pathOf = (index: number, field?: string): string => (field === undefined ? `[${index}]` : `[${index}].${field}`)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
