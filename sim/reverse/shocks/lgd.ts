import { COLLATERALS } from '../../../models/types.ts'
import { added, neverRefused, withShocks } from '../shock.ts'
import type { Shock } from '../shock.ts'

/** Added to the LGD of every collateral class, as a share of the exposure; no LGD leaves 0..1. */
export const lgd: Shock = {
  id: 'lgd',
  unit: 'points',
  acts: 'outcomes',
  sizes: [-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1],
  today: () => 0,
  refusal: neverRefused,
  apply: (world, size) => {
    const { lgdAdd } = world.scenario.shocks
    return withShocks(world, {
      lgdAdd: Object.fromEntries(COLLATERALS.map((name) => [name, added(lgdAdd[name], size)])),
    })
  },
}
