import { describe, expect, test } from 'vitest'
import { COPULA_VARIABLES } from '../../../models/book.ts'
import { AT } from '../../../sim/synthesise/copulaVariables.ts'
import type { FirmColumns } from '../../../sim/synthesise/firmColumns.ts'
import { FRAUD, HONEST } from '../../../sim/synthesise/honesty.ts'
import { Population } from '../../../sim/synthesise/population.ts'
import { isSettlementField } from '../../../sim/synthesise/settlementColumns.ts'
import { toApplicants } from '../../../sim/synthesise/toApplicants.ts'
import { settlementCard } from '../../models/settlement/settlementCard.ts'
import { bookOf } from './smallBook.ts'

const FIRMS = 500
const book = await bookOf({ applicants: FIRMS })
const population = new Population(book, 'a seed', 'applicants')
const drawn = population.columns(FIRMS)
for (let i = 0; i < FIRMS; i++) population.draw(i, drawn, i)

/** A row of every column, by name. */
const rowOf = ({ traits, truth, told, request }: FirmColumns, row: number) => {
  const of = (columns: Readonly<Record<string, ArrayLike<number>>>) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[row]!]))
  const variables = Object.fromEntries(COPULA_VARIABLES.map((name, v) => [name, truth[v]!]))
  return { traits: of(traits), truth: of(variables), told: of(told), request: of(request) }
}

/** The firm drawn alone. */
const alone = (index: number, honesty?: number) => {
  const one = population.columns(1)
  population.draw(index, one, 0, honesty)
  return rowOf(one, 0)
}

describe('a firm', () => {
  test('is the same drawn alone, after others, or by another population of the same seed', () => {
    expect(alone(317)).toEqual(rowOf(drawn, 317))
    const again = new Population(book, 'a seed', 'applicants')
    const one = again.columns(1)
    again.draw(317, one, 0)
    expect(rowOf(one, 0)).toEqual(rowOf(drawn, 317))
  })

  test('is another in the history, under another seed and in another population of the recipe', () => {
    for (const other of [
      new Population({ ...book, population: 2 }, 'a seed', 'applicants'),
      new Population(book, 'a seed', 'history'),
      new Population(book, 'another seed', 'applicants'),
    ]) {
      const one = other.columns(1)
      other.draw(317, one, 0)
      expect(rowOf(one, 0).traits.quality).not.toBe(drawn.traits.quality[317])
    }
  })

  test('tells the same whether or not it is asked for a loan', () => {
    const one = population.columns(1)
    population.tell(42, one, 0)
    const full = rowOf(drawn, 42)
    const told = rowOf(one, 0)
    expect(told.traits).toEqual(full.traits)
    expect(told.told).toEqual(full.told)
    expect(told.truth).toEqual({ ...full.truth, margin: 0, loanShare: 0 })
    expect(told.request.amount).toBe(0)
  })

  test('that is honest reports the truth; one that shades only other sales', () => {
    for (let i = 0; i < FIRMS; i++) {
      const { traits, truth, told } = rowOf(drawn, i)
      if (traits['honesty'] === FRAUD) continue
      expect(told['debtRatio']).toBe(truth['debtRatio'])
      expect(told['quickRatio']).toBe(truth['quickRatio'])
      expect(told['settlementCorporate']).toBe(truth['annualSales']! * truth['settlementShare']!)
      expect(told['annualSales'] === truth['annualSales']).toBe(traits['honesty'] === HONEST)
    }
  })

  test('that is a fraud inflates sales and hides debt within the ranges of the book, and pays tax on the truth', () => {
    const { inflation, hiddenDebt, shownGrowth } = book.honesty.fraud
    const frauds = Array.from(drawn.traits.honesty.keys()).filter((i) => drawn.traits.honesty[i] === FRAUD)
    expect(frauds.length).toBeGreaterThan(5)
    for (const i of frauds) {
      const { truth, told } = rowOf(drawn, i)
      const inflated = told['annualSales']! / truth['annualSales']!
      expect(inflated).toBeGreaterThanOrEqual(inflation[0])
      expect(inflated).toBeLessThanOrEqual(inflation[1])
      const shown = truth['debtRatio']! / told['debtRatio']! - 1
      expect(shown).toBeGreaterThanOrEqual(hiddenDebt[0] - 1e-12)
      expect(shown).toBeLessThanOrEqual(hiddenDebt[1] + 1e-12)
      expect(told['minAssetGrowth3y']).toBeGreaterThanOrEqual(shownGrowth)
      expect(told['annualTax']).toBeCloseTo(truth['annualSales']! * truth['taxToSales']!, 12)
    }
  })
})

