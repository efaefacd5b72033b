import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Book, TapeBook } from '../../models/book.ts'
import { book as schema } from '../schema/book.ts'
import { checkItem } from './checkItem.ts'
import { exists } from './findFile.ts'
import { locate, type LocatedMap } from './located.ts'
import { readOne } from './readOne.ts'
import { addProblem, type Reading } from './reading.ts'
import { shownPath } from './recordedPath.ts'

/** A book by its id or path, see {@link readOne}. */
export const readBook = (idOrPath: string): Promise<Book> => readOne('book', idOrPath, toBook)

/** A book checked, and of a tape the file found (relative to the file that names it) and hashed. */
export async function toBook(document: LocatedMap, reading: Reading): Promise<Book | null> {
  const book: Book | null = checkItem(schema, document, reading)
  return book?.kind === 'tape' ? withFile(book, document, reading) : book
}

async function withFile(book: TapeBook, document: LocatedMap, reading: Reading): Promise<TapeBook | null> {
  const { at, name } = locate(document, ['file'])
  const folder = dirname(at.file)
  const file = reading.resolved ? await moved(book, folder) : resolve(folder, book.file)
  try {
    const hash = createHash('sha256')
    await pipeline(createReadStream(file), hash)
    reading.inputs.set(file, hash.digest('hex'))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const elsewhere = reading.resolved ? `, nor ${book.filePath} beside this file or in the working directory` : ''
    addProblem(
      reading,
      at,
      name,
      `names ${shownPath(file)}: ${code === 'ENOENT' ? `no such file${elsewhere}` : `cannot be read (${code})`}`,
    )
    return null
  }
  return { ...book, file }
}

/** The tape of a manifest: where the run read it, else as the book names it, from the manifest's folder or the working directory. */
async function moved(book: TapeBook, folder: string): Promise<string> {
  for (const file of [book.file, resolve(folder, book.filePath), resolve(book.filePath)])
    if (await exists(file)) return file
  return book.file
}
