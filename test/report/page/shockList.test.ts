import { describe, expect, test } from 'vitest'
import { shockList } from '../../../report/page/shockList.ts'
import { fixtureRun } from '../fixture.ts'

const shocksOf = (id: string) => fixtureRun().study.scenarios.find((scenario) => scenario.id === id)!.shocks

describe('the shocks of a scenario in words', () => {
  test('are none in a world without shocks', () => {
    expect(shockList(shocksOf('baseline'), 'en')).toBe('no shocks')
  })

  test('name guarantees and the chance that a call is followed by a default', () => {
    expect(shockList(shocksOf('wenzhou_guarantee_chain'), 'en')).toBe(
      'default probability × 1.6 / 1.8 / 1.5; firms that guarantee each other 60.0%; a called guarantor defaults with probability 8.0%; auction prices × 0.9 (years 1, 2, …; the last value holds on)',
    )
  })

  test('name a chance of 0, which is not the same as leaving it', () => {
    expect(shockList({ ...shocksOf('baseline'), linkProbability: [0] }, 'en')).toMatch(/probability 0\.0%/)
  })

  test('tell a deferral as a sentence, and deposits as changes', () => {
    expect(shockList(shocksOf('covid_deferral'), 'en')).toBe(
      'principal of 40% of the loans due in months 1–12 deferred by 12 months; at its end 27.4% deferred once more, 1.6% fail; deposit balances −10.0% / 8.0% (years 1, 2, …; the last value holds on)',
    )
    expect(shockList(shocksOf('covid_deferral'), 'zh')).toBe(
      '第1–12个月到期贷款中40%延期还本12个月；期满后27.4%再次延期，1.6%违约；存款余额 −10.0% / 8.0%（依次为第1、2……年，之后保持末值）',
    )
  })

  test('name fraud, the cap of the guarantee fund and a slower sale of collateral', () => {
    expect(shockList(shocksOf('falsified_wave'), 'en')).toBe(
      'fraudulent applicants 12.0%; cap of the guarantee fund 4.0%; years until collateral is sold +0.25 / +0.5 (years 1, 2, …; the last value holds on)',
    )
  })
})
