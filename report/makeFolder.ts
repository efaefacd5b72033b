import { mkdir, mkdtemp, rmdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from './errors.ts'
import { nullWhenMissing } from './readReport.ts'

/**
 * Makes the folder that the user named for output, and those above it that are not there yet, and tries to write in it: what is in
 * the way is told before the work and not after it.
 *
 * @throws {UsageError} when it cannot be made or written to
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeMissing(resolve(folder))
    await rmdir(await mkdtemp(join(folder, '.yieldcover-')))
  } catch (error) {
    throw new UsageError(`--out: cannot write to ${folder}: ${(error as Error).message}`)
  }
}

/** One folder at a time: where a file system answers "no such file" to a new name, as /proc does, a recursive mkdir never ends. */
async function makeMissing(folder: string): Promise<void> {
  const found = await stat(folder).catch(nullWhenMissing)
  if (found?.isDirectory()) return
  if (found) throw new Error(`${folder} is not a folder`)
  await makeMissing(dirname(folder))
  await mkdir(folder).catch(ignoreExisting)
}

/** Another run may have made the same folder meanwhile. */
function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}
