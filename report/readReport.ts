import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { REPORT_FORMAT, type ReportData } from './reportData.ts'

/** Name of the page in a run's folder. */
export const REPORT_PAGE = 'report.html'

/** Name of the file in a run's folder that holds its {@link ReportData}. */
export const REPORT_FILE = 'report.json'

/**
 * What the report shows of a finished run.
 *
 * @param folder  the run's folder
 * @returns null when the folder or its report is not there
 * @throws {UnreadableReportError} when the file is cut off or was written by a version with another shape
 */
export async function readReport(folder: string): Promise<ReportData | null> {
  const text = await readFile(join(folder, REPORT_FILE), 'utf8').catch(nullWhenMissing)
  if (text === null) return null
  const data = parse(text)
  if (data?.format !== REPORT_FORMAT) throw new UnreadableReportError()
  return data as ReportData
}

/** A run's report file that this version cannot show. */
export class UnreadableReportError extends Error {
  override readonly name = 'UnreadableReportError'
  constructor() {
    super(`${REPORT_FILE} is incomplete or was written by another version; repeat the run from its manifest.json`)
  }
}

function parse(text: string): { readonly format?: unknown } | null {
  try {
    return JSON.parse(text) as { readonly format?: unknown } | null
  } catch {
    return null
  }
}

/** For a promise's rejection: null when a file or folder is missing; anything else is thrown on. */
export function nullWhenMissing(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return null
  throw error
}
