import { describe, expect, test } from 'vitest'
import { isFault, readBlock } from '../../../../report/client/desk/pasteBlock.ts'

describe('a block from a spreadsheet', () => {
  test('is rows by line and columns by tab, in percent, with or without signs; the last line break is not a row', () => {
    const block = [
      [0.0505, 0.052],
      [0.0515, 0.053],
    ]
    expect(readBlock('5.05\t5.20\n5.15\t5.30\n')).toEqual(block)
    expect(readBlock('5.05%\t5.20%\r\n5.15%\t5.30%\r\n')).toEqual(block)
    expect(readBlock('5,05\t5,20\r5,15\t5,3')).toEqual(block)
  })

  test('is of decimals when all its numbers are below 0.5 and none has a percent sign', () => {
    expect(readBlock('0.0505\t0.052')).toEqual([[0.0505, 0.052]])
    expect(readBlock('0.05%\t0.1%')).toEqual([[0.0005, 0.001]])
    expect(readBlock('0.4\t5.2')).toEqual([[0.004, 0.052]])
  })

  test('leaves out what is empty', () => {
    expect(readBlock('5.05\t\t5.2\n\t\t\n')).toEqual([
      [0.0505, null, 0.052],
      [null, null, null],
    ])
  })

  test('is refused at its first cell that is no number, named by row and column', () => {
    const read = readBlock('5.05\t5.20\n5.15\tn/a\nx\ty')
    expect(isFault(read)).toBe(true)
    expect(read).toEqual({ row: 2, column: 2, text: 'n/a' })
    expect(readBlock('Grade 1\t5.05')).toEqual({ row: 1, column: 1, text: 'Grade 1' })
  })
})
