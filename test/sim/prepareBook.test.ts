import { describe, expect, test } from 'vitest'
import { assess } from '../../models/originate.ts'
import type { Strategy } from '../../models/study.ts'
import { prepareBook, underFraud } from '../../sim/prepareBook.ts'
import { numbersOf } from '../../sim/synthesise/toApplicants.ts'
import { studyOf } from './synthesise/smallBook.ts'

const study = await studyOf({ loans: 3000 })
const [citicTrade] = study.strategies as [Strategy]
const lenient: Strategy = { ...citicTrade, id: 'lenient', admission: { worstLevel: 9, maxLenders: 5 } }
const both = { ...study, strategies: [citicTrade, lenient] }
const options = { masterScale: null, skipBadRows: false }
const prepared = await prepareBook(both, both.books[0]!, options)

describe('a prepared book', () => {
  test('has the loans that each strategy alone would grant', async () => {
    const alone = { ...study, strategies: [lenient] }
    const { loans } = await prepareBook(alone, alone.books[0]!, options)
    expect(prepared.loans[1]).toEqual(loans[0])
    expect(prepared.loans[0]!.count).toBe(3000)
    expect(prepared.loans[1]!.count).toBeGreaterThan(3000)
  })

  test('takes the borrowers of its reference strategy into guarantee networks first', () => {
    const { guaranteeOrder } = prepared.simulated
    const borrowers = [...guaranteeOrder.subarray(0, guaranteeOrder.indexOf(-1))].sort((a, b) => a - b)
    expect(borrowers).toEqual([...prepared.loans[0]!.obligor])
  })

  test('is refused when a strategy grants nothing', async () => {
    const nobody = { ...study, strategies: [{ ...citicTrade, admission: { worstLevel: 0, maxLenders: 5 } }] }
    await expect(prepareBook(nobody, nobody.books[0]!, options)).rejects.toThrow('strategy citic-trade grants no loan')
  })
})

describe('a book under a wave of fraud', () => {
  const wave = underFraud(both, prepared, 0.15)
  const changed = Array.from(prepared.firms.honesty.keys()).filter(
    (i) => wave.firms.honesty[i] !== prepared.firms.honesty[i],
  )

  test('has the same applicants, and the same but riskier firms among them', () => {
    expect(wave.firms.count).toBe(prepared.firms.count)
    expect(wave.firms.ids).toBe(prepared.firms.ids)
    expect(wave.firms.requests).toBe(prepared.firms.requests)
    expect(changed.length).toBeGreaterThan(200)
    const turned = new Set(changed)
    for (let i = 0; i < wave.firms.count; i++) {
      const [before, after] = [prepared.firms.truePd[i]!, wave.firms.truePd[i]!]
      if (turned.has(i) ? !(after > before) : after !== before) expect.fail(`firm ${i}: true PD ${before} to ${after}`)
    }
  })

  test('is lent to as if everybody had been scored anew, by the bank of before', () => {
    const { population, drawn } = prepared.lending!
    const lenders = numbersOf(population.variables, drawn, 'lenders')!
    for (const [s, strategy] of both.strategies.entries()) {
      const anew = assess(strategy, wave.firms.applicants!, lenders)
      const { obligor, score, level, assignedPd } = wave.loans[s]!
      expect([...obligor]).toEqual(Array.from(anew.admitted.keys()).filter((i) => anew.admitted[i] === 1))
      const { assignPd } = prepared.lending!.strategies[s]!
      for (const [i, firm] of obligor.entries()) {
        expect(score[i]).toBe(anew.scores[firm])
        expect(level[i]).toBe(anew.levels[firm])
        expect(assignedPd[i]).toBe(assignPd(anew.scores[firm]!, anew.levels[firm]!))
      }
    }
    expect(wave.masterScale).toBe(prepared.masterScale)
    expect(wave.derived).toBe(prepared.derived)
  })

  test('has frauds among its loans in place of honest firms, and more loans: frauds look better', () => {
    const frauds = (book: typeof wave): number =>
      book.loans[0]!.obligor.filter((firm) => book.firms.honesty[firm] === 2).length
    expect(frauds(wave)).toBeGreaterThan(2 * frauds(prepared))
    expect(wave.loans[0]!.count).toBeGreaterThan(prepared.loans[0]!.count)
    expect(wave.simulated.firms).toBe(wave.firms)
    expect(wave.simulated.layouts[0]!.loans).toBe(wave.loans[0])
    expect(wave.simulated.guaranteeOrder).toBe(prepared.simulated.guaranteeOrder)
  })

  test('at the share of the book is the book', () => {
    const same = underFraud(both, prepared, 0.03)
    expect(same.firms).toEqual(prepared.firms)
    expect(same.loans).toEqual(prepared.loans)
  })

  test('on top of a wave is the wave of that share alone', () => {
    expect(underFraud(both, wave, 0.06).loans).toEqual(underFraud(both, prepared, 0.06).loans)
  })
})
