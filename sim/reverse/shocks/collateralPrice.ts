import { compounded, neverRefused, withShocks } from '../shock.ts'
import type { Shock } from '../shock.ts'

const CLASSES = ['residential', 'commercial', 'movable'] as const

/** Relative change of the value of all collateral, after the scenario's own. */
export const collateralPrice: Shock = {
  id: 'collateralPrice',
  unit: 'change',
  acts: 'outcomes',
  sizes: [-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1],
  today: () => 0,
  refusal: neverRefused,
  apply: (world, size) => {
    const { collateralPrice } = world.scenario.shocks
    return withShocks(world, {
      collateralPrice: Object.fromEntries(CLASSES.map((name) => [name, compounded(collateralPrice[name], size)])),
    })
  },
}
