import type { SyntheticBook } from '../../../models/book.ts'
import type { Study } from '../../../models/study.ts'
import { readStudy } from '../../../scenarios/index.ts'

/** The committee's study with its book drawn down to a size. */
export async function studyOf(size: SyntheticBook['size'], change: Partial<SyntheticBook> = {}): Promise<Study> {
  const study = await readStudy('scenarios/studies/committee.yaml')
  return { ...study, books: [{ ...(study.books[0] as SyntheticBook), size, ...change }] }
}

/** That book alone. */
export async function bookOf(size: SyntheticBook['size'], change: Partial<SyntheticBook> = {}): Promise<SyntheticBook> {
  const { books } = await studyOf(size, change)
  return books[0] as SyntheticBook
}
