import type { BuildUp } from '../result.ts'
import type { PathMoney } from './pathMoney.ts'
import type { Recorder } from './recorder.ts'

/** Where each line of the build-up comes from. */
const LINES: Record<keyof BuildUp, keyof Omit<PathMoney, 'groups'>> = {
  portfolioYield: 'interest',
  crossIncome: 'crossIncome',
  fundingCost: 'fundingCost',
  operatingCost: 'operatingCost',
  tax: 'tax',
  targetProfit: 'targetProfit',
  expectedLoss: 'loss',
  surplus: 'surplus',
}

/** The build-up over one denominator D = E[earned balance-years], so that it adds up exactly. */
export function buildUp(money: PathMoney, record: Recorder): BuildUp {
  const line = (name: keyof BuildUp): number => record.ratio(name, money[LINES[name]], money.earned)
  return {
    portfolioYield: line('portfolioYield'),
    crossIncome: line('crossIncome'),
    fundingCost: line('fundingCost'),
    operatingCost: line('operatingCost'),
    tax: line('tax'),
    targetProfit: line('targetProfit'),
    expectedLoss: line('expectedLoss'),
    surplus: line('surplus'),
  }
}
