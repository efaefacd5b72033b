import { describe, expect, test } from 'vitest'
import type { WatchPower } from '../../models/result.ts'
import type { Strategy } from '../../models/strategy.ts'
import { watchTerms } from '../../sim/watchTerms.ts'

const power: WatchPower = {
  defaults: 1000,
  goodYears: 30_000,
  alarmByLead: [0.05, 0.05, 0.02, 0.02, 0.02, 0.02, 0, 0, 0, 0, 0, 0.01],
  alarmChance: [0.1, 0.1, 0.05, 0.05, 0.05, 0.05, 0, 0, 0, 0, 0, 0.1],
  falseAlarmRate: 0.06,
  exitByLead: [0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05],
  exitGood: 0.1,
  fast: 0.5,
  middle: 0.2,
  committee: 0.2,
}
const monitoring = { drop: 10, below: 45, exposureCut: 0.3, recoveryGain: 0.1 }
const renewal = { kind: 'decision', fast: 75, low: 60, costs: { fast: 0, middle: 0, committee: 0 } } as const
const strategy = (parts: Partial<Strategy>): Strategy => ({ monitoring: null, renewal: null, ...parts }) as Strategy

describe('watchTerms', () => {
  test('adds alarms up over their lead', () => {
    const { alarmWithin } = watchTerms(strategy({ monitoring }), power)!
    expect(alarmWithin[1]).toBeCloseTo(0.2, 12)
    expect(alarmWithin[11]).toBeCloseTo(0.5, 12)
  })

  test('a refusal before a default, on top of the chance of any firm, has the measured probability', () => {
    const { exit, exitBefore } = watchTerms(strategy({ renewal }), power)!
    for (const [k, measured] of power.exitByLead.entries())
      expect(exit + (1 - exit) * exitBefore[k]!).toBeCloseTo(Math.max(measured, power.exitGood), 12)
  })

  test('what a strategy does not do has no effect', () => {
    expect(watchTerms(strategy({}), power)).toBeNull()
    expect(watchTerms(strategy({ monitoring }), power)).toMatchObject({ exit: 0, exitBefore: new Float64Array(12) })
    expect(watchTerms(strategy({ renewal }), power)).toMatchObject({ falseAlarm: 0, alarmWithin: new Float64Array(12) })
  })
})
