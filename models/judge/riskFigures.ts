import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import type { Figures, LossRate } from '../result.ts'
import type { CostParameters } from '../study.ts'
import { lossDistribution, varying } from './lossRates.ts'
import type { LossRates } from './lossRates.ts'
import type { PathMoney } from './pathMoney.ts'
import type { Recorder } from './recorder.ts'

/** Variances of a path's surplus and profit given the factors, at the rates judged; null where a path is one outcome. */
export interface SurplusSpread {
  readonly surplus: Float64Array | null
  readonly profit: Float64Array | null
}

/** Whether and how often income covers risk. */
export function coverageFigures(
  money: PathMoney,
  spread: SurplusSpread,
  record: Recorder,
): Pick<Figures, 'coverageRatio' | 'coverageProbability' | 'profitProbability'> {
  const { surplus, loss, targetProfit } = money
  const beforeLoss = surplus.map((s, p) => s + loss[p]!)
  const profit = surplus.map((s, p) => s + targetProfit[p]!)
  const lossless = loss.every((l) => l === 0)
  return {
    coverageRatio: lossless
      ? record.missing('coverageRatio', 'no path has a loss')
      : record.ratio('coverageRatio', beforeLoss, loss),
    coverageProbability: record.notNegative('coverageProbability', surplus, spread.surplus),
    profitProbability: record.notNegative('profitProbability', profit, spread.profit),
  }
}

/** The distribution of losses. */
export function lossFigures(
  cube: OutcomeCube,
  losses: LossRates,
  record: Recorder,
): Pick<Figures, 'lossRate' | 'defaultRate'> {
  const { rates, distribution } = losses
  const lossRate: LossRate = {
    mean: record.mean('lossRate.mean', rates),
    standardDeviation: standardDeviation(losses, record),
    valueAtRisk99: record.quantile('lossRate.valueAtRisk99', distribution, 0.99),
    valueAtRisk999: record.quantile('lossRate.valueAtRisk999', distribution, 0.999),
    expectedShortfall99: record.expectedShortfall('lossRate.expectedShortfall99', distribution, 0.99),
    expectedShortfall999: record.expectedShortfall('lossRate.expectedShortfall999', distribution, 0.999),
  }
  return { lossRate, defaultRate: record.mean('defaultRate', cube.year1Defaults, 1 / cube.loans) }
}

/** √(mean of deviation² + variance) with the delta method's error. */
function standardDeviation({ variance, replicateVariances }: LossRates, record: Recorder): number {
  const sd = Math.sqrt(variance)
  const linear = sd === 0 ? replicateVariances : replicateVariances.map((v) => v / (2 * sd) + sd / 2)
  record.replicateMean('lossRate.standardDeviation', linear)
  return sd
}

/** Firms that default ÷ firms that would without guarantee calls. */
export function contagionMultiplier(
  { firmDefaults, firmDefaultsUncalled }: OutcomeCube,
  record: Recorder,
): number | null {
  const name = 'contagionMultiplier'
  if (firmDefaultsUncalled.every((n) => n === 0)) return record.missing(name, 'no path has a default')
  return record.ratio(name, firmDefaults, firmDefaultsUncalled)
}

/**
 * Capital that year-1 losses need, and the return on the capital the schedule charges.
 *
 *     economicCapital = (VaR99.9 − mean of year-1 loss) ÷ year-1 balance
 *     raroc = (income − cost − loss + Σ_y f_y·κ·F_y)·(1 − τ) ÷ Σ_y κ·F_y
 */
export function capitalFigures(
  cube: OutcomeCube,
  money: PathMoney,
  economics: Economics,
  costs: CostParameters,
  record: Recorder,
): Pick<Figures, 'economicCapital' | 'raroc'> {
  const { paths } = cube
  const year1Balance = earnedInYear1(cube)
  const variances = cube.spread?.year1LossVariance.map((v) => v * economics.bankShare ** 2)
  const year1Losses = lossDistribution(money.year1Loss, varying(variances), cube.replicates)
  const valueAtRisk = record.quantile('economicCapital', year1Losses, 0.999)
  let economicCapital: number | null = null
  if (valueAtRisk !== null) {
    const { value, standardError } = record.estimateMean(money.year1Loss)
    record.setError('economicCapital', Math.hypot(record.errorOf('economicCapital'), standardError) / year1Balance)
    economicCapital = (valueAtRisk - value) / year1Balance
  }

  const returned = new Float64Array(paths)
  const capital = new Float64Array(paths)
  for (let p = 0; p < paths; p++) {
    returned[p] = money.surplus[p]! + money.targetProfit[p]!
    for (let y = 0; y < economics.rateYears; y++) {
      const held = costs.capitalRatio * cube.funded[y * paths + p]!
      capital[p]! += held
      returned[p]! += economics.funding[y]! * held
    }
    returned[p]! *= 1 - costs.incomeTaxRate
  }
  const raroc =
    costs.capitalRatio > 0 ? record.ratio('raroc', returned, capital) : record.missing('raroc', 'no capital is charged')
  return { economicCapital, raroc }
}

/** Mean balance of year 1: earned balance-years of the first calendar year over its length. */
function earnedInYear1({ sums, years, paths, horizonMonths }: OutcomeCube): number {
  let sum = 0
  for (let i = 0; i < sums.earned.length; i += years) sum += sums.earned[i]!
  return sum / paths / (Math.min(12, horizonMonths) / 12)
}
