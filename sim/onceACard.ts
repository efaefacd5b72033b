import type { Strategy } from '../models/strategy.ts'

/** Does a piece of work once for all strategies that score applicants alike: by card, options, way of verifying and settlement card. */
export function onceACard<T>(work: (strategy: Strategy) => T): (strategy: Strategy) => T {
  const done = new Map<string, T>()
  return (strategy) => {
    const key = JSON.stringify([strategy.scorecard, strategy.verification, strategy.settlement?.card])
    if (!done.has(key)) done.set(key, work(strategy))
    return done.get(key)!
  }
}
