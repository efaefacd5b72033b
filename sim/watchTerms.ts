import type { WatchPower } from '../models/result.ts'
import type { Strategy } from '../models/strategy.ts'
import type { WatchTerms } from './engine/task.ts'

/**
 * What a strategy's watching does to its loans, by the power that its signals had in the history.
 *
 * A refusal k months before a default is drawn on top of the chance that any firm has of being refused:
 *
 *     exitBefore_k = (measured_k − exit) ÷ (1 − exit), at least 0
 *
 * @returns null for a strategy that neither monitors nor decides on renewals
 */
export function watchTerms({ monitoring, renewal }: Strategy, power: WatchPower | null): WatchTerms | null {
  if (!power || (!monitoring && !renewal)) return null
  const exit = renewal ? power.exitGood : 0
  let within = 0
  return {
    alarmWithin: Float64Array.from(power.alarmChance, (share) => (within += monitoring ? share : 0)),
    falseAlarm: monitoring ? power.falseAlarmRate : 0,
    exposureCut: monitoring?.exposureCut ?? 0,
    recoveryGain: monitoring?.recoveryGain ?? 0,
    exit,
    exitBefore: Float64Array.from(power.exitByLead, (share) =>
      renewal ? Math.max(0, (share - exit) / (1 - exit)) : 0,
    ),
  }
}
