import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import type { CellRates } from '../price.ts'
import { columnRates } from '../price.ts'
import type { Schedule } from '../schedule.ts'
import { lossRates } from './lossRates.ts'
import { netRates } from './netRates.ts'
import { pathMoney } from './pathMoney.ts'
import { Recorder } from './recorder.ts'
import { lossFigures } from './riskFigures.ts'
import { surplusVariance } from './surplusVariance.ts'

/** A simulated figure with its standard error. */
export interface WithError {
  readonly value: number
  readonly standardError: number
}

/** The two figures that the law of large numbers is about, on one cube under one schedule. */
export function sizeFigures(
  cube: OutcomeCube,
  schedule: Schedule,
  cellRates: CellRates,
  economics: Economics,
  confidence: number,
): { readonly standardDeviation: WithError; readonly coverageProbability: WithError } {
  const rates = columnRates(cube.columns, cube.cells, cellRates.offered, economics, schedule.cap)
  const money = pathMoney(cube, rates, economics, schedule.costs)
  const net = netRates(rates, cube.columns, schedule.costs)
  const surplus = surplusVariance(cube, economics, true)?.(net) ?? null
  const record = new Recorder(cube.replicates, confidence)
  const coverageProbability = record.notNegative('coverageProbability', money.surplus, surplus)
  const { lossRate } = lossFigures(cube, lossRates(cube, money, economics.bankShare), record)
  const withError = (name: string, value: number): WithError => ({ value, standardError: record.errorOf(name) })
  return {
    standardDeviation: withError('lossRate.standardDeviation', lossRate.standardDeviation),
    coverageProbability: withError('coverageProbability', coverageProbability),
  }
}
