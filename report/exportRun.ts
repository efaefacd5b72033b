import { copyFile, readdir, rename } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { textLiteral, withDatabase } from '../sim/duckdb.ts'
import { makeFolder } from './makeFolder.ts'

/** Forms in which a finished run can be handed on. */
export const EXPORTS = ['html', 'csv', 'parquet'] as const
export type ExportForm = (typeof EXPORTS)[number]

/**
 * Copies what a run wrote out of its folder: the self-contained page, or its tables as CSV or Parquet.
 *
 * @param folder run folder
 * @param out    folder to write to, made when it is not there; files are named `<run id>-<name>`
 * @returns paths of the files written, each complete: a file takes its name only when it is finished
 * @throws {UsageError} when `out` cannot be made or written to
 */
export async function exportRun(folder: string, form: ExportForm, out: string): Promise<readonly string[]> {
  await makeFolder(out)
  const source = form === 'html' ? '.html' : '.parquet'
  const names = (await readdir(folder)).filter((name) => extname(name) === source).toSorted()
  const written: string[] = []
  for (const name of names) {
    const target = join(out, `${basename(resolve(folder))}-${basename(name, source)}.${form}`)
    const partial = `${target}.partial`
    if (form === 'csv') await toCsv(join(folder, name), partial)
    else await copyFile(join(folder, name), partial)
    await rename(partial, target)
    written.push(target)
  }
  return written
}

const toCsv = (parquet: string, csv: string): Promise<void> =>
  withDatabase(async (connection) => {
    await connection.run(
      `COPY (FROM read_parquet(${textLiteral(parquet)})) TO ${textLiteral(csv)} (FORMAT csv, HEADER)`,
    )
  })
