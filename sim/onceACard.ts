import type { Strategy } from '../models/study.ts'

/** Does a piece of work once a card, options and way of verifying, whatever else differs between strategies. */
export function onceACard<T>(work: (strategy: Strategy) => T): (strategy: Strategy) => T {
  const done = new Map<string, T>()
  return (strategy) => {
    const key = JSON.stringify([strategy.scorecard, strategy.verification])
    if (!done.has(key)) done.set(key, work(strategy))
    return done.get(key)!
  }
}
