import { createHash } from 'node:crypto'
import type { Study } from '../models/study.ts'
import { VERSION } from './version.ts'

/**
 * Name of a run: the first 12 hex digits of a hash of everything its figures depend on — the resolved study with its command
 * line overrides, the data read, and the version. Worker threads, output folders and languages are not in it.
 */
export function runId(study: Study): string {
  const data = Object.entries(study.inputs).filter(([file]) => !/\.(ya?ml|json)$/i.test(file))
  const hashes = data.map(([, hash]) => hash).sort()
  const canonical = JSON.stringify([VERSION, hashes, study], (key, value: unknown) =>
    MACHINE_DEPENDENT.has(key) ? undefined : sorted(value),
  )
  return createHash('sha256').update(canonical).digest('hex').slice(0, 12)
}

/** Paths, which depend on where one stands; the content of a tape is in its hash, that of the YAML files in the study. */
const MACHINE_DEPENDENT = new Set(['file', 'filePath', 'notices', 'inputs'])

/** The same value with the keys of maps in alphabetical order. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
