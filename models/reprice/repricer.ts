import type { PricingCase } from '../judge/pricingCase.ts'
import type { Schedule } from '../schedule.ts'
import { answerer } from './answerer.ts'
import { inputsUnder } from './inputsUnder.ts'
import type { Repriced, Terms } from './terms.ts'
import { toRepriced } from './toRepriced.ts'

/**
 * Answers changing terms of a schedule on one scenario's outcomes, each figure to the bit that of a full judgement (`judge`); see
 * {@link answerer} for what is kept from one answer to the next.
 *
 * @param schedule  as run; the terms take the place of its own
 * @returns what answers terms; throws a RangeError where a number of theirs is not finite
 */
export function repricer(outcomes: PricingCase, schedule: Schedule): (terms: Terms) => Repriced {
  const { scenario, cube } = outcomes
  const inputsOf = inputsUnder(outcomes, schedule)
  const answer = answerer(cube)
  return (terms) => {
    requireFinite(terms)
    return toRepriced(scenario.id, answer(inputsOf(terms)))
  }
}

/** What is kept from one answer to the next must never take up a number that no later one gets rid of. */
function requireFinite({ costs, cap, rates }: Terms): void {
  for (const [name, value] of Object.entries<number>({ ...costs, cap }))
    if (!Number.isFinite(value)) throw new RangeError(`terms: ${name} must be a finite number, got ${value}`)
  const odd = rates.findIndex((rate) => !Number.isFinite(rate))
  if (odd >= 0) throw new RangeError(`terms: rates[${odd}] must be a finite number, got ${rates[odd]}`)
}
