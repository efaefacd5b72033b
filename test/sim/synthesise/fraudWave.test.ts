import { describe, expect, test } from 'vitest'
import { fraudWave } from '../../../sim/synthesise/fraudWave.ts'
import { FRAUD, HONEST } from '../../../sim/synthesise/honesty.ts'
import { synthesise } from '../../../sim/synthesise/synthesise.ts'
import { toApplicants } from '../../../sim/synthesise/toApplicants.ts'
import { bookOf } from './smallBook.ts'

const FIRMS = 20_000
const book = await bookOf({ applicants: FIRMS })
const { population, drawn } = await synthesise(book, 'a seed')
const wave = (share: number) => fraudWave(book, population, drawn, share, 'a seed')
const frauds = (honesty: Uint8Array): Set<number> =>
  new Set(Array.from(honesty.keys()).filter((i) => honesty[i] === FRAUD))

describe('a wave of fraud', () => {
  test('makes the stated share fraudulent, the frauds of before among them', () => {
    const before = frauds(drawn.traits.honesty)
    for (const share of [0.05, 0.12, 0.4]) {
      const after = frauds(wave(share).drawn.traits.honesty)
      const error = Math.sqrt((share * (1 - share)) / FIRMS)
      // Three bounds of four standard errors: a false alarm once in 5,000 seeds.
      expect(Math.abs(after.size / FIRMS - share), `${after.size / FIRMS} for ${share}`).toBeLessThan(4 * error)
      expect([...before].every((firm) => after.has(firm))).toBe(true)
    }
  })

  test('turns the same firms and more with a larger share', () => {
    const some = frauds(wave(0.06).drawn.traits.honesty)
    const more = frauds(wave(0.1).drawn.traits.honesty)
    expect([...some].every((firm) => more.has(firm))).toBe(true)
    expect(more.size).toBeGreaterThan(some.size)
  })

  test('of the share that the book has changes nobody, and shares every column', () => {
    const same = wave(book.honesty.fraud.share)
    expect(same.rows).toHaveLength(0)
    expect(same.drawn.told.annualSales).toBe(drawn.told.annualSales)
    expect(same.drawn).toEqual(drawn)
  })

  test('leaves every firm alone whose honesty stays, and what the others are, owe and ask for', () => {
    const { rows, drawn: after } = wave(0.1)
    const turned = new Set(rows)
    expect(turned.size).toBeGreaterThan(500)
    for (const name of Object.keys(drawn.told) as (keyof typeof drawn.told)[])
      for (let i = 0; i < FIRMS; i++) {
        if (turned.has(i)) continue
        if (after.told[name][i] !== drawn.told[name][i]) expect.fail(`${name} of firm ${i} changed`)
      }
    expect(after.truth).toBe(drawn.truth)
    expect(after.request).toBe(drawn.request)
    for (const name of ['sector', 'region', 'cluster', 'age', 'quality', 'fraudUniform'] as const)
      expect(after.traits[name]).toBe(drawn.traits[name])
  })

  test('changes settlement with the rest of what is shown, to what the firm would show had it been a fraud from the first', async () => {
    const { population, drawn } = await synthesise(await bookOf({ applicants: 3000 }), 'a seed', { settlement: true })
    const { rows, changed, drawn: after } = fraudWave(book, population, drawn, 0.3, 'a seed')
    const turned = new Set(rows)
    const { grossTurnover, cashSales } = after.settlement!
    for (let i = 0; i < 3000; i++) {
      if (turned.has(i)) continue
      expect(grossTurnover[i]).toBe(drawn.settlement!.grossTurnover[i])
      expect(cashSales[i]).toBe(drawn.settlement!.cashSales[i])
    }
    const round = Array.from(rows.keys()).filter((i) => changed.traits.roundTrip[i]! > 1)
    const share = round.length / rows.length
    const { roundTrip } = book.honesty.fraud
    // Four standard errors: a false alarm once in 16,000 seeds.
    expect(Math.abs(share - roundTrip)).toBeLessThan(4 * Math.sqrt((roundTrip * (1 - roundTrip)) / rows.length))
    const loans = (columns: typeof drawn) =>
      toApplicants(population.variables, columns).get('allBankLoans') as Float64Array
    for (const i of round) {
      const row = rows[i]!
      expect(after.settlement!.sameDayTurnover[row]! / grossTurnover[row]!).toBeGreaterThan(0.2)
      expect(loans(after)[row]! / loans(drawn)[row]!).toBeCloseTo(after.traits.roundTrip[row]!, 12)
      expect(loans(changed)[i]).toBe(loans(after)[row])
    }
  })

  test('raises logit h by the weight of fraud, and the sales and debt that are shown', () => {
    const { rows, drawn: after } = wave(0.1)
    for (const row of rows) {
      expect(after.traits.logit[row]! - drawn.traits.logit[row]!).toBeCloseTo(book.defaultLogit.fraud, 10)
      expect(after.told.debtRatio[row]).toBeLessThan(drawn.told.debtRatio[row]!)
      if (drawn.traits.honesty[row] === HONEST)
        expect(after.told.annualSales[row]).toBeGreaterThan(drawn.told.annualSales[row]!)
    }
  })

  test('of a smaller share leaves some of the frauds, and makes the others honest or shading as often as everybody', () => {
    const { rows, drawn: after } = wave(0.01)
    const left = frauds(after.traits.honesty)
    expect(left.size).toBeGreaterThan(0)
    expect([...left].every((firm) => drawn.traits.honesty[firm] === FRAUD)).toBe(true)
    const { share } = book.honesty.shading
    const honest = rows.filter((row) => after.traits.honesty[row] === HONEST).length / rows.length
    expect(rows.length).toBeGreaterThan(200)
    expect(Math.abs(honest - (1 - share))).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / rows.length))
  })
})
