import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { cellFlags } from '../../models/pricing/cellFlags.ts'
import { PRICING_DEFAULTS } from '../../models/pricing/rateFloor.ts'
import { PRICING_KINDS } from '../../models/schedule.ts'
import type { SyntheticBook } from '../../models/book.ts'
import type { Scenario } from '../../models/scenario.ts'
import type { Schedule } from '../../models/schedule.ts'
import { COLLATERALS, GRADES, TERM_BANDS, cellIndex } from '../../models/types.ts'
import {
  FOLDERS,
  InputError,
  type Kind,
  NEUTRAL_STRATEGY,
  jsonSchema,
  loadCard,
  readBook,
  readScenario,
  readSchedule,
  readStrategy,
  readStudy,
} from '../../scenarios/index.ts'
import { eraRates } from './eraRates.ts'

const READERS: Readonly<Record<Kind, (id: string) => Promise<{ id: string }>>> = {
  book: readBook,
  strategy: readStrategy,
  schedule: readSchedule,
  scenario: readScenario,
  study: readStudy,
  card: loadCard,
}

const shipped = (Object.keys(FOLDERS) as Kind[]).flatMap((kind) =>
  readdirSync(`scenarios/${FOLDERS[kind]}`).map((file) => ({ kind, id: file.replace(/\.yaml$/, '') })),
)

describe('every shipped file', () => {
  test.each(shipped)('$kind $id is read, and is named after its file', async ({ kind, id }) => {
    const result = await READERS[kind](id).catch((error: unknown) => error)
    // The data behind the book of a real tape is not part of this project: without it, that is its only problem.
    if (result instanceof InputError)
      expect(result.message).toMatch(/^scenarios\/books\/sba-504\.yaml:\d+:7 file names \S+sba504\S+: no such file$/)
    else expect(result).toMatchObject({ id })
  })

  test.each(shipped)('$kind $id fits the JSON Schema given to editors', ({ kind, id }) => {
    const schema = z.fromJSONSchema(jsonSchema(kind))
    const written: unknown = parse(readFileSync(`scenarios/${FOLDERS[kind]}/${id}.yaml`, 'utf8'))
    expect(schema.safeParse(written)).toMatchObject({ success: true })
    expect(schema.safeParse({ ...(written as object), surprise: 1 }).success).toBe(false)
  })
})

test('the committee study has the ten scenarios, each under its own id', async () => {
  const { scenarios, schedules, strategies, books } = await readStudy('committee')
  expect(scenarios).toHaveLength(10)
  expect([books[0]!.id, strategies[0]!.id, schedules[0]!.id]).toEqual(['small-firms', 'citic-trade', '2021-big'])
})

test('the eras study has three years by two kinds of bank, by three scenarios', async () => {
  const { scenarios, schedules } = await readStudy('eras')
  expect(schedules.map(({ id }) => id)).toEqual(
    ['2018', '2021', '2025'].flatMap((era) => [`${era}-big`, `${era}-local`]),
  )
  expect(scenarios.map(({ id }) => id)).toEqual(['baseline', 'severe_downturn', 'nim_squeeze'])
})

test('the study of strategies has eleven of them on five populations, against citic-trade', async () => {
  const { books, strategies, scenarios, simulation, lawOfLargeNumbers } = await readStudy('strategies')
  expect(books.map(({ vary }) => vary)).toEqual([1, 2, 3, 4, 5].map((one) => ({ 'book.population': one })))
  for (const [index, book] of books.entries())
    expect(book).toMatchObject({ population: index + 1, size: { applicants: 20_000 } })
  expect(strategies.map(({ id }) => id)).toEqual([
    'citic-trade',
    'settlement-index',
    'citic-plus-settlement',
    'platform-data',
    'business-direct',
    'relationship',
    'credit-factory',
    'collateral-first',
    'joint-guarantee',
    'guarantee-fund',
    'approve-all',
  ])
  expect(scenarios.map(({ id }) => id)).toEqual(['baseline', 'severe_downturn', 'falsified_wave'])
  expect(simulation).toMatchObject({ paths: 2000, replicates: 20, fidelity: 'exact' })
  expect(lawOfLargeNumbers).toBeNull()
})

