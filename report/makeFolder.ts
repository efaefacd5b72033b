import { mkdir, mkdtemp, rmdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from './errors.ts'
import { nullWhenMissing } from './readReport.ts'

/**
 * Makes the folder that the user named for output, and those above it that are not there yet, and tries to write in it: what is in
 * the way is told before the work and not after it.
 *
 * @returns the folders that it made, innermost first
 * @throws {UsageError} when it cannot be made or written to
 */
export async function makeFolder(folder: string): Promise<readonly string[]> {
  try {
    const made = await makeMissing(resolve(folder))
    await rmdir(await mkdtemp(join(folder, '.yieldcover-')))
    return made
  } catch (error) {
    throw new UsageError(`--out: cannot write to ${folder}: ${(error as Error).message}`)
  }
}

/** One folder at a time: where a file system answers "no such file" to a new name, as /proc does, a recursive mkdir never ends. */
async function makeMissing(folder: string): Promise<string[]> {
  const found = await stat(folder).catch(nullWhenMissing)
  if (found?.isDirectory()) return []
  if (found) throw new Error(`${folder} is not a folder`)
  const above = await makeMissing(dirname(folder))
  await mkdir(folder).catch(ignoreExisting)
  return [folder, ...above]
}

/** Another run may have made the same folder meanwhile. */
function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}
