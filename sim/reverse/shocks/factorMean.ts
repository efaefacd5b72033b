import { GLOBAL } from '../../engine/factors.ts'
import { added, withShocks } from '../shock.ts'
import type { Shock } from '../shock.ts'

/** Shifts the mean of the global factor, in its standard deviations; negative is bad. */
export const factorMean: Shock = {
  id: 'factorMean',
  unit: 'deviations',
  acts: 'outcomes',
  sizes: [-8, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8],
  today: () => 0,
  refusal: ({ book, scenario: { shocks } }) => {
    if ([shocks.pdMultiple, ...Object.values(shocks.sectorPdMultiple)].flat().some((multiple) => multiple !== 1))
      return {
        en: 'the scenario has a PD multiple other than 1: a shift of the factor would shift the same default rate twice',
        zh: '该情景的违约率倍数不为1；再移动因子会把同一违约率调整两次',
      }
    return book.factors.some(({ by, loading }) => by === GLOBAL && loading > 0)
      ? null
      : { en: 'no firm of the book feels a global factor', zh: '该账册没有企业受全局因子影响' }
  },
  apply: (world, size) => withShocks(world, { factorMean: added(world.scenario.shocks.factorMean, size) }),
}