describe('shipped strategies', () => {
  const read = (ids: readonly string[]) => Promise.all(ids.map(readStrategy))

  test('approve-all lends to everybody, and pays for no checks', async () => {
    const { admission, verification, limit, collateral, process } = await readStrategy('approve-all')
    expect({ admission, limit, collateral, process }).toEqual({
      admission: NEUTRAL_STRATEGY.admission,
      limit: NEUTRAL_STRATEGY.limit,
      collateral: NEUTRAL_STRATEGY.collateral,
      process: NEUTRAL_STRATEGY.process,
    })
    expect(verification.costPerFile).toBe(0)
  })

  test('joint-guarantee has the rules of joint liability of the guideline', async () => {
    const strategy = await readStrategy('joint-guarantee')
    expect(strategy.admission).toMatchObject({
      minYears: 2,
      maxDebtRatio: 0.8,
      sectorMaxDebtRatio: { manufacturing: 0.7 },
      ownerAge: [20, 60],
    })
    expect(strategy.admission.minSettlementShare).toBeGreaterThan(0)
    expect(strategy).toMatchObject({ collateral: { as: 'guarantee' }, jointLiability: { groupSize: 5 } })
  })

  test('platform lending asks for sales of 100 and no statements, and for lines drawn at will', async () => {
    expect(await readStrategy('platform-data')).toMatchObject({
      verification: { kind: 'none', costPerFile: 0 },
      admission: { minSales: 100 },
      limit: { maximum: 10, utilisation: 0.5 },
      collateral: { as: 'unsecured' },
    })
  })

  test('collateral-first lends up to the customary shares of value, and not without collateral', async () => {
    expect(await readStrategy('collateral-first')).toMatchObject({
      limit: { basis: 'collateral' },
      collateral: {
        accept: ['residential', 'commercial', 'movable'],
        loanToValue: { residential: 0.7, commercial: 0.55, movable: 0.4 },
      },
    })
  })

  test('the settlement index moves the PD once: by the channel beside another score, by the score where it is one', async () => {
    const [own, ...beside] = await read(['settlement-index', 'citic-plus-settlement', 'relationship'])
    expect(own!.settlement).toEqual({ card: own!.scorecard!.card, channel: null })
    for (const { settlement } of beside) expect(settlement!.channel).toEqual({ perTenPoints: 0.1, perFlag: 0.7 })
  })

  test('nobody’s process makes the operating cost of the 2021 schedule negative', async () => {
    const { costs } = await readSchedule('2021-big')
    const { strategies } = await readStudy('strategies')
    for (const { process } of strategies) expect(costs.variableCost + process.variable).toBeGreaterThan(0)
  })
})

