import { readFile, readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Text } from '../../models/study.ts'

/** A study that the page can start. */
export interface ListedStudy {
  /** That of a shipped study, or the path of a file as given: what the reader takes. */
  readonly id: string
  readonly title: Text
}

const SHIPPED = fileURLToPath(new URL('../../scenarios/studies/', import.meta.url))

/**
 * The shipped studies, and files given on the command line.
 *
 * @param files  paths of study files; one that cannot be read is listed all the same, and says why when it is started
 */
export async function listStudies(files: readonly string[]): Promise<ListedStudy[]> {
  const names = (await readdir(SHIPPED)).filter((name) => name.endsWith('.yaml')).sort()
  const given = files.map(async (file) => ({ id: file, title: await titleOf(file, basename(file)) }))
  const shipped = names.map(async (name) => {
    const id = basename(name, '.yaml')
    return { id, title: await titleOf(`${SHIPPED}${name}`, id) }
  })
  return Promise.all([...given, ...shipped])
}

const titled = z.object({
  title: z.union([
    z.string().transform((en): Text => ({ en })),
    z.object({ en: z.string(), zh: z.string().optional() }),
  ]),
})

/** The title that a study's file says; its name where there is none. */
async function titleOf(file: string, name: string): Promise<Text> {
  try {
    return titled.parse(parse(await readFile(file, 'utf8'))).title
  } catch {
    return { en: name }
  }
}
