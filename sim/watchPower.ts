import type { WatchPower } from '../models/result.ts'
import type { Strategy } from '../models/strategy.ts'
import { admittedBorrowers } from './synthesise/admittedBorrowers.ts'
import type { History } from './synthesise/history.ts'
import { measureWatch } from './synthesise/measureWatch.ts'
import type { SalesShock } from './synthesise/salesShock.ts'

/** Whether a strategy watches its borrowers once the loan is granted. */
export const isWatching = ({ monitoring, renewal }: Strategy): boolean => monitoring !== null || renewal !== null

/** The power of a strategy's watching among those whom it would have lent to; null where it does not watch. */
export const watchPower = (strategy: Strategy, history: () => History, shock: SalesShock): WatchPower | null =>
  isWatching(strategy) ? measureWatch(history(), strategy, admittedBorrowers(history(), strategy), shock) : null
