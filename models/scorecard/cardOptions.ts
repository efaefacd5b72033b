import type { Scorecard, ScorecardSection } from './card.ts'
import type { Rounding } from './countSteps.ts'

/** A value for every option of a card. */
export type CardOptions = Readonly<Record<string, string | boolean>>

/**
 * Options of a card with every default filled in.
 *
 * @param given values by option; options left out take the card's first value
 * @throws {RangeError} when an option is unknown or a value is not allowed
 */
export function cardOptions(card: Scorecard, given: CardOptions = {}): CardOptions {
  for (const [name, value] of Object.entries(given)) {
    const allowed = Object.hasOwn(card.options, name) ? card.options[name] : undefined
    if (!allowed) {
      const known = Object.keys(card.options).join(', ') || 'none'
      throw new RangeError(`card ${card.id} has no option ${name}, allowed: ${known}`)
    }
    if (!allowed.includes(value))
      throw new RangeError(`option ${name} must be one of ${allowed.join(', ')}, got ${JSON.stringify(value)}`)
  }
  const defaults = Object.entries(card.options).map(([name, [first]]) => [name, first!] as const)
  return { ...Object.fromEntries(defaults), ...given }
}

/** How parts of a step count under the option `partialSteps`; a card without it counts whole steps. */
export const roundingOf = (options: CardOptions): Rounding => (options['partialSteps'] ?? 'floor') as Rounding

/** Whether a section counts under the options. */
export const isScored = ({ optional }: ScorecardSection, options: CardOptions): boolean =>
  optional === undefined || options[optional] !== false

/** A number, or the one that an option selects. */
export type OptionNumber = number | { readonly option: string; readonly values: Readonly<Record<string, number>> }

/** The number in force under the options. */
export function chosenNumber(written: OptionNumber, options: CardOptions): number {
  if (typeof written === 'number') return written
  const number = written.values[String(options[written.option])]
  if (number === undefined)
    throw new RangeError(`option ${written.option} must have a number for ${options[written.option]}`)
  return number
}
