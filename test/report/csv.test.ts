import { describe, expect, test } from 'vitest'
import { parseCsv } from '../../report/csv.ts'

const texts = (csv: string): string[][] => parseCsv(csv).map((row) => row.map(({ text }) => text))

describe('CSV text', () => {
  test('splits into rows at LF or CRLF and into values at commas', () => {
    expect(texts('a,b\n1,2\r\n3,4')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test('keeps empty values, also the last one of a row and of the file', () => {
    expect(texts('a,,c\n,2,\n1,')).toEqual([
      ['a', '', 'c'],
      ['', '2', ''],
      ['1', ''],
    ])
  })

  test('drops empty lines and blanks round a plain value', () => {
    expect(texts('a , b\n\n\r\n 1,2\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('keeps commas, quotes, blanks and line ends inside quotes', () => {
    expect(texts('"a, b","say ""yes""","two\nlines"," x "\n1,2,3,4')).toEqual([
      ['a, b', 'say "yes"', 'two\nlines', ' x '],
      ['1', '2', '3', '4'],
    ])
  })

  test('knows the line and column of every value, also after a value of two lines', () => {
    expect(parseCsv('ab,c\n"x\ny",z\nlast').flat()).toEqual([
      { text: 'ab', line: 1, column: 1 },
      { text: 'c', line: 1, column: 4 },
      { text: 'x\ny', line: 2, column: 1 },
      { text: 'z', line: 3, column: 4 },
      { text: 'last', line: 4, column: 1 },
    ])
  })

  test('does not lose what follows a closing quote', () => {
    expect(texts('"a"b,c')).toEqual([['ab', 'c']])
  })

  test('refuses a quote that is never closed, naming its line', () => {
    expect(() => parseCsv('a,b\n1,"2\n3')).toThrow('line 2: the quote at column 3 is never closed')
  })

  test('of an empty text has no rows', () => {
    expect(parseCsv('')).toEqual([])
  })
})
