import { added, neverRefused, withShocks } from '../shock.ts'
import type { Shock } from '../shock.ts'

/** Change of the rate of every loan signed from the first year on, negative a cut; no rate leaves 0 or passes the legal cap. */
export const loanRate: Shock = {
  id: 'loanRate',
  unit: 'rate',
  acts: 'prices',
  sizes: [-0.5, -0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4, 0.5],
  today: () => 0,
  refusal: neverRefused,
  apply: (world, size) => withShocks(world, { loanRate: added(world.scenario.shocks.loanRate, size) }),
}
