import { withShocks } from '../shock.ts'
import type { Shock } from '../shock.ts'

/** Multiplies the scenario's PD multiples, of all firms and of single sectors. */
export const pdMultiple: Shock = {
  id: 'pdMultiple',
  unit: 'multiple',
  acts: 'outcomes',
  sizes: [1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16, 32, 64],
  today: () => 1,
  refusal: ({ scenario }) =>
    scenario.shocks.factorMean.some((mean) => mean !== 0)
      ? {
          en: 'the scenario shifts the global factor: a PD multiple would shift the same default rate twice',
          zh: '该情景已移动全局因子；再乘违约率会把同一违约率调整两次',
        }
      : null,
  apply: (world, size) => {
    const { pdMultiple, sectorPdMultiple } = world.scenario.shocks
    const times = (list: readonly number[]): number[] => list.map((own) => own * size)
    return withShocks(world, {
      pdMultiple: times(pdMultiple),
      sectorPdMultiple: Object.fromEntries(Object.entries(sectorPdMultiple).map(([name, list]) => [name, times(list)])),
    })
  },
}
