import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closed, historyOf, record, redone, undone } from '../../../../report/client/desk/history.ts'

describe('the history of edits', () => {
  test('undoing every edit and redoing them passes through the same values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 30 }), (values) => {
        const edits = values.filter((value, i) => value !== (i === 0 ? 0 : values[i - 1]))
        let history = edits.reduce((done, value) => record(done, value), historyOf(0))
        const seen: number[] = []
        while (history.past.length > 0) {
          seen.unshift(history.present)
          history = undone(history)
        }
        expect(history.present).toBe(0)
        for (const value of seen) {
          history = redone(history)
          expect(history.present).toBe(value)
        }
        expect(redone(history)).toBe(history)
      }),
    )
  })

  test('keystrokes of one place are one step, until it is left or another is edited', () => {
    let history = record(record(record(historyOf('5.05'), '5', 'at 3'), '5.', 'at 3'), '5.1', 'at 3')
    expect(undone(history).present).toBe('5.05')
    history = record(closed(history), '5.2', 'at 3')
    expect(undone(history).present).toBe('5.1')
    history = record(history, '6', 'at 4')
    expect(undone(history).present).toBe('5.2')
  })

  test('after an undo the next keystroke is a step of its own, and what was undone cannot be redone', () => {
    const history = record(undone(record(historyOf(1), 2, 'at 3')), 3, 'at 3')
    expect(history.past).toEqual([1])
    expect(redone(history)).toBe(history)
  })

  test('an edit that changes nothing is no step', () => {
    const history = historyOf(1)
    expect(record(history, 1)).toBe(history)
  })

  test('the oldest of more than 500 edits are forgotten', () => {
    let history = historyOf(0)
    for (let i = 1; i <= 600; i++) history = record(history, i)
    expect([history.past.length, history.past[0]]).toEqual([500, 100])
  })
})
