import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withDatabase } from '../sim/duckdb.ts'
import type { RunResult } from '../sim/types.ts'
import { toJson } from './json.ts'
import { toManifest } from './manifest.ts'
import { partialFolder } from './partialFolder.ts'
import { toSummary } from './summary.ts'
import { CELL_COLUMNS } from './tables/cells.ts'
import { COMPARISON_COLUMNS, comparedRows } from './tables/comparisons.ts'
import { CONTRIBUTION_COLUMNS } from './tables/contributions.ts'
import { firmColumns } from './tables/firms.ts'
import { LOAN_COLUMNS, loansByStrategy } from './tables/loans.ts'
import { PATH_COLUMNS } from './tables/paths.ts'
import { writeTable } from './tables/writeTable.ts'

/**
 * Writes a run's folder `<dir>/<runId>/`: manifest, summary, the six tables and any further files. Work goes to a folder in
 * `<dir>/.<runId>.partial/`, which takes its place only when it is complete; an earlier folder of the same run is replaced. What else
 * is in the partial folder, such as checkpoints, stays until then and goes afterwards.
 *
 * @param extraFiles text by file name, such as `report.html`
 * @returns path of the folder
 * @throws {RangeError} when a figure of the summary or manifest is not finite
 */
export async function writeRun(
  dir: string,
  run: RunResult,
  extraFiles: Readonly<Record<string, string>> = {},
): Promise<string> {
  const partial = partialFolder(dir, run.runId)
  const fresh = join(partial, 'run')
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  await writeFile(join(fresh, 'manifest.json'), toJson(toManifest(run)))
  await writeFile(join(fresh, 'summary.json'), toJson(toSummary(run)))
  await writeTables(fresh, run)
  for (const [name, text] of Object.entries(extraFiles)) await writeFile(join(fresh, name), text)
  const folder = join(dir, run.runId)
  await replaceFolder(folder, fresh, join(dir, `.${run.runId}.old`))
  await rm(partial, { recursive: true, force: true })
  return folder
}

const writeTables = (folder: string, { results, tables, comparisons, books }: RunResult): Promise<void> =>
  withDatabase(async (connection) => {
    const file = (name: string): string => join(folder, `${name}.parquet`)
    const cells = results.map((result) => ({ source: result, rows: result.cells.length }))
    const contributions = results.map((result) => ({ source: result, rows: result.contributions.length }))
    const compared = comparisons.map((comparison) => ({ source: comparison, rows: comparedRows(comparison) }))
    const paths = tables.map((entry) => ({ source: entry, rows: entry.paths.loss.length }))
    const loans = loansByStrategy(books).map((source) => ({ source, rows: source.loans.count }))
    const firms = books.map((book) => ({ source: book, rows: book.firms.count }))
    await writeTable(connection, 'cells', file('cells'), CELL_COLUMNS, cells)
    await writeTable(connection, 'contributions', file('contributions'), CONTRIBUTION_COLUMNS, contributions)
    await writeTable(connection, 'comparisons', file('comparisons'), COMPARISON_COLUMNS, compared)
    await writeTable(connection, 'paths', file('paths'), PATH_COLUMNS, paths)
    await writeTable(connection, 'loans', file('loans'), LOAN_COLUMNS, loans)
    await writeTable(connection, 'firms', file('firms'), firmColumns(books), firms)
  })

/** Puts `fresh` in the place of `folder` by renames alone; the earlier folder is deleted last. */
async function replaceFolder(folder: string, fresh: string, aside: string): Promise<void> {
  await rm(aside, { recursive: true, force: true })
  if (existsSync(folder)) await rename(folder, aside)
  await rename(fresh, folder)
  await rm(aside, { recursive: true, force: true })
}
