import { rmdir } from 'node:fs/promises'
import { makeFolder } from './makeFolder.ts'

/**
 * Does work that writes to a folder. The folder is made before, with those above it, and what was made goes again when the work
 * fails and has left nothing in it.
 *
 * @throws {UsageError} when it cannot be made or written to
 * @throws whatever the work throws
 */
export async function withFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const made = await makeFolder(folder)
  try {
    return await work()
  } catch (error) {
    for (const one of made) await rmdir(one).catch(() => undefined)
    throw error
  }
}
