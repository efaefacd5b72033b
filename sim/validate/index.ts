import { basel } from './basel.ts'
import { benchmarkBooks } from './benchmarkBooks.ts'
import { bothWays } from './bothWays.ts'
import { creditRiskPlus } from './creditRiskPlus.ts'
import { dependence } from './dependence.ts'
import type { Family } from './family.ts'
import { fidelities } from './fidelities.ts'
import { finiteBook } from './finiteBook.ts'
import { floorIdentity } from './floorIdentity.ts'
import { guaranteeCalls } from './guaranteeCalls.ts'
import { guaranteeFund } from './guaranteeFund.ts'
import { lawOfLargeNumbers } from './lawOfLargeNumbers.ts'
import { lossLink } from './lossLink.ts'
import { oracles } from './oracles.ts'
import { pricing } from './pricing.ts'
import { vasicek } from './vasicek.ts'

/** Everything `validate` checks, in the order of its table. */
export const FAMILIES: readonly Family[] = [
  vasicek,
  finiteBook,
  lawOfLargeNumbers,
  creditRiskPlus,
  basel,
  pricing,
  bothWays,
  oracles,
  benchmarkBooks,
  fidelities,
  dependence,
  lossLink,
  guaranteeCalls,
  guaranteeFund,
  floorIdentity,
]
