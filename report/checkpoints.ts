import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Checkpoints, ResultTables } from '../sim/types.ts'
import { partialFolder } from './partialFolder.ts'
import { nullWhenMissing } from './readReport.ts'

/** Checkpoints on disk. */
export interface KeptCheckpoints extends Checkpoints {
  /** Where they are; there as soon as one is saved. */
  readonly folder: string
  /** How many have been loaded or saved. */
  readonly kept: () => number
}

/**
 * Checkpoints of a run in `<dir>/.<runId>.partial/checkpoints/`, a file each, complete or not there at all. One that is damaged, of
 * another run, or of another JavaScript engine (on which the bits of powers depend) is as good as none.
 */
export function checkpointsIn(dir: string, runId: string): KeptCheckpoints {
  const folder = join(partialFolder(dir, runId), 'checkpoints')
  const keys = new Set<string>()
  const fileOf = (key: string): string => join(folder, `${key}.bin`)
  /** Of the tables and of what they must belong to. */
  const checksum = (key: string, bytes: Uint8Array): Buffer =>
    createHash('sha256')
      .update(JSON.stringify([runId, key, process.versions.v8]))
      .update(bytes)
      .digest()
  return {
    folder,
    kept: () => keys.size,
    async load(key) {
      const file = await readFile(fileOf(key)).catch(nullWhenMissing)
      if (!file) return null
      const bytes = file.subarray(CHECKSUM_BYTES)
      if (!checksum(key, bytes).equals(file.subarray(0, CHECKSUM_BYTES))) return null
      keys.add(key)
      return deserialize(bytes) as readonly ResultTables[]
    },
    async save(key, tables) {
      await mkdir(folder, { recursive: true })
      const bytes = serialize(tables)
      const unfinished = `${fileOf(key)}.${randomUUID()}`
      await writeFile(unfinished, Buffer.concat([checksum(key, bytes), bytes]))
      await rename(unfinished, fileOf(key))
      keys.add(key)
    },
  }
}

/** Every file begins with its SHA-256. */
const CHECKSUM_BYTES = 32