describe('shipped scenarios', () => {
  const cumulative: [id: string, loan: number, funding: number, deposit: number, prices: (number | undefined)[]][] = [
    ['baseline', 0, 0, 0, [undefined, undefined, -0.1]],
    ['benign', 0.001, 0.001, 0.0005, [0.09, 0.06, -0.08]],
    ['mild_downturn', -0.0025, -0.002, -0.001, [-0.05, -0.08, -0.15]],
    ['severe_downturn', -0.0057, -0.004, -0.0017, [-0.2, -0.3, -0.3]],
    ['wenzhou_guarantee_chain', 0.005, 0.006, 0.002, [-0.2, -0.25, -0.3]],
    ['covid_deferral', -0.003, -0.004, 0, [-0.03, -0.1, -0.15]],
    ['property_fall', -0.003, -0.0025, -0.0015, [-0.28, -0.35, -0.2]],
    ['nim_squeeze', -0.013, -0.006, -0.0024, [-0.03, -0.05, -0.1]],
    ['falsified_wave', 0, 0, 0, [undefined, -0.05, -0.1]],
    ['sector_collapse', -0.0015, -0.001, -0.001, [undefined, -0.08, -0.1]],
  ]

  test.each(cumulative)(
    '%s reaches its cumulative shocks in the third year, by thirds',
    async (id, loan, funding, deposit, prices) => {
      const { shocks } = await readScenario(id)
      const third = ({ loanRate, fundingRate, depositRate, collateralPrice: price }: Scenario['shocks']) => [
        loanRate,
        fundingRate,
        depositRate,
        price.residential,
        price.commercial,
        price.movable,
      ]
      const expected = [loan, funding, deposit, ...prices]
      third(shocks).forEach((list, index) => {
        const total = expected[index]
        expect(list?.at(-1)).toBe(total)
        if (total !== undefined && total !== 0)
          list!.forEach((value, year) => expect(value).toBeCloseTo((total * (year + 1)) / 3, 5))
      })
    },
  )

  test('PD multiples are those of the scenario table', async () => {
    const multiples = await Promise.all(
      cumulative.map(async ([id]) => (await readScenario(id)).shocks.pdMultiple.join(' ')),
    )
    expect(multiples).toEqual([
      '1 1 1',
      '0.7 0.7 0.8',
      '1.4 1.5 1.2',
      '2.5 2.5 2.3',
      '1.6 1.8 1.5',
      '1.2 1.6 1.2',
      '1.6 1.9 1.5',
      '1.05 1.1 1.1',
      '1.1 1.2 1.1',
      '1.2 1.2 1.2',
    ])
    expect((await readScenario('sector_collapse')).shocks.sectorPdMultiple).toEqual({ wholesale_retail: [4, 3, 2] })
  })

  const SECTORS = ['manufacturing', 'wholesale_retail', 'hospitality', 'construction', 'transport', 'services', 'agriculture'] as const // prettier-ignore
  const sales: [id: string, changes: number[], days: number][] = [
    ['baseline', [0, 0, 0, 0, 0, 0, 0], 0],
    ['benign', [6, 6, 6, 6, 6, 6, 6], -5],
    ['mild_downturn', [-6, -5, -8, -8, -6, -4, -2], 8],
    ['severe_downturn', [-16, -14, -20, -20, -15, -12, -5], 20],
    ['wenzhou_guarantee_chain', [-12, -10, -10, -15, -8, -6, 0], 25],
    // Months 1 to 3, then 92.5 % on average.
    ['covid_deferral', [-45, -50, -80, -60, -55, -40, -10].map((s) => (3 * s - 9 * 7.5) / 12), 15],
    ['property_fall', [-8, -8, -5, -25, -6, -5, 0], 12],
    ['nim_squeeze', [-2, -2, -2, -2, -2, -2, -2], 3],
    ['falsified_wave', [-3, -3, -3, -3, -3, -3, -3], 5],
    ['sector_collapse', [-3, -40, -3, -3, -3, -3, -3], 10],
  ]

  test.each(sales)('%s has its sales by sector and receivable days', async (id, changes, days) => {
    const { salesChange, sectorSalesChange, receivableDays } = (await readScenario(id)).shocks
    for (const [index, sector] of SECTORS.entries())
      expect(sectorSalesChange[sector] ?? salesChange).toBeCloseTo(changes[index]! / 100, 12)
    expect(receivableDays).toBe(days)
  })

  test.each(['mild_downturn', 'severe_downturn', 'wenzhou_guarantee_chain', 'covid_deferral', 'property_fall'])(
    '%s gives sectors that it does not name the mean of those that it does',
    async (id) => {
      const { salesChange, sectorSalesChange } = (await readScenario(id)).shocks
      const { sectors } = (await readBook('small-firms')) as SyntheticBook
      const mean = Object.entries(sectors).reduce((sum, [name, { share }]) => sum + share * sectorSalesChange[name]!, 0)
      expect(salesChange).toBeCloseTo(mean, 3)
    },
  )

  test('the sector that collapses waits forty days longer for its money', async () => {
    const { sectorReceivableDays } = (await readScenario('sector_collapse')).shocks
    expect(sectorReceivableDays).toEqual({ wholesale_retail: 40 })
  })

  const levers: [id: string, fraud: number | null, link: number | undefined, deposits: number[]][] = [
    ['baseline', null, undefined, [0]],
    ['benign', 0.025, 0.05, [0.01667, 0.03333, 0.05]],
    ['mild_downturn', 0.04, 0.12, [-0.01667, -0.03333, -0.05]],
    ['severe_downturn', 0.05, 0.18, [-0.04, -0.08, -0.12]],
    ['wenzhou_guarantee_chain', 0.05, 0.08, [-0.06667, -0.13333, -0.2]],
    ['covid_deferral', null, undefined, [-0.1, 0.08, 0.08]],
    ['property_fall', null, 0.12, [0]],
    ['nim_squeeze', null, undefined, [0]],
    ['falsified_wave', 0.12, undefined, [0]],
    ['sector_collapse', null, undefined, [0]],
  ]

  test.each(levers)('%s has its share of frauds, force of calls and deposits', async (id, fraud, link, deposits) => {
    const { shocks, limitation } = await readScenario(id)
    expect(shocks.fraudShare).toBe(fraud)
    expect(shocks.linkProbability).toEqual(link === undefined ? [] : [link])
    expect(shocks.depositVolume).toEqual(deposits)
    expect(limitation).toBeNull()
  })

  test('the scenario of 2020 defers principal, of which nothing is lost track of', async () => {
    const { deferral } = (await readScenario('covid_deferral')).shocks
    expect(deferral).toEqual({ share: 0.4, from: 1, until: 12, months: 12, extended: 0.274, failed: 0.016 })
  })

  test('sales take longer in a severe downturn, and longer and for less when property falls', async () => {
    const severe = (await readScenario('severe_downturn')).shocks
    expect(severe).toMatchObject({ saleDelay: [0.5], auctionFactor: [1], guaranteeFundCap: [] })
    expect((await readScenario('property_fall')).shocks).toMatchObject({ saleDelay: [0.75], auctionFactor: [0.85] })
  })

  test('Wenzhou as it was has the book’s own guarantees, and rates and prices of the chain carried over', async () => {
    const history = (await readScenario('wenzhou_history')).shocks
    const chain = (await readScenario('wenzhou_guarantee_chain')).shocks
    expect(chain).toMatchObject({ guaranteeShare: 0.6, linkProbability: [0.08] })
    expect(history).toEqual({
      ...chain,
      pdMultiple: history.pdMultiple,
      fraudShare: null,
      guaranteeShare: null,
      linkProbability: [],
    })
  })
})

