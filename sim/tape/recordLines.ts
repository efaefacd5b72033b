import { createReadStream } from 'node:fs'

/** What to look for in a CSV file. */
export interface RecordQuery {
  readonly delimiter: string
  /** Rows wanted: data records from 1, without those left out. */
  readonly rows: ReadonlySet<number>
  /** Records left out: the header is 1, empty lines count. */
  readonly rejected: ReadonlySet<number>
  /** Whether an empty line is a row: so where there is one column. */
  readonly blankRows: boolean
}

export interface RecordLines {
  /** Line in the file, from 1, where each row begins. */
  readonly ofRow: ReadonlyMap<number, number>
  /** Line where each rejected record begins. */
  readonly ofRecord: ReadonlyMap<number, number>
}

const [NEWLINE, RETURN, QUOTE] = [10, 13, 34]

/** Where in a record a byte stands: at the start of a field, in a plain or quoted one, or after a quote that may have closed it. */
const [FIELD_START, PLAIN, QUOTED, CLOSED] = [0, 1, 2, 3]

/**
 * Finds the lines at which records of a CSV file begin, by one pass over its bytes. Needed only to say where a problem is: a quoted
 * field may hold line breaks and a file may have empty lines, so a row's number is not its line.
 */
export async function recordLines(file: string, query: RecordQuery): Promise<RecordLines> {
  const ofRow = new Map<number, number>()
  const ofRecord = new Map<number, number>()
  const delimiter = query.delimiter.charCodeAt(0)
  let line = 1
  let record = 0
  let row = 0
  let firstLine = 1
  let length = 0
  let place = FIELD_START
  let previous = 0

  const endRecord = (): void => {
    record++
    if (query.rejected.has(record)) ofRecord.set(record, firstLine)
    else if (record > 1 && (length > 0 || query.blankRows)) {
      row++
      if (query.rows.has(row)) ofRow.set(row, firstLine)
    }
    firstLine = line
    length = 0
    place = FIELD_START
  }

  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      const ofPair = byte === NEWLINE && previous === RETURN
      previous = byte
      if (ofPair) continue
      if (byte === NEWLINE || byte === RETURN) {
        line++
        if (place !== QUOTED) {
          endRecord()
          continue
        }
      }
      length++
      if (place === QUOTED) place = byte === QUOTE ? CLOSED : QUOTED
      else if (byte === QUOTE && place !== PLAIN) place = QUOTED
      else place = byte === delimiter ? FIELD_START : PLAIN
    }
  }
  if (length > 0) endRecord()
  return { ofRow, ofRecord }
}
