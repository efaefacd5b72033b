import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import type { Figures, LossRate } from '../result.ts'
import type { CostParameters } from '../study.ts'
import type { PathMoney } from './pathMoney.ts'
import type { Recorder } from './recorder.ts'

/** Whether and how often income covers risk. */
export function coverageFigures(
  money: PathMoney,
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
    coverageProbability: record.shareNotNegative('coverageProbability', surplus),
    profitProbability: record.shareNotNegative('profitProbability', profit),
  }
}

/** The distribution of losses, and what a supervisor would see. */
export function riskFigures(
  cube: OutcomeCube,
  money: PathMoney,
  record: Recorder,
): Pick<Figures, 'lossRate' | 'defaultRate' | 'nplPeak'> {
  const rates = money.loss.map((l) => l / cube.openingExposure)
  const mean = record.mean('lossRate.mean', rates)
  const lossRate: LossRate = {
    mean,
    standardDeviation: standardDeviation(rates, record),
    valueAtRisk99: record.quantile('lossRate.valueAtRisk99', rates, 0.99),
    valueAtRisk999: record.quantile('lossRate.valueAtRisk999', rates, 0.999),
    expectedShortfall99: record.expectedShortfall('lossRate.expectedShortfall99', rates, 0.99),
    expectedShortfall999: record.expectedShortfall('lossRate.expectedShortfall999', rates, 0.999),
  }
  const { paths, horizonMonths, nplRatio } = cube
  const peaks = new Float64Array(paths)
  for (let m = 0; m < horizonMonths; m++)
    for (let p = 0; p < paths; p++) peaks[p] = Math.max(peaks[p]!, nplRatio[m * paths + p]!)
  return {
    lossRate,
    defaultRate: record.mean('defaultRate', cube.year1Defaults, 1 / cube.loans),
    nplPeak: record.mean('nplPeak', peaks),
  }
}

/** √(E x² − (E x)²) with the delta method's error. */
function standardDeviation(values: Float64Array, record: Recorder): number {
  const first = record.means(values)
  const centre = first.reduce((a, b) => a + b, 0) / first.length
  const second = record.means(values.map((v) => (v - centre) ** 2))
  const sd = Math.sqrt(second.reduce((a, b) => a + b, 0) / second.length)
  record.replicateMean('lossRate.standardDeviation', sd === 0 ? second : second.map((v) => v / (2 * sd) + sd / 2))
  return sd
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
  const valueAtRisk = record.quantile('economicCapital', money.year1Loss, 0.999)
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
