import { cardOptions, isScored } from '../scorecard/cardOptions.ts'
import type { CardOptions } from '../scorecard/cardOptions.ts'
import type { MarksCard, ScorecardRule, ScorecardTrigger } from '../scorecard/card.ts'

/** Whether more of a number (or a truth) is better, 1, or worse, −1; or the marks of each choice. */
export type FieldReading = 1 | -1 | Readonly<Record<string, number>>

/**
 * How a card of marks reads each of its fields: numbers by the side that it holds for better, choices by their marks, and what is
 * true as good or bad. A field that several rules read is taken as the first does.
 */
export function fieldReadings(card: MarksCard, options: CardOptions): ReadonlyMap<string, FieldReading> {
  const chosen = cardOptions(card, options)
  const items = card.sections.filter((section) => isScored(section, chosen)).flatMap((section) => section.items)
  const readings = [
    ...items.flatMap(({ rule }) => readingsOf(rule)),
    ...deductionReadings(card),
    ...card.limits.flatMap(({ anyOf }) => anyOf.flatMap(triggerReadings)),
  ]
  return new Map(readings.reverse())
}

type Named = readonly [field: string, reading: FieldReading]

function readingsOf(rule: ScorecardRule): Named[] {
  switch (rule.kind) {
    case 'step':
      return [[rule.field, rule.better === 'lower' ? -1 : 1]]
    case 'bands': {
      const rising = (rule.bands[0]?.marks ?? 0) >= rule.otherwise
      const zero: Named[] = rule.zeroIf === undefined ? [] : [[rule.zeroIf, -1]]
      return [[rule.field, rising ? 1 : -1], ...zero]
    }
    case 'choice':
      return [[rule.field, rule.marks]]
    case 'limitAndFlag':
      return [
        [rule.field, -1],
        [rule.flag, 1],
      ]
    case 'count':
      return [[rule.field, -1]]
    case 'volume':
      return Object.entries(rule.fields).map(([field, weight]) => [field, weight < 0 ? -1 : 1])
  }
}

const deductionReadings = ({ deduction }: MarksCard): Named[] =>
  deduction
    ? [
        [deduction.amount, -1],
        [deduction.base, 1],
      ]
    : []

function triggerReadings(trigger: ScorecardTrigger): Named[] {
  if (typeof trigger === 'string') return [[trigger, -1]]
  return 'field' in trigger ? [[trigger.field, 1]] : trigger.map((flag) => [flag, -1])
}