describe('yearly sales', () => {
  const errors = (name: 'taxSales' | 'meterSales' | 'flowSales'): number[] =>
    Array.from(drawn.told[name], (read, i) => read / drawn.traits.roundTrip[i]! / drawn.truth[AT.annualSales]![i]! - 1)
  const deviation = (values: readonly number[]): number => Math.hypot(...values) / Math.sqrt(values.length)

  test('are read from tax and meters with the book’s errors, whatever the firm reports', () => {
    for (const [name, sd] of [
      ['taxSales', 0.05],
      ['meterSales', 0.1],
    ] as const) {
      const read = Array.from(drawn.told[name], (x, i) => x / drawn.truth[AT.annualSales]![i]! - 1)
      // The standard error of a standard deviation is sd/√(2n); four of them: a false alarm once in 16,000 seeds.
      expect(Math.abs(deviation(read) / sd - 1)).toBeLessThan(4 / Math.sqrt(2 * FIRMS))
    }
  })

  test('are read from bank flows as those who send money round show them', () => {
    expect(Math.abs(deviation(errors('flowSales')) / 0.08 - 1)).toBeLessThan(4 / Math.sqrt(2 * FIRMS))
    for (let i = 0; i < FIRMS; i++) {
      const shown =
        drawn.told.settlementCorporate[i]! / (drawn.truth[AT.annualSales]![i]! * drawn.truth[AT.settlementShare]![i]!)
      expect(shown).toBeCloseTo(drawn.traits.roundTrip[i]!, 12)
    }
  })
})

test('all banks together lend what is asked for, and more to who shows more turnover than he has', () => {
  const applicants = toApplicants(population.variables, drawn)
  const { amount, financingGap } = drawn.request
  const allBankLoans = applicants.get('allBankLoans') as Float64Array
  const need = applicants.get('workingCapitalNeed') as Float64Array
  for (let i = 0; i < FIRMS; i++) {
    const loanShare = drawn.truth[AT.loanShare]![i]!
    expect(allBankLoans[i]! * loanShare).toBeCloseTo(amount[i]! * drawn.traits.roundTrip[i]!, 9)
    const gap = Math.min(1000, Math.max(10, need[i]! * 0.7 * loanShare))
    expect(financingGap[i]).toBeCloseTo(gap, 9)
  }
})

describe('settlement', () => {
  const settled = new Population(book, 'a seed', 'applicants', true)
  const columns = settled.columns(FIRMS)
  for (let i = 0; i < FIRMS; i++) settled.draw(i, columns, i)

  test('is measured on the months before the application, and changes nothing else', () => {
    const { settlement, ...others } = columns
    const { settlement: none, ...plain } = drawn
    expect(none).toBeNull()
    expect(others).toEqual(plain)
    const { taxSales, meterSales, flowSales } = drawn.told
    for (let i = 0; i < FIRMS; i++) {
      const [, middle] = [taxSales[i]!, meterSales[i]!, flowSales[i]!].sort((a, b) => a - b)
      expect(settlement!.cashSales[i]! / middle!).toBeCloseTo(1, 12)
    }
    expect(new Set(Array.from(settlement!.regularMonthsShare, (share) => Math.round(12 * share))).size).toBeGreaterThan(
      10,
    )
  })

  test('tells what a month costs, and how far deposits swing', () => {
    const { monthlyCost, depositSwing } = columns.settlement!
    for (let i = 0; i < FIRMS; i++) {
      const cost = (drawn.truth[AT.annualSales]![i]! * (1 - drawn.truth[AT.margin]![i]!)) / 12
      expect(monthlyCost[i]).toBeCloseTo(cost, 9)
    }
    const sorted = depositSwing.slice().sort()
    expect(sorted[FIRMS / 2]).toBeGreaterThan(0.2)
    expect(sorted[FIRMS / 2]).toBeLessThan(0.5)
  })

  test('adds its fields to what the bank is told, for a card of settlement to read', () => {
    const plain = [...toApplicants(population.variables, drawn).keys()]
    const told = [...toApplicants(settled.variables, columns).keys()]
    const added = told.filter((field) => !plain.includes(field))
    expect(added.every(isSettlementField)).toBe(true)
    for (const field of Object.keys(settlementCard.fields)) expect(told).toContain(field)
  })
})

