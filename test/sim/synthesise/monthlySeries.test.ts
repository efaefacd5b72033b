import { describe, expect, test } from 'vitest'
import type { SettlementRecipe } from '../../../models/book.ts'
import { AT } from '../../../sim/synthesise/copulaVariables.ts'
import { FRAUD, HONEST } from '../../../sim/synthesise/honesty.ts'
import { MONTHS_BEFORE, MonthlySeries } from '../../../sim/synthesise/monthlySeries.ts'
import type { FirmSeries } from '../../../sim/synthesise/monthlySeries.ts'
import { Population } from '../../../sim/synthesise/population.ts'
import { bookOf } from './smallBook.ts'

const FIRMS = 400
const MONTHS = 48
const book = await bookOf({ applicants: FIRMS })
const population = new Population(book, 'a seed', 'applicants', true)
const drawn = population.columns(FIRMS)
for (let i = 0; i < FIRMS; i++) population.draw(i, drawn, i)

const seriesWith = (settlement: Partial<SettlementRecipe> = {}, months = MONTHS) =>
  new MonthlySeries({ ...book, settlement: { ...book.settlement, ...settlement } }, 'a seed', 'applicants', months)
const plain = seriesWith()
const copied = (own: FirmSeries): FirmSeries => ({
  ...own,
  sales: own.sales.slice(),
  settlement: own.settlement.slice(),
  deposit: own.deposit.slice(),
})
const rows = (honesty: number): number[] =>
  Array.from(drawn.traits.honesty.keys()).filter((i) => drawn.traits.honesty[i] === honesty)
const truth = (name: keyof typeof AT, i: number): number => drawn.truth[AT[name]]![i]!
const lastYear = (values: Float64Array): number =>
  values.subarray(MONTHS_BEFORE - 12, MONTHS_BEFORE).reduce((sum, x) => sum + x, 0)
/** The middle of the three readings. */
const salesRead = (i: number): number =>
  [drawn.told.taxSales[i]!, drawn.told.meterSales[i]!, drawn.told.flowSales[i]!].sort((a, b) => a - b)[1]!
const honest = rows(HONEST)

describe('the twelve months before drawdown', () => {
  test('add up to the yearly sales of every firm as tax, meters and bank flows show them', () => {
    for (let i = 0; i < FIRMS; i++) expect(lastYear(plain.draw(i, drawn, i).sales) / salesRead(i)).toBeCloseTo(1, 12)
  })

  test('of an honest firm add up to the settlement and the mean deposit of the recipe', () => {
    for (const i of honest) {
      const { settlement, deposit } = plain.draw(i, drawn, i)
      const share = 0.9 * (truth('settlementShare', i) / 0.45) ** 0.7
      const yearly = share * truth('loanShare', i) * truth('annualSales', i)
      expect(lastYear(settlement) / yearly).toBeCloseTo(1, 12)
      const retained = 0.03 * 0.85 * (truth('depositToLoan', i) / 0.14) ** 0.9333
      expect(lastYear(deposit) / 12 / (retained * yearly)).toBeCloseTo(1, 12)
    }
  })

  test('have a regular month as often as the copula says, where noise does not hide it', () => {
    const quiet = {
      noise: { sales: 0, settlement: 0, deposit: 0 },
      window: { mean: 1, quality: 0, sd: 0 },
      irregularMonth: 0,
    }
    const series = seriesWith(quiet)
    let [regular, expected, variance] = [0, 0, 0]
    for (const i of honest) {
      const { settlement } = series.draw(i, drawn, i)
      const q = truth('regularity', i)
      regular += settlement.filter((v) => v > 0).length
      expected += MONTHS * q
      variance += MONTHS * q * (1 - q)
    }
    // Four standard errors: a false alarm once in 16,000 seeds.
    expect(Math.abs(regular - expected)).toBeLessThan(4 * Math.sqrt(variance))
  })
})

describe('months', () => {
  test('do not depend on how many more are drawn', () => {
    const few = seriesWith({}, MONTHS_BEFORE)
    for (const i of [0, 7, 123]) {
      const { sales, settlement, deposit } = copied(few.draw(i, drawn, i))
      const more = plain.draw(i, drawn, i)
      expect(more.sales.subarray(0, MONTHS_BEFORE)).toEqual(sales)
      expect(more.settlement.subarray(0, MONTHS_BEFORE)).toEqual(settlement)
      expect(more.deposit.subarray(0, MONTHS_BEFORE)).toEqual(deposit)
    }
  })

  test('swing with the seasons and with nothing else where there is no noise and no growth', () => {
    const series = seriesWith({ noise: { sales: 0, settlement: 0, deposit: 0 }, seasonality: 0.3 })
    const still = {
      ...drawn,
      truth: drawn.truth.map((column, v) => (v === AT.assetGrowth ? column.slice().fill(0) : column)),
    }
    const { sales } = series.draw(3, still, 3)
    const mean = salesRead(3) / 12
    expect(Math.max(...sales) / mean).toBeCloseTo(1.3, 12)
    expect(Math.min(...sales) / mean).toBeCloseTo(0.7, 12)
    expect(sales[30]).toBeCloseTo(sales[18]!, 9)
  })

  test('grow by the firm’s growth from one year to the next', () => {
    const series = seriesWith({ noise: { sales: 0, settlement: 0, deposit: 0 } })
    for (const i of honest.slice(0, 50)) {
      const { sales } = series.draw(i, drawn, i)
      expect(sales[20]! / sales[8]!).toBeCloseTo(1 + truth('assetGrowth', i), 10)
    }
  })
})

