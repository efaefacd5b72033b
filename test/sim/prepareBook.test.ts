import { describe, expect, test } from 'vitest'
import type { Strategy } from '../../models/strategy.ts'
import { prepareBook } from '../../sim/prepareBook.ts'
import { studyOf } from './synthesise/smallBook.ts'

const study = await studyOf({ loans: 3000 })
const [citicTrade] = study.strategies as [Strategy]
const lenient: Strategy = {
  ...citicTrade,
  id: 'lenient',
  admission: { ...citicTrade.admission, worstLevel: 9, maxLenders: 5 },
}
const both = { ...study, strategies: [citicTrade, lenient] }
const options = { masterScale: null, skipBadRows: false }
const prepared = await prepareBook(both, both.books[0]!, options)

describe('a prepared book', () => {
  test('has the loans that each strategy alone would grant', async () => {
    const alone = { ...study, strategies: [lenient] }
    const { lendings } = await prepareBook(alone, alone.books[0]!, options)
    expect(prepared.lendings[1]!.loans).toEqual(lendings[0]!.loans)
    expect(prepared.lendings[0]!.loans.count).toBe(3000)
    expect(prepared.lendings[1]!.loans.count).toBeGreaterThan(3000)
  })

  test('takes the borrowers of its reference strategy into guarantee networks first', () => {
    const { guaranteeOrder } = prepared.simulated
    const borrowers = [...guaranteeOrder.subarray(0, guaranteeOrder.indexOf(-1))].sort((a, b) => a - b)
    expect(borrowers).toEqual([...prepared.lendings[0]!.loans.obligor])
  })

  test('is refused when a strategy grants nothing', async () => {
    const strict = { ...citicTrade, admission: { ...citicTrade.admission, worstLevel: 0 } }
    const nobody = { ...study, strategies: [strict] }
    await expect(prepareBook(nobody, nobody.books[0]!, options)).rejects.toThrow('strategy citic-trade grants no loan')
  })
})
