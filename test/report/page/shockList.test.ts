import { describe, expect, test } from 'vitest'
import { shockList } from '../../../report/page/shockList.ts'
import { toReportData } from '../../../report/reportData.ts'
import { fixtureRun } from '../fixture.ts'

const { entries } = toReportData(fixtureRun())
const entryOf = (id: string) => entries.find(({ result }) => result.scenario === id)!

describe('the shocks of a scenario in words', () => {
  test('are none in a world without shocks', () => {
    expect(shockList(entryOf('baseline'), 'en')).toBe('no shocks')
  })

  test('name guarantees and the chance that a call is followed by a default', () => {
    expect(shockList(entryOf('wenzhou_guarantee_chain'), 'en')).toBe(
      'default probability × 1.6 / 1.8 / 1.5; firms that guarantee each other 60.0%; default probability of a called guarantor 8.0%; auction prices × 0.9 (years 1, 2, …; the last value holds on)',
    )
  })

  test('name a chance of 0, which is not the same as leaving it', () => {
    expect(shockList({ shocks: { ...entryOf('baseline').shocks, linkProbability: [0] }, idle: [] }, 'en')).toMatch(
      /called guarantor 0\.0%/,
    )
  })

  test('tell a deferral as a sentence, and deposits as changes', () => {
    expect(shockList(entryOf('covid_deferral'), 'en')).toBe(
      'principal of 40% of the loans due in months 1–12 deferred by 12 months; at its end 27.4% deferred once more, 1.6% fail; deposit balances −10.0% / 8.0% (years 1, 2, …; the last value holds on)',
    )
    expect(shockList(entryOf('covid_deferral'), 'zh')).toBe(
      '第1–12个月到期贷款中40%延期还本12个月；期满后27.4%再次延期，1.6%违约；存款余额 −10.0% / 8.0%（依次为第1、2……年，之后保持末值）',
    )
  })

  test('name fraud, the cap of the guarantee fund and a slower sale of collateral', () => {
    expect(shockList(entryOf('falsified_wave'), 'en')).toBe(
      'fraudulent applicants 12.0%; cap of the guarantee fund 4.0%; years until collateral is sold +0.25 / +0.5 (years 1, 2, …; the last value holds on)',
    )
  })

  test('say of a shock with nothing to act on that it has no effect', () => {
    const { shocks } = entryOf('falsified_wave')
    const idle = [
      { lever: 'fraudShare', reason: 'noApplicants', hiddenRisk: 'fraud' },
      { lever: 'guaranteeFundCap', reason: 'noFund', hiddenRisk: null },
    ] as const
    expect(shockList({ shocks, idle }, 'en')).toBe(
      'fraudulent applicants 12.0% (no effect on this book: a tape has no applicants); cap of the guarantee fund 4.0% (no effect: the strategy has no guarantee fund); years until collateral is sold +0.25 / +0.5 (years 1, 2, …; the last value holds on)',
    )
    expect(shockList({ shocks, idle }, 'zh')).toMatch(/12\.0%（对本客群无影响：贷款台账没有申请户）；/)
  })

  test('name the change of sales and the days of receivables, of single sectors too', () => {
    const shocks = {
      ...entryOf('baseline').shocks,
      salesChange: -0.15,
      sectorSalesChange: { hospitality: -0.4 },
      receivableDays: 30,
      sectorReceivableDays: { wholesale_retail: 45 },
    }
    expect(shockList({ shocks, idle: [] }, 'en')).toBe(
      'sales of the first year −15.0%; sales of the first year in hospitality −40.0%; days added to receivables +30; days added to receivables in wholesale and retail +45 (years 1, 2, …; the last value holds on)',
    )
    expect(shockList({ shocks, idle: [] }, 'zh')).toMatch(/^首年销售额 −15\.0%；住宿餐饮业首年销售额 −40\.0%；/)
  })

  test('say of sales that they move nothing on a tape', () => {
    const shocks = { ...entryOf('baseline').shocks, salesChange: -0.15 }
    const idle = [{ lever: 'salesChange', reason: 'noApplicants', hiddenRisk: null }] as const
    expect(shockList({ shocks, idle }, 'en')).toContain(
      'sales of the first year −15.0% (no effect on this book: a tape has no applicants)',
    )
  })
})
