import { UsageError } from '../errors.ts'

/**
 * Position, in one of a study's lists, of the item that an option names: the first where it names none.
 *
 * @throws {UsageError} when no item has the id
 */
export function indexOf(items: readonly { readonly id: string }[], id: string | undefined, flag: string): number {
  const index = id === undefined ? 0 : items.findIndex((item) => item.id === id)
  if (index < 0) throw new UsageError(`${flag}: must be one of ${items.map((item) => item.id).join(', ')}, got ${id}`)
  return index
}
