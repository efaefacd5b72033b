import { added, neverRefused, withShocks } from '../shock.ts'
import type { Shock } from '../shock.ts'

/** Change of both transfer prices, of loans and of deposits, for contracts signed from the first year on. */
export const funding: Shock = {
  id: 'funding',
  unit: 'rate',
  acts: 'prices',
  sizes: [-0.5, -0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4, 0.5],
  today: () => 0,
  refusal: neverRefused,
  apply: (world, size) => withShocks(world, { fundingRate: added(world.scenario.shocks.fundingRate, size) }),
}
