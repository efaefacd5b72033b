import { compounded, neverRefused, withShocks } from '../shock.ts'
import type { Shock } from '../shock.ts'

/** Relative change of natural deposits after the scenario's own, negative an outflow. */
export const depositVolume: Shock = {
  id: 'depositVolume',
  unit: 'change',
  acts: 'prices',
  sizes: [-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1],
  today: () => 0,
  refusal: neverRefused,
  apply: (world, size) => withShocks(world, { depositVolume: compounded(world.scenario.shocks.depositVolume, size) }),
}
