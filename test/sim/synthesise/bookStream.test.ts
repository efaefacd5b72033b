import { expect, test } from 'vitest'
import { bookStream } from '../../../sim/synthesise/bookStream.ts'
import { bookSettings } from '../equalBook.ts'
import { bookOf } from './smallBook.ts'

test('the first population has the streams of the book, another its own', async () => {
  const book = await bookOf({ applicants: 1 })
  expect(bookStream(book)).toEqual(['small-firms'])
  expect(bookStream({ ...book, population: 2 })).toEqual(['small-firms', 2])
})

test('a tape has one population', () => {
  expect(bookStream(bookSettings([]))).toEqual(['equal'])
})
