import { access, readdir } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { suggest } from './describeIssue.ts'
import { addProblem, type Origin, type Reading } from './reading.ts'
import { SHIPPED } from './recordedPath.ts'

/** Kinds of document and the folder of each in this package. */
export const FOLDERS = {
  book: 'books',
  strategy: 'strategies',
  schedule: 'schedules',
  scenario: 'scenarios',
  study: 'studies',
  card: 'cards',
} as const
export type Kind = keyof typeof FOLDERS

/**
 * The file that a reference means: the id of a shipped one, or a path (it has a slash or ends in .yaml, .yml or .json) relative to the
 * file that names it, else to the working directory.
 *
 * @param from where the reference is written; nowhere for one given on the command line
 * @returns absolute path, or null with a problem added for an id that is not shipped. A path may turn out to be missing when read.
 */
export async function findFile(
  kind: Kind,
  reference: string,
  reading: Reading,
  from: Origin | null,
): Promise<string | null> {
  if (isPath(reference)) {
    const beside = resolve(from ? dirname(from.at.file) : '', reference)
    return (await exists(beside)) || !(await exists(resolve(reference))) ? beside : resolve(reference)
  }
  const folder = join(SHIPPED, FOLDERS[kind])
  const ids = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).map(idOf)
  if (ids.includes(reference)) return join(folder, `${reference}.yaml`)
  const at = from?.at ?? { file: resolve(reference), line: 1, column: 1 }
  addProblem(reading, at, from?.path ?? '', `no ${kind} "${reference}"${suggest(reference, ids)}`)
  return null
}

/** The id that a file's name gives to its document. */
export const idOf = (file: string): string => basename(file, extname(file))

const isPath = (reference: string): boolean => /[/\\]|\.(ya?ml|json)$/.test(reference)

export const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
