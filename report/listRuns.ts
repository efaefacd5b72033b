import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { REPORT_FILE, nullWhenMissing } from './readReport.ts'

/** Names of finished runs' folders. Nothing else is ever looked up on disk, so a hostile name cannot lead elsewhere. */
export const RUN_ID = /^[0-9a-f]{12}$/

/** Ids of the finished runs in a folder, newest first; none when the folder is not there. */
export async function listRuns(runsDir: string): Promise<string[]> {
  const names = (await readdir(runsDir).catch(nullWhenMissing)) ?? []
  const runs = await Promise.all(
    names
      .filter((name) => RUN_ID.test(name))
      .map(async (id) => ({ id, file: await stat(join(runsDir, id, REPORT_FILE)).catch(nullWhenMissing) })),
  )
  return runs
    .flatMap(({ id, file }) => (file ? [{ id, time: file.mtimeMs }] : []))
    .sort((a, b) => b.time - a.time)
    .map(({ id }) => id)
}
