import type { Study } from '../models/study.ts'
import type { Text } from '../models/text.ts'
import type { RunResult } from '../sim/types.ts'
import type { WaysToPrice } from '../sim/waysToPrice.ts'
import { itemOf, joinTexts, varied } from './labels.ts'

/** What each way to price asks, and what tells it from the others of the run. */
export interface PricedWays extends WaysToPrice {
  readonly label: Text
}

/** The ways to price of a run with their labels; a schedule by formula whose costs are those of another asks nothing new and is left out. */
export function pricedWays({ study, ways }: Pick<RunResult, 'study' | 'ways'>): readonly PricedWays[] {
  return ways
    .filter((one, i) => hasTable(one) || !ways.slice(0, i).some((other) => formulasOf(other) === formulasOf(one)))
    .map((one) => ({ ...one, label: pricedLabel(study, one) }))
}

const hasTable = ({ ways }: WaysToPrice): boolean => ways.some(({ kind }) => kind === 'schedule')

/** What the formulas ask, as text. */
const formulasOf = ({ ways }: WaysToPrice): string => JSON.stringify(ways.filter(({ kind }) => kind !== 'schedule'))

/** The schedule whose costs are met and the strategy that lent, with the values of vary axes. */
export function pricedLabel({ strategies, schedules }: Study, ways: WaysToPrice): Text {
  const names = { ...ways, scenario: '' }
  const schedule = itemOf(schedules, 'schedule', names)
  const strategy = itemOf(strategies, 'strategy', names)
  return joinTexts([varied(schedule.title, schedule.vary), varied(strategy.title, strategy.vary)])
}
