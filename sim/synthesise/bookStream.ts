import type { Book } from '../../models/book.ts'

/**
 * What the streams of a book are named by. Another population of a recipe has streams of its own; the first has those of the book
 * itself.
 *
 *     streamKey(seed, 'history', ...bookStream(book))
 */
export const bookStream = (book: Book): readonly (string | number)[] =>
  book.kind === 'synthetic' && book.population > 1 ? [book.id, book.population] : [book.id]