test('the book of small firms has guarantors and losses that deepen in bad years', async () => {
  expect(await readBook('small-firms')).toMatchObject({
    globalFactor: { persistence: 0, degreesOfFreedom: null },
    guarantees: { share: 0.15, kind: 'groups', linksPerFirm: 2, linkProbability: 0.1, rounds: 5 },
    lgd: { link: 0.3 },
  })
})

test('the guarantee fund leaves the bank a fifth, up to a compensation rate of 5 %', async () => {
  const { guaranteeFund, scorecard, admission } = await readStrategy('guarantee-fund')
  const trade = await readStrategy('citic-trade')
  expect(guaranteeFund).toEqual({ covers: ['guarantee'], bankShare: 0.2, cap: 0.05 })
  expect({ scorecard, admission }).toEqual({ scorecard: trade.scorecard, admission: trade.admission })
})

test('the Wenzhou study holds the crisis against itself without calls, on a book of its own', async () => {
  const { books, scenarios } = await readStudy('wenzhou')
  expect(books.map(({ id, npl }) => [id, npl.openingRatio])).toEqual([['wenzhou', 0.0037]])
  const [history, calm] = scenarios
  expect(calm).toMatchObject({ shocks: { ...history!.shocks, linkProbability: [0] } })
})

test('the pricing study has every way to price, at the same costs and cap', async () => {
  const { schedules } = await readStudy('pricing')
  expect(schedules.map(({ kind }) => kind)).toEqual(PRICING_KINDS)
  for (const { costs, cap, crossIncome } of schedules) {
    expect({ costs, cap, crossIncome }).toEqual({
      costs: schedules[0]!.costs,
      cap: schedules[0]!.cap,
      crossIncome: 'observed',
    })
  }
})

