import { describe, expect, test } from 'vitest'
import { type RiskSignalInputs, riskSignals } from '../../../models/settlement/riskSignals.ts'
import { settlementIndex } from '../../../models/settlement/settlementIndex.ts'
import { settlementCard, sound } from './settlementCard.ts'

const firm: RiskSignalInputs = {
  ...sound,
  monthlyCost: 140,
  depositSwing: 0.4,
  allBankLoans: 300,
  workingCapitalNeed: 330,
  sector: { mean: 80, standardDeviation: 10 },
}
const signals = (fields: Partial<RiskSignalInputs>) => riskSignals(settlementCard, { ...firm, ...fields })

test('a sound firm raises no alert and is monitored', () => {
  expect(signals({})).toMatchObject({ alerts: [], prejudgement: 'monitor' })
})

describe('seven uses for risk management (Li, Xiao, Tan)', () => {
  test('use 1, a figure of value: comparable between firms as a z-score in its sector, unlike power, water or shipment', () => {
    const { index } = settlementIndex(sound)
    expect(signals({}).value).toBeCloseTo((index - 80) / 10, 12)
    expect(signals({ sector: { mean: index + 15.1, standardDeviation: 10 } }).alerts).toEqual(['value'])
    expect(signals({ sector: { mean: index + 14.9, standardDeviation: 10 } }).alerts).toEqual([])
    expect(signals({ sector: { mean: 10, standardDeviation: 0 } }).value).toBe(0)
  })

  test('use 2, liquidity: months of cost that the deposit covers', () => {
    expect(signals({}).liquidity).toBe(0.25)
    expect(signals({ monthlyCost: 351 }).alerts).toEqual(['liquidity'])
    expect(signals({ monthlyCost: 349 }).alerts).toEqual([])
  })

  test('use 3, private lending: deposits that swing by more than their mean', () => {
    expect(signals({ depositSwing: 1 })).toMatchObject({ privateLending: false, alerts: [] })
    expect(signals({ depositSwing: 1.01 })).toMatchObject({ privateLending: true, alerts: ['privateLending'] })
  })

  test('use 4, truth of sales: what stays of the money that comes in', () => {
    expect(signals({}).truthOfSales).toBe(35 / 1400)
    // .3 of the norm of .03 of 3,900 is 35.1.
    expect(signals({ grossTurnover: 3900 }).alerts).toEqual(['truthOfSales'])
    expect(signals({ grossTurnover: 3880 }).alerts).toEqual([])
  })

  test('use 5, over-borrowing: loans of all banks against the working-capital need', () => {
    expect(signals({}).overBorrowing).toBe(300 / 330)
    expect(signals({ allBankLoans: 397 }).alerts).toEqual(['overBorrowing'])
    expect(signals({ allBankLoans: 396 }).alerts).toEqual([])
    expect(signals({ workingCapitalNeed: 0 }).alerts).toEqual(['overBorrowing'])
    expect(signals({ workingCapitalNeed: 0, allBankLoans: 0 }).alerts).toEqual([])
  })

  test('use 6, character (人品): sincerity as the monthly record shows it', () => {
    expect(signals({}).character).toBe(settlementIndex(sound).sincerity)
    const insincere = { regularMonthsShare: 0.2, maturityWindowRatio: 1, productShare: 0.4 }
    expect(signals({ ...insincere, sector: { mean: 70, standardDeviation: 10 } })).toMatchObject({
      character: expect.closeTo(0.48, 12),
      alerts: ['character'],
    })
  })

  test('use 7, advance judgement before the site visit: monitor, warn on any alert, leave from three', () => {
    const alerts: Partial<RiskSignalInputs>[] = [{ monthlyCost: 400 }, { depositSwing: 2 }, { allBankLoans: 900 }]
    const judged = (count: number) => signals(Object.assign({}, ...alerts.slice(0, count))).prejudgement
    expect([0, 1, 2, 3].map(judged)).toEqual(['monitor', 'warn', 'warn', 'exit'])
  })
})
