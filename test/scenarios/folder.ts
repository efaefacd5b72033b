import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { InputError } from '../../scenarios/index.ts'

/** A new folder with these files, by relative path; gone when the test is. */
export async function folderWith(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yieldcover-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** Lines of the InputError that reading one of these files gives, with file names relative to their folder. */
export async function problemsOf(
  files: Readonly<Record<string, string | Buffer>>,
  read: (file: string) => Promise<unknown>,
): Promise<string[]> {
  const folder = await folderWith(files)
  const error: unknown = await read(join(folder, Object.keys(files)[0]!)).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof InputError)) throw new Error(`expected an InputError, got ${String(error)}`)
  return error.message.replaceAll(`${folder}/`, '').split('\n')
}
