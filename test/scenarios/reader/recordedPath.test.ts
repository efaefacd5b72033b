import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordedPath, SHIPPED, shownPath } from '../../../scenarios/reader/recordedPath.ts'

test('a shipped document is recorded relative to the package, whatever the study', () => {
  for (const home of ['/home/a', join(SHIPPED, 'studies'), '/'])
    expect(recordedPath(join(SHIPPED, 'cards/citic-trade.yaml'), home)).toBe('scenarios/cards/citic-trade.yaml')
})

test('any other file is recorded relative to the study, unless they share no folder', () => {
  expect(recordedPath('/home/a/books/b.yaml', '/home/a')).toBe('books/b.yaml')
  expect(recordedPath('/home/a/books/b.yaml', '/home/a/studies')).toBe('../books/b.yaml')
  expect(recordedPath('/data/b.csv', '/home/a')).toBe('/data/b.csv')
  expect(recordedPath('/data/b.csv', '/')).toBe('data/b.csv')
})

test('a file is shown relative to the working directory when below it', () => {
  expect(shownPath(join(process.cwd(), 'a/b.yaml'))).toBe('a/b.yaml')
  expect(shownPath('/nowhere/b.yaml')).toBe('/nowhere/b.yaml')
  expect(shownPath(join(process.cwd(), '..near'))).toBe('..near')
})
