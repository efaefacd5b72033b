import type { OutcomeCube } from '../cube.ts'
import type { Figures } from '../result.ts'
import type { MoneyMeans } from './moneyMeans.ts'
import type { Recorder } from './recorder.ts'

/**
 * What a branch is assessed by: comprehensive profit first, then the NPL ratio and the ratio of new overdue loans.
 *
 *     comprehensiveProfit = E[income − cost − loss] / years          comprehensiveProfitRate = E[income − cost − loss] / E[earned balance-years]
 *     newOverdueRatio = E[defaulted exposure] / E[earned balance-years]
 *
 * Profit is before target profit and income tax; the NPL ratio is that reported at the last month-end.
 */
export function assessmentFigures(
  { paths, horizonMonths, nplRatio, defaultedExposure }: OutcomeCube,
  { surplus, targetProfit, earned }: MoneyMeans,
  record: Recorder,
): Pick<Figures, 'comprehensiveProfit' | 'comprehensiveProfitRate' | 'nplRatio' | 'newOverdueRatio'> {
  const profit = surplus.map((s, r) => s + targetProfit[r]!)
  return {
    comprehensiveProfit: record.replicateMean('comprehensiveProfit', profit, 12 / horizonMonths),
    comprehensiveProfitRate: record.replicateRatio('comprehensiveProfitRate', profit, earned),
    nplRatio: record.mean('nplRatio', nplRatio.subarray((horizonMonths - 1) * paths, horizonMonths * paths)),
    newOverdueRatio: record.replicateRatio('newOverdueRatio', record.means(defaultedExposure), earned),
  }
}