describe('the ramp before a default', () => {
  const noWindow = { window: { mean: 1, quality: 0, sd: 0 } }
  const series = seriesWith({ ...noWindow, ramp: { settlement: 0.35, retention: 0.55, regularity: 0 } })

  test('changes nothing up to drawdown, however near the default', () => {
    const whole = seriesWith()
    for (const i of honest.slice(0, 50)) {
      const calm = copied(whole.draw(i, drawn, i))
      const { sales, settlement, deposit } = whole.draw(i, drawn, i, 1)
      expect(settlement.subarray(0, MONTHS_BEFORE)).toEqual(calm.settlement.subarray(0, MONTHS_BEFORE))
      expect(deposit.subarray(0, MONTHS_BEFORE)).toEqual(calm.deposit.subarray(0, MONTHS_BEFORE))
      expect(sales).toEqual(calm.sales)
    }
  })

  test('rises in a straight line over twelve months, to its full size in the month of the default', () => {
    const [i] = honest
    const calm = copied(series.draw(i!, drawn, i!))
    const { settlement, deposit } = series.draw(i!, drawn, i!, 20)
    for (let month = 1; month <= 20; month++) {
      const m = MONTHS_BEFORE - 1 + month
      const d = Math.max(0, (month - 8) / 12)
      expect(settlement[m]! / calm.settlement[m]!).toBeCloseTo(1 - 0.35 * d, 12)
      expect(deposit[m]! / settlement[m]! / (calm.deposit[m]! / calm.settlement[m]!)).toBeCloseTo(1 - 0.55 * d, 12)
    }
  })

  test('makes months irregular that were regular, never the other way', () => {
    const falling = seriesWith({ ...noWindow, ramp: { settlement: 0, retention: 0, regularity: 0.35 } })
    let lost = 0
    for (const i of honest) {
      const calm = copied(falling.draw(i, drawn, i))
      const { settlement } = falling.draw(i, drawn, i, 12)
      for (let m = MONTHS_BEFORE; m < MONTHS_BEFORE + 12; m++) {
        const ratio = settlement[m]! / calm.settlement[m]!
        if (Math.abs(ratio - 1) < 1e-9) continue
        expect(ratio).toBeCloseTo(book.settlement.irregularMonth, 9)
        lost++
      }
    }
    expect(lost / (12 * honest.length)).toBeGreaterThan(0.1)
  })
})

describe('a fraud', () => {
  const frauds = rows(FRAUD)
  const asHonest = { ...drawn, traits: { ...drawn.traits, honesty: drawn.traits.honesty.slice().fill(HONEST) } }
  const yearly = (columns: typeof drawn, i: number, series = plain) => {
    const { settlement, deposit, sameDay, elsewhere } = series.draw(i, columns, i)
    return { settlement: lastYear(settlement), deposit: lastYear(deposit) / 12, sameDay, elsewhere }
  }
  const stays = seriesWith({ evasion: { share: 0, kept: 0 } })

  test('who sends money round shows more turnover by as much as he sends, most of it in and out the same day', () => {
    const round = frauds.filter((i) => drawn.traits.roundTrip[i]! > 1)
    expect(round.length).toBeGreaterThan(3)
    for (const i of round) {
      const sent = drawn.traits.roundTrip[i]! - 1
      const settled =
        0.9 * (truth('settlementShare', i) / 0.45) ** 0.7 * truth('loanShare', i) * truth('annualSales', i)
      const { settlement, sameDay } = yearly(drawn, i, stays)
      expect(settlement / settled).toBeCloseTo(1 + 0.2 * sent, 10)
      expect((settlement * (1 + sameDay)) / settled).toBeCloseTo(1.05 + sent, 10)
    }
  })

  test('leaves less on deposit: who sends money round the least', () => {
    for (const i of frauds) {
      const { deposit } = yearly(drawn, i, stays)
      const sent = { ...asHonest, traits: { ...asHonest.traits, roundTrip: asHonest.traits.roundTrip.slice().fill(1) } }
      const left = drawn.traits.roundTrip[i]! > 1 ? 0.45 : 0.6
      expect(deposit / yearly(sent, i, stays).deposit).toBeCloseTo(left, 12)
    }
  })

  test('who evades leaves part of his settlement here, and settles the rest elsewhere', () => {
    const evades = seriesWith({ evasion: { share: 1, kept: 0.3 } })
    for (const i of frauds) {
      const kept = yearly(drawn, i, evades)
      const whole = yearly(drawn, i, stays)
      expect(kept.settlement / whole.settlement).toBeCloseTo(0.3, 12)
      if (drawn.traits.roundTrip[i] === 1)
        expect(kept.settlement + kept.elsewhere * truth('annualSales', i)).toBeCloseTo(whole.settlement + whole.elsewhere * truth('annualSales', i), 6) // prettier-ignore
    }
    for (const i of honest.slice(0, 20)) expect(yearly(drawn, i, evades)).toEqual(yearly(drawn, i, stays))
  })
})

test('a median of nothing is refused', () => {
  const none = { kind: 'normal', mean: 0, sd: 0.1, min: 0 } as const
  expect(
    () =>
      new MonthlySeries({ ...book, marginals: { ...book.marginals, depositToLoan: none } }, 'a seed', 'applicants', 24),
  ).toThrow('book small-firms: marginals.depositToLoan must have a median > 0 for settlement, got 0 in manufacturing')
})

test('the first firm’s first months are pinned', () => {
  const { sales, settlement, deposit } = plain.draw(0, drawn, 0)
  expect([sales[0], settlement[0], deposit[0], settlement[47]]).toMatchInlineSnapshot(`
    [
      131.37465385666786,
      25.483481407666222,
      2.5909187840498524,
      11.650215817772862,
    ]
  `)
})
