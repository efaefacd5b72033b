import type { CrossSubsidy, ScheduleCost } from './optimised.ts'
import { keyAt } from './programme.ts'
import type { Programme } from './programme.ts'

/** Distance of rates from the programme's start. */
export const distanceOf = ({ weights, start }: Programme, rates: Float64Array): number =>
  Math.sqrt(weighted(weights, (k) => (rates[k]! - start[k]!) ** 2))

/** What rates cost the customers. */
export function scheduleCost(programme: Programme, rates: Float64Array): ScheduleCost {
  const { goals, balances, offered, cap } = programme
  const change = (k: number): number => Math.abs(rates[k]! - offered[k]!)
  return {
    distance: distanceOf(programme, rates),
    meanChange: weighted(balances, change),
    largestChange: Math.max(...Array.from(offered, (_, k) => change(k))),
    yieldRise: goals.map(({ name, yieldAt }) => ({ name, rise: yieldAt(rates, cap) - yieldAt(offered, cap) })),
  }
}

/** Which cells the others pay for at some rates; cells that no rate makes whole are left out. */
export function crossSubsidyOf(programme: Programme, rates: Float64Array): CrossSubsidy {
  const { balances, required } = programme
  const shortfalls = rates.map((rate, k) => (required[k]! > rate ? required[k]! - rate : 0))
  const largest = Math.max(...shortfalls)
  return {
    largest,
    cell: largest > 0 ? keyAt(programme, shortfalls.indexOf(largest)) : null,
    total: weighted(balances, (k) => shortfalls[k]!),
  }
}

function weighted(weights: Float64Array, value: (k: number) => number): number {
  let [sum, total] = [0, 0]
  for (const [k, weight] of weights.entries()) {
    sum += weight * value(k)
    total += weight
  }
  return sum / total
}