describe('honesty laid down', () => {
  test('changes what depends on it and nothing else', () => {
    const index = Array.from(drawn.traits.honesty.keys()).find((i) => drawn.traits.honesty[i] === HONEST)!
    const honest = rowOf(drawn, index)
    const fraud = alone(index, FRAUD)
    const roundTrips = fraud.traits['roundTrip'] !== 1
    expect(fraud.truth).toEqual(honest.truth)
    expect(fraud.request).toEqual(honest.request)
    expect(changedIn(honest.traits, fraud.traits)).toEqual(
      roundTrips ? ['honesty', 'roundTrip', 'logit'] : ['honesty', 'logit'],
    )
    expect(fraud.traits['logit']! - honest.traits['logit']!).toBeCloseTo(book.defaultLogit.fraud, 12)
    const distorted = changedIn(honest.told, fraud.told)
    for (const name of ['debtRatio', 'quickRatio', 'paidInCapital', 'annualSales', 'netAssets'])
      expect(distorted).toContain(name)
    for (const name of distorted)
      expect([
        'debtRatio',
        'quickRatio',
        'paidInCapital',
        'annualSales',
        'netAssets',
        'minAssetGrowth3y',
        'settlementCorporate',
        'flowSales',
        'lossAmount',
      ]).toContain(name)
  })

  test('as it is anyway changes nothing', () => {
    for (let i = 0; i < 50; i++) expect(alone(i, drawn.traits.honesty[i])).toEqual(rowOf(drawn, i))
  })

  const changedIn = (one: Record<string, number>, other: Record<string, number>): string[] =>
    Object.keys(one).filter((name) => one[name] !== other[name])
})

test('the first firm is pinned', () => {
  const { traits, told, request } = rowOf(drawn, 0)
  expect({ traits, told, request, loanShare: drawn.truth[AT.loanShare]![0] }).toMatchInlineSnapshot(`
    {
      "loanShare": 0.2930280638609166,
      "request": {
        "allBankLoans": 570.067804925273,
        "amount": 167.04586514669543,
        "collateral": 4,
        "deposit": 4.527230174629228,
        "fees": 0,
        "financingGap": 129.87787616397227,
        "ownerAum": 0,
        "remainingMonths": 12,
        "repayment": 0,
        "termMonths": 12,
        "workingCapitalNeed": 633.1810702590382,
      },
      "told": {
        "annualSales": 1771.3650546596812,
        "annualTax": 10.514793435715564,
        "blacklisted": 0,
        "classifiedSubstandard": 0,
        "currentArrears": 0,
        "debtRatio": 0.9050157170612103,
        "disorderlyOperation": 0,
        "flowSales": 1690.2758813536145,
        "insolvent": 0,
        "lossAmount": 0,
        "meterSales": 1563.960397442769,
        "minAssetGrowth3y": -0.02321569837950442,
        "netAssets": 105.15739971229988,
        "ownerAge": 60,
        "ownerHealthy": 0,
        "ownerPriorFailure": 0,
        "paidInCapital": 18.101844269443536,
        "quickRatio": 2.6365804975639064,
        "restrictedIndustry": 0,
        "settlementCorporate": 467.05543947383603,
        "settlementPersonalAgreed": 0,
        "taxSales": 1813.1451652033738,
      },
      "traits": {
        "age": 3.581860570120625,
        "cluster": 4,
        "fraudUniform": 0.8752770201535895,
        "honesty": 0,
        "logit": 1.0021669439072216,
        "quality": -0.12203282520923141,
        "region": 0,
        "roundTrip": 1,
        "sector": 4,
      },
    }
  `)
})
