import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runToFolder, type WrittenRun } from '../../report/runToFolder.ts'
import { readStudy } from '../../scenarios/index.ts'
import { runStudy } from '../../sim/runStudy.ts'

/** A study of 200 loans that takes a second. */
const TINY = `
extends: committee
books: [{ extends: small-firms, id: tiny, size: { loans: 200 } }]
scenarios: [baseline, severe_downturn]
simulation: { paths: 200, seed: tiny }
lawOfLargeNumbers: null
`

/** Writes the tiny study into a folder. @returns path of its file */
export function tinyStudy(folder: string): string {
  const file = join(folder, 'tiny.yaml')
  writeFileSync(file, TINY)
  return file
}

/** Runs the tiny study, as the command line does. */
export async function tinyRun(folder: string): Promise<WrittenRun & { readonly runsDir: string }> {
  const study = await readStudy(tinyStudy(folder))
  const runsDir = join(folder, 'runs')
  const { signal } = new AbortController()
  const run = await runToFolder(study, { dir: runsDir, lang: 'en', signal }, (checkpoints) =>
    runStudy(study, { workers: 1, checkpoints }),
  )
  return { ...run, runsDir }
}
