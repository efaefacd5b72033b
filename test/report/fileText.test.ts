import { describe, expect, test } from 'vitest'
import { fileText } from '../../report/fileText.ts'
import { explainStudy } from '../../sim/explainStudy.ts'
import { studyOf } from '../sim/synthesise/smallBook.ts'

const study = await studyOf({ applicants: 1500 })
const [strategy] = study.strategies
const { unit } = study.books[0]!
const [first] = await explainStudy(study, '1')

describe('an explained file on the terminal', () => {
  test('says what was decided, and why, in lines that fit', () => {
    const text = fileText({ ...first!, declined: 'lenders' }, strategy!.title, unit, 'en')
    expect(text).toContain('firm 1 · CITIC trade scorecard: Declined (number of lenders)')
    for (const part of ['Floor rate', 'grade', 'Willingness to repay', 'level of the card', 'Debt ratio'])
      expect(text).toContain(part)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(150)
  })

  test('in Chinese has no English but what the card says in figures', () => {
    const text = fileText(first!, strategy!.title, unit, 'zh')
    expect(text).toContain('还款意愿')
    expect(text).not.toContain('Willingness')
  })
})
