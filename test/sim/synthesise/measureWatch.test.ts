import { describe, expect, test } from 'vitest'
import type { Monitoring, RenewalPolicy, Strategy } from '../../../models/strategy.ts'
import { measureWatch } from '../../../sim/synthesise/measureWatch.ts'
import { NO_SALES_SHOCK } from '../../../sim/synthesise/salesShock.ts'
import { settlementCard } from '../../models/settlement/settlementCard.ts'
import { bookOf } from './smallBook.ts'
import { historyOf } from './smallHistory.ts'
import type { Borrower } from './smallHistory.ts'

const book = await bookOf({ applicants: 1 })
const monitoring: Monitoring = { drop: 10, below: 0, exposureCut: 0.3, recoveryGain: 0.1 }
const renewal: RenewalPolicy = { kind: 'decision', fast: 75, low: 60, costs: { fast: 0, middle: 0, committee: 0 } }
const strategyWith = (own: Partial<Strategy>): Strategy => ({
  ...book.referenceStrategy,
  settlement: { card: settlementCard, channel: null },
  ...own,
})
const watching = strategyWith({ monitoring })
const powerOf = (list: readonly Borrower[], strategy = watching, shock = NO_SALES_SHOCK) =>
  measureWatch(historyOf(book, list), strategy, new Uint8Array(list.length).fill(1), shock)
const leads = (lead: number, share = 1): number[] => Array.from({ length: 12 }, (_, k) => (k === lead ? share : 0))

/** Its index is at 96.6, 93.0 and 89.1 at the end of the first three months without a deposit. */
const draining = (drainedFrom: number, defaultMonth = 0): Borrower => ({ deposit: 1, drainedFrom, defaultMonth })

describe('an alarm', () => {
  test('before a default leaves the whole months from its month’s end to the default', () => {
    expect(powerOf([draining(3, 10)])).toMatchObject({ defaults: 1, goodYears: 0, alarmByLead: leads(4) })
    expect(powerOf([draining(3, 6)]).alarmByLead).toEqual(leads(0))
  })

  test('that would come with the default or after it is none', () => {
    expect(powerOf([draining(3, 5)])).toMatchObject({ defaults: 1, alarmByLead: leads(-1) })
  })

  test('is the first of its contract year, against the index at that year’s beginning', () => {
    const power = powerOf([draining(15, 24)])
    expect(power).toMatchObject({ defaults: 1, goodYears: 1, falseAlarmRate: 0, alarmByLead: leads(6) })
  })

  test('in a year without a default is false, one a year at most', () => {
    // The index of the first goes on falling in its second year.
    const power = powerOf([draining(3), {}, {}, {}])
    expect(power).toMatchObject({ defaults: 0, goodYears: 8, falseAlarmRate: 0.25 })
  })

  test('is raised by an index below the least as well', () => {
    const low = strategyWith({ monitoring: { ...monitoring, drop: 100, below: 95 } })
    expect(powerOf([draining(3, 10)], low).alarmByLead).toEqual(leads(5))
  })

  test('is raised by a negative situation that was not there at the beginning, not by an old one', () => {
    const blind = strategyWith({ monitoring: { ...monitoring, drop: 100 } })
    // Settlement is down by over 40 % on the year at the end of the eighth month.
    expect(powerOf([{ awayFrom: 1, defaultMonth: 12 }], blind).alarmByLead).toEqual(leads(3))
    // In the second year it is at month 12 already, and gone by the year's end.
    expect(powerOf([{ awayFrom: -10 }], blind).falseAlarmRate).toBe(0)
  })

  test('is never raised where nobody watches', () => {
    const power = powerOf([draining(3, 10), draining(3)], strategyWith({ renewal }))
    expect(power).toMatchObject({ defaults: 1, goodYears: 2, alarmByLead: leads(-1), falseAlarmRate: 0 })
  })
})

describe('a renewal decision, at month 12', () => {
  const deciding = strategyWith({ renewal })

  test('is fast, in between, of the committee or an exit, and their shares add up to 1', () => {
    const power = powerOf([{}, { deposit: 0.45 }, { deposit: 0.2 }, { deposit: 0.2 }], deciding)
    expect(power).toMatchObject({ fast: 0.25, middle: 0.25, committee: 0, exitGood: 0.5 })
  })

  test('counts refusals by the whole months from maturity to default', () => {
    const power = powerOf(
      [{ deposit: 0.2, defaultMonth: 15 }, { defaultMonth: 15 }, { deposit: 0.2, defaultMonth: 24 }],
      deciding,
    )
    expect(power.exitByLead).toEqual([0, 0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    expect(power.exitGood).toBe(0)
  })

  test('comes too late for who defaulted in the first year', () => {
    expect(powerOf([{ deposit: 0.2, defaultMonth: 12 }, {}], deciding)).toMatchObject({ fast: 1, exitGood: 0 })
  })

  test('is the middle way for everybody where the book decides', () => {
    expect(powerOf([{}, { deposit: 0.2 }])).toMatchObject({ fast: 0, middle: 1, committee: 0, exitGood: 0 })
  })
})

test('only borrowers whom the strategy would have admitted are counted', () => {
  const history = historyOf(book, [draining(3, 10), {}, draining(3)])
  const power = measureWatch(history, watching, Uint8Array.of(0, 1, 0), NO_SALES_SHOCK)
  expect(power).toMatchObject({ defaults: 0, goodYears: 2, falseAlarmRate: 0 })
})

test('a fall in sales raises alarms on sound borrowers and refuses their renewal', () => {
  const strategy = strategyWith({ monitoring, renewal })
  const sound: Borrower[] = [{}, {}]
  expect(powerOf(sound, strategy)).toMatchObject({ falseAlarmRate: 0, exitGood: 0 })
  const collapse = { ...NO_SALES_SHOCK, salesChange: -0.5 }
  expect(powerOf(sound, strategy, collapse)).toMatchObject({ falseAlarmRate: 0.5, exitGood: 1 })
})

test('a strategy without a settlement index cannot watch', () => {
  const blind = strategyWith({ settlement: null, monitoring })
  expect(() => powerOf([{}], blind)).toThrow(
    'strategy citic-trade: watches its borrowers and keeps no settlement index',
  )
})