describe('shipped schedules', () => {
  test.each([
    ['2018-big', 0.074],
    ['2025-big', 0.0348],
  ])('%s has the rates that its average and its floors give', async (id, average) => {
    const { rates, costs, cap } = await readSchedule(id)
    const expected = eraRates(average, costs, cap)
    for (const [collateral, name] of COLLATERALS.entries())
      for (const term of TERM_BANDS.keys())
        for (let grade = 1; grade <= GRADES; grade++)
          expect(rates![cellIndex(grade, term, collateral)]).toBe(expected[name][grade - 1])
  })

  test.each([
    ['2018', 0.0431, 0.029, 0.02],
    ['2021', 0.0385, 0.025, 0.018],
    ['2025', 0.03, 0.016, 0.01],
  ])('%s has its LPR, transfer price, deposit margin and two kinds of bank', async (era, lpr, fundingRate, margin) => {
    const big = await readSchedule(`${era}-big`)
    const local = await readSchedule(`${era}-local`)
    for (const { costs, cap } of [big, local] as Schedule[]) {
      expect(costs).toMatchObject({
        lpr,
        fundingRate,
        fixedCost: 0,
        depositServicing: 0,
        capitalRatio: 0.07875,
        vatMethod: 2,
      })
      expect(costs.depositTransferRate - costs.depositRate).toBeCloseTo(margin, 12)
      expect(cap).toBeCloseTo(4 * lpr, 12)
    }
    expect(big.costs).toMatchObject({ variableCost: 0.006, hurdleRate: 0.1 })
    expect(local.costs).toMatchObject({ variableCost: 0.015, hurdleRate: 0.11 })
    expect(local.rates).toEqual(big.rates)
  })

  test('income-covers-risk has the defaults of the rate floor', async () => {
    const schedule = await readSchedule('income-covers-risk')
    expect(schedule).toMatchObject({ kind: 'incomeCoversRisk', rates: null, costs: PRICING_DEFAULTS })
  })

  test.each([
    ['cgap', 'cgap'],
    ['raroc', 'raroc'],
    ['lpr-plus', 'lprPlus'],
    ['risk-neutral', 'riskNeutral'],
  ])('%s prices by formula at the costs of 2021-big', async (id, kind) => {
    const { costs, cap } = await readSchedule('2021-big')
    expect(await readSchedule(id)).toMatchObject({ kind, rates: null, policyFloor: 0, costs, cap })
  })

  test('lpr-plus asks of every grade what 2021-big asks against movable collateral', async () => {
    const { rates } = await readSchedule('2021-big')
    const { spreads, costs } = await readSchedule('lpr-plus')
    for (const [i, spread] of spreads!.entries())
      expect(costs.lpr + spread).toBeCloseTo(rates![cellIndex(i + 1, 1, COLLATERALS.indexOf('movable'))]!, 12)
  })

  test('no table has a cell that would be flagged', async () => {
    for (const { id, kind } of shipped)
      if (kind === 'schedule') {
        const { rates, cap } = await readSchedule(id)
        expect(rates === null ? [] : cellFlags(rates, cap), id).toEqual([])
      }
  })
})
