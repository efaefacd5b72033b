import { describe, expect, test } from 'vitest'
import { explainStudy } from '../../sim/explainStudy.ts'
import { prepareBook } from '../../sim/prepareBook.ts'
import { strategyOf } from '../strategyOf.ts'
import { studyOf } from './synthesise/smallBook.ts'

const study = await studyOf({ applicants: 1500 })
const [citicTrade] = study.strategies
const lenient = { ...citicTrade!, id: 'lenient', admission: strategyOf().admission }
const both = { ...study, strategies: [citicTrade!, lenient] }

describe('a firm explained', () => {
  test('has the decision, PD and grade that the study gives it, by every strategy', async () => {
    const prepared = await prepareBook(both, both.books[0]!, { masterScale: null, skipBadRows: false })
    const declined = prepared.lendings[0]!.screened!.assessment.declined.findIndex((code) => code > 0)
    const files = await explainStudy(both, prepared.firms.ids[declined]!)
    expect(files.map(({ strategy }) => strategy)).toEqual(['citic-trade', 'lenient'])
    expect(files[0]!.declined).not.toBeNull()
    expect(files[1]!.declined).toBeNull()
    const { loans } = prepared.lendings[1]!
    const loan = loans.obligor.indexOf(declined)
    expect(files[1]!.pd.assigned).toBe(loans.assignedPd[loan])
    expect(files[1]!.pd.grade).toBe(loans.grade[loan])
    expect(files[1]!.line.balance).toBe(loans.balance[loan])
  })

  test('must be one of the book', async () => {
    await expect(explainStudy(both, '1501')).rejects.toThrow('firm must be one of 1 to 1500, got "1501"')
  })
})
