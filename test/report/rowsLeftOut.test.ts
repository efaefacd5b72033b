import { describe, expect, test } from 'vitest'
import { rowsLeftOut } from '../../report/rowsLeftOut.ts'
import { fixtureRun } from './fixture.ts'

describe('rowsLeftOut', () => {
  const { books } = fixtureRun()
  const [synthetic] = books
  const tape = {
    ...synthetic!,
    book: { ...synthetic!.book, title: { en: 'Tape' } },
    loans: [{ strategy: {}, loans: { count: 148 } }] as unknown as (typeof books)[number]['loans'],
  }
  const skipped = { rowsSkipped: 1353, problems: ['t.csv:2 a', 't.csv:3 b', 't.csv:4 c', 't.csv:5 d'] }

  test('counts the rows read and lists the first reasons, of books with rows left out', () => {
    const derived = { books: [{ applicants: 10 }, skipped, { rowsSkipped: 0, problems: [] }] }
    expect(rowsLeftOut({ derived, books: [synthetic!, tape, tape] })).toEqual([
      { book: { en: 'Tape' }, skipped: 1353, read: 1501, problems: ['t.csv:2 a', 't.csv:3 b', 't.csv:4 c'] },
    ])
  })

  test('says so once for the variants of a vary study', () => {
    expect(rowsLeftOut({ derived: { books: [skipped, skipped] }, books: [tape, tape] })).toHaveLength(1)
  })

  test('finds none in a run without tapes', () => {
    expect(rowsLeftOut(fixtureRun())).toEqual([])
  })
})
