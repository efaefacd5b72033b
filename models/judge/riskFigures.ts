import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import type { Figures, LossRate } from '../result.ts'
import type { CostParameters } from '../schedule.ts'
import { lossDistribution, varying } from './lossRates.ts'
import type { LossRates } from './lossRates.ts'
import type { MoneyMeans } from './moneyMeans.ts'
import type { PathMoney } from './pathMoney.ts'
import type { Recorder } from './recorder.ts'
import type { ReplicateOutcomes } from './replicateOutcomes.ts'

/** Variances of a path's surplus and profit given the factors, at the rates judged; null where a path is one outcome. */
export interface SurplusSpread {
  readonly surplus: Float64Array | null
  readonly profit: Float64Array | null
}

/** Whether and how often income covers risk, from the paths. */
export const coverageFigures = (
  money: Pick<PathMoney, 'surplus' | 'loss' | 'targetProfit'>,
  spread: SurplusSpread,
  record: Recorder,
): Pick<Figures, 'coverageRatio' | 'coverageProbability' | 'profitProbability'> => ({
  coverageRatio: coverageRatio({ surplus: record.means(money.surplus), loss: record.means(money.loss) }, record),
  ...coverageChances(money, spread, record),
})

/** E[income − cost − target] ÷ E[loss], from replicate means. */
export const coverageRatio = (
  { surplus, loss }: Pick<MoneyMeans, 'surplus' | 'loss'>,
  record: Recorder,
): number | null =>
  loss.every((l) => l === 0)
    ? record.missing('coverageRatio', 'no path has a loss')
    : record.replicateRatio(
        'coverageRatio',
        surplus.map((s, r) => s + loss[r]!),
        loss,
      )

/** How often a path's income covers its own loss. */
export const coverageChances = (
  { surplus, targetProfit }: Pick<PathMoney, 'surplus' | 'targetProfit'>,
  spread: SurplusSpread,
  record: Recorder,
): Pick<Figures, 'coverageProbability' | 'profitProbability'> => ({
  coverageProbability: record.notNegative('coverageProbability', surplus, spread.surplus),
  profitProbability: record.notNegative(
    'profitProbability',
    surplus.map((s, p) => s + targetProfit[p]!),
    spread.profit,
  ),
})

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
 * Capital that year-1 losses need.
 *
 *     economicCapital = (VaR99.9 − mean of year-1 loss) ÷ year-1 balance
 */
export function economicCapital(
  cube: OutcomeCube,
  { year1Loss }: Pick<PathMoney, 'year1Loss'>,
  { bankShare }: Economics,
  record: Recorder,
): number | null {
  const year1Balance = earnedInYear1(cube)
  const variances = cube.spread?.year1LossVariance.map((v) => v * bankShare ** 2)
  const year1Losses = lossDistribution(year1Loss, varying(variances), cube.replicates)
  const valueAtRisk = record.quantile('economicCapital', year1Losses, 0.999)
  if (valueAtRisk === null) return null
  const { value, standardError } = record.estimateMean(year1Loss)
  record.setError('economicCapital', Math.hypot(record.errorOf('economicCapital'), standardError) / year1Balance)
  return (valueAtRisk - value) / year1Balance
}

/**
 * Return on the capital that a schedule charges.
 *
 *     raroc = (income − cost − loss + Σ_y f_y·κ·F_y)·(1 − τ) ÷ Σ_y κ·F_y
 */
export function returnOnCapital(
  { surplus, targetProfit }: MoneyMeans,
  { funded }: Pick<ReplicateOutcomes, 'funded'>,
  { funding }: Economics,
  { capitalRatio, incomeTaxRate }: CostParameters,
  record: Recorder,
): number | null {
  if (!(capitalRatio > 0)) return record.missing('raroc', 'no capital is charged')
  const capital = surplus.map((_, r) => funded.reduce((sum, f) => sum + capitalRatio * f[r]!, 0))
  const earnedOn = (r: number): number => funded.reduce((sum, f, y) => sum + funding[y]! * capitalRatio * f[r]!, 0)
  const returned = surplus.map((s, r) => (s + targetProfit[r]! + earnedOn(r)) * (1 - incomeTaxRate))
  return record.replicateRatio('raroc', returned, capital)
}

/** Mean balance of year 1: earned balance-years of the first calendar year over its length. */
function earnedInYear1({ sums, years, paths, horizonMonths }: OutcomeCube): number {
  let sum = 0
  for (let i = 0; i < sums.earned.length; i += years) sum += sums.earned[i]!
  return sum / paths / (Math.min(12, horizonMonths) / 12)
}
