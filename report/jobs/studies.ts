import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Text } from '../../models/text.ts'
import { readStudy } from '../../scenarios/index.ts'
import { lazily } from '../../sim/lazily.ts'

/** A study that the page can start. */
export interface ListedStudy {
  /** That of a shipped study, or the path of a file as given: what the reader takes. */
  readonly id: string
  readonly title: Text
}

const SHIPPED = fileURLToPath(new URL('../../scenarios/studies/', import.meta.url))

/**
 * Files given on the command line, and the shipped studies whose files are all there: the loan file of a shipped tape need not be.
 *
 * @param files  paths of study files; one that cannot be read is listed all the same, and says why when it is started
 */
export async function listStudies(files: readonly string[]): Promise<ListedStudy[]> {
  const given = files.map(async (file) => ({ id: file, title: (await titleOf(file)) ?? { en: basename(file) } }))
  return [...(await Promise.all(given)), ...(await shipped())]
}

const shipped = lazily(async (): Promise<ListedStudy[]> => {
  const names = (await readdir(SHIPPED)).filter((name) => name.endsWith('.yaml')).sort()
  const listed = names.map(async (name) => {
    const id = basename(name, '.yaml')
    const title = await titleOf(id)
    return title ? [{ id, title }] : []
  })
  return (await Promise.all(listed)).flat()
})

/** The title of a study; null where it cannot be read. */
const titleOf = (study: string): Promise<Text | null> =>
  readStudy(study).then(
    ({ title }) => title,
    () => null,
  )
