/** Who borrows: a synthetic population or a loan tape. */
import { z } from 'zod'
import { syntheticBook } from './syntheticBook.ts'
import { tapeBook } from './tapeBook.ts'

/** Strategy whose admitted loans carry a synthetic book's base default rate, where the book names none. */
export const REFERENCE_STRATEGY = 'citic-trade'

export const book = z.discriminatedUnion('kind', [syntheticBook, tapeBook])
