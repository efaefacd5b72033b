import { describe, expect, test } from 'vitest'
import { assess } from '../../models/lending/assess.ts'
import type { Strategy } from '../../models/strategy.ts'
import { prepareBook } from '../../sim/prepareBook.ts'
import { underShocks } from '../../sim/underShocks.ts'
import type { BookShocks } from '../../sim/underShocks.ts'
import { studyOf } from './synthesise/smallBook.ts'

const study = await studyOf({ loans: 3000 })
const [citicTrade] = study.strategies as [Strategy]
const admission = { ...citicTrade.admission, worstLevel: 9, maxLenders: 5 }
const both = { ...study, strategies: [citicTrade, { ...citicTrade, id: 'lenient', admission }] }
const prepared = await prepareBook(both, both.books[0]!, { masterScale: null, skipBadRows: false })
const CALM: BookShocks = {
  fraudShare: null,
  salesChange: 0,
  sectorSalesChange: {},
  receivableDays: 0,
  sectorReceivableDays: {},
}
const under = (shocks: Partial<BookShocks>, book = prepared) => underShocks(both, book, { ...CALM, ...shocks })

describe('a book under a wave of fraud', () => {
  const wave = under({ fraudShare: 0.15 })
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
    for (const [s, strategy] of both.strategies.entries()) {
      const anew = assess(strategy, wave.firms, wave.book)
      const { obligor, score, level } = wave.lendings[s]!.loans
      expect([...obligor]).toEqual(Array.from(anew.declined.keys()).filter((i) => anew.declined[i] === 0))
      for (const [i, firm] of obligor.entries()) {
        expect(score[i]).toBe(anew.scores[firm])
        expect(level[i]).toBe(anew.levels[firm])
      }
      expect(wave.lendings[s]!.screened!.line).toBe(prepared.lendings[s]!.screened!.line)
    }
    expect(wave.masterScale).toBe(prepared.masterScale)
    expect(wave.derived).toBe(prepared.derived)
  })

  test('has frauds among its loans in place of honest firms, and more loans: frauds look better', () => {
    const frauds = (book: typeof wave): number =>
      book.lendings[0]!.loans.obligor.filter((firm) => book.firms.honesty[firm] === 2).length
    expect(frauds(wave)).toBeGreaterThan(2 * frauds(prepared))
    expect(wave.lendings[0]!.loans.count).toBeGreaterThan(prepared.lendings[0]!.loans.count)
    expect(wave.simulated.firms).toBe(wave.firms)
    expect(wave.simulated.layouts[0]!.loans).toBe(wave.lendings[0]!.loans)
    expect(wave.simulated.guaranteeOrder).toBe(prepared.simulated.guaranteeOrder)
  })

  test('at the share of the book is the book', () => {
    const same = under({ fraudShare: 0.03 })
    expect(same.firms).toEqual(prepared.firms)
    expect(same.lendings[0]!.loans).toEqual(prepared.lendings[0]!.loans)
  })

  test('on top of a wave is the wave of that share alone', () => {
    expect(under({ fraudShare: 0.06 }, wave).lendings[1]!.loans).toEqual(under({ fraudShare: 0.06 }).lendings[1]!.loans)
  })
})

describe('a book under a fall of sales', () => {
  test('needs less, sector by sector; no PD, no score and no applicant changes', () => {
    const slow = under({ salesChange: -0.2, sectorSalesChange: { hospitality: -0.5 } })
    const { labels, codes } = prepared.firms.groupings.get('sector')!
    const { minimum, maximum } = prepared.origin!.book.request
    for (const [i, gap] of prepared.firms.requests.financingGap.entries()) {
      if (gap <= 2 * minimum || gap >= maximum) continue
      const kept = labels[codes[i]!] === 'hospitality' ? 0.5 : 0.8
      expect(slow.firms.requests.financingGap[i]! / gap).toBeCloseTo(kept, 12)
    }
    expect(slow.firms.truePd).toBe(prepared.firms.truePd)
    expect(slow.firms.applicants).toBe(prepared.firms.applicants)
    const [before, after] = [prepared.lendings[0]!.loans, slow.lendings[0]!.loans]
    expect(after.obligor).toEqual(before.obligor)
    expect(after.score).toEqual(before.score)
    expect(after.balance.reduce((a, b) => a + b, 0)).toBeLessThan(0.9 * before.balance.reduce((a, b) => a + b, 0))
  })

  test('longer receivables raise the need', () => {
    const slow = under({ receivableDays: 15 })
    const { median } = prepared.origin!.book.request.cycleDays
    const at = prepared.firms.requests.financingGap.findIndex((gap) => gap > 50 && gap < 100)
    const ratio = slow.firms.requests.financingGap[at]! / prepared.firms.requests.financingGap[at]!
    expect(ratio).toBeCloseTo(1 + 15 / median, 12)
  })
})
