import type { Kind } from './findFile.ts'
import type { LocatedMap } from './located.ts'
import { readNamed } from './readItem.ts'
import { finish, startReading, type Reading } from './reading.ts'

/**
 * One document by itself: a shipped one by its id, or any file by its path, checked and with every default filled in.
 *
 * @param check the check of its kind
 * @throws {InputError} naming every problem with file, line and column
 */
export async function readOne<T>(
  kind: Kind,
  idOrPath: string,
  check: (document: LocatedMap, reading: Reading) => T | null | Promise<T | null>,
): Promise<T> {
  const reading = startReading()
  const document = await readNamed(kind, idOrPath, reading)
  return finish(reading, document && (await check(document, reading)))
}
