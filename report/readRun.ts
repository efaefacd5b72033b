import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Summary } from '../models/result.ts'
import type { Manifest } from './manifest.ts'

/** A run's folder as written by {@link writeRun}, without its tables. */
export interface WrittenRun {
  readonly manifest: Manifest
  readonly summary: Summary
}

/** @throws when the folder has no manifest or summary, or they are not JSON */
export async function readRun(folder: string): Promise<WrittenRun> {
  const [manifest, summary] = await Promise.all(
    ['manifest.json', 'summary.json'].map(async (name): Promise<unknown> =>
      JSON.parse(await readFile(join(folder, name), 'utf8')),
    ),
  )
  return { manifest: manifest as Manifest, summary: summary as Summary }
}
