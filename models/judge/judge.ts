import { columnRates } from '../price.ts'
import type { Figures } from '../result.ts'
import type { CostParameters } from '../schedule.ts'
import { assessmentFigures } from './assessmentFigures.ts'
import { breakEvenYield } from './breakEvenYield.ts'
import { buildUp } from './buildUp.ts'
import { cellFigures } from './cellFigures.ts'
import { contributions } from './contributions.ts'
import { coverageShift } from './coverageShift.ts'
import { pdMultipleToBreakEven } from './pdMultipleToBreakEven.ts'
import type { JudgeInputs, Judgement } from './judgement.ts'
import { lossRates } from './lossRates.ts'
import { moneyMeans } from './moneyMeans.ts'
import { netRates } from './netRates.ts'
import { nplFigures } from './nplFigures.ts'
import { pathMoney } from './pathMoney.ts'
import { YIELD_LEVEL, parallelShift, yieldFor95 } from './parallelShift.ts'
import { pathTable } from './pathTable.ts'
import { ratioShift } from './ratioShift.ts'
import { Recorder } from './recorder.ts'
import { replicateOutcomes } from './replicateOutcomes.ts'
import {
  contagionMultiplier,
  coverageChances,
  coverageRatio,
  economicCapital,
  lossFigures,
  returnOnCapital,
} from './riskFigures.ts'
import { surplusVariance } from './surplusVariance.ts'
import { hasFewLosses, verdictTests } from './verdictTests.ts'
import { yearFigures } from './yearFigures.ts'

/**
 * The verdict: every figure of a rate schedule on an outcome cube, each with its standard error (MODEL §8, §10). Pure linear
 * algebra on the cube: a repriced figure equals that of a full run with the schedule.
 */
export function judge(inputs: JudgeInputs): Judgement {
  const { cube, schedule, cellRates, economics, rules } = inputs
  const costs: CostParameters = schedule.costs
  const rates = columnRates(cube.columns, cube.cells, cellRates.offered, economics, schedule.cap)
  const money = pathMoney(cube, rates, economics, costs)
  const record = new Recorder(cube.replicates, rules.confidence)

  const net = netRates(rates, cube.columns, costs)
  const surplusVarianceAt = surplusVariance(cube, economics, true)
  const spread = {
    surplus: surplusVarianceAt?.(net) ?? null,
    profit: surplusVariance(cube, economics, false)?.(net) ?? null,
  }
  const outcomes = replicateOutcomes(cube)
  const means = moneyMeans(outcomes, rates, cube.columns, economics, costs)
  const losses = lossRates(cube, money, economics.bankShare)
  const surplusAt = inputs.expectedSurplus(net, economics)
  const built = buildUp(means, record)
  const fewLosses = hasFewLosses(cube)
  const simulated = inputs.expectationIsExact || fewLosses ? null : built.surplus
  const level = rules.coverageProbability
  const shiftTo = (to: number) => coverageShift(money, to, costs, surplusVarianceAt, record)
  const shiftTo95 = shiftTo(YIELD_LEVEL)
  const figures: Figures = {
    balance: record.replicateMean('balance', means.earned, 12 / cube.horizonMonths),
    ...built,
    coverageRatio: coverageRatio(means, record),
    ...coverageChances(money, spread, record),
    breakEvenYield: breakEvenYield(means, outcomes, rates, cube.columns, costs, record),
    yieldFor95: yieldFor95(built.portfolioYield, shiftTo95, record),
    parallelShift: parallelShift(
      ratioShift(means, outcomes, rates, cube.columns, costs),
      level === YIELD_LEVEL ? shiftTo95 : shiftTo(level),
      record,
    ),
    pdMultipleToBreakEven: pdMultipleToBreakEven(surplusAt, simulated, record),
    ...lossFigures(cube, losses, record),
    ...nplFigures(cube, record),
    ...(inputs.hasGuarantees ? { contagionMultiplier: contagionMultiplier(cube, record) } : {}),
    economicCapital: economicCapital(cube, money, economics, record),
    raroc: returnOnCapital(means, outcomes, economics, costs, record),
    ...assessmentFigures(cube, means, record),
    years: yearFigures(cube, rates, economics, costs, record),
    cells: cellFigures(cube, rates, cellRates, economics, costs, record),
    contributions: contributions(cube, losses, record),
    concentration: inputs.concentration,
  }
  for (const [name, value] of Object.entries<number | null>({ ...inputs.concentration }))
    if (value === null) record.missing(`concentration.${name}`, 'the book has no clusters')
    else record.exact(`concentration.${name}`, value)
  const tests = verdictTests(figures, inputs, fewLosses ? surplusAt(1) : null, record)
  return {
    figures,
    standardErrors: record.errors,
    reasons: record.reasons,
    ...tests,
    paths: pathTable(cube, money, figures.npl),
    replicates: record.byReplicate,
  }
}
