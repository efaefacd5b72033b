import type { BuildUp } from '../result.ts'
import type { PathMoney } from './pathMoney.ts'
import type { Recorder } from './recorder.ts'

/** Lines of the build-up and where they come from; surplus last. */
const LINES = {
  portfolioYield: 'interest',
  crossIncome: 'crossIncome',
  fundingCost: 'fundingCost',
  operatingCost: 'operatingCost',
  tax: 'tax',
  targetProfit: 'targetProfit',
  expectedLoss: 'loss',
  surplus: 'surplus',
} as const

/** The build-up over one denominator D = E[earned balance-years], so that it adds up exactly. */
export function buildUp(money: PathMoney, record: Recorder): BuildUp {
  const lines = Object.entries(LINES).map(([name, source]) => [name, record.ratio(name, money[source], money.earned)])
  return Object.fromEntries(lines)
}
