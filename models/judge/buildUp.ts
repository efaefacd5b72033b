import type { BuildUp } from '../result.ts'
import type { MoneyMeans } from './moneyMeans.ts'
import type { Recorder } from './recorder.ts'

/** The build-up over one denominator D = E[earned balance-years], so that it adds up exactly. */
export function buildUp(money: MoneyMeans, record: Recorder): BuildUp {
  const line = (name: keyof BuildUp, values: Float64Array): number => record.replicateRatio(name, values, money.earned)
  return {
    portfolioYield: line('portfolioYield', money.interest),
    crossIncome: line('crossIncome', money.crossIncome),
    fundingCost: line('fundingCost', money.fundingCost),
    operatingCost: line('operatingCost', money.operatingCost),
    tax: line('tax', money.tax),
    targetProfit: line('targetProfit', money.targetProfit),
    expectedLoss: line('expectedLoss', money.loss),
    surplus: line('surplus', money.surplus),
  }
}
