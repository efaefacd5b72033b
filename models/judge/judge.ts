import { columnRates } from '../price.ts'
import type { Figures } from '../result.ts'
import type { CostParameters } from '../study.ts'
import { breakEven } from './breakEven.ts'
import { buildUp } from './buildUp.ts'
import { cellFigures } from './cellFigures.ts'
import { expectedSurplus, pdMultipleToBreakEven } from './pdMultipleToBreakEven.ts'
import type { JudgeInputs, Judgement } from './judgement.ts'
import { pathMoney } from './pathMoney.ts'
import { pathTable } from './pathTable.ts'
import { Recorder } from './recorder.ts'
import { capitalFigures, coverageFigures, riskFigures } from './riskFigures.ts'
import { verdictTests } from './verdictTests.ts'
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

  const surplusAt = expectedSurplus(inputs, rates)
  const coverage = coverageFigures(money, record)
  const risk = riskFigures(cube, money, record)
  const figures: Figures = {
    balance: record.mean('balance', money.earned, 12 / cube.horizonMonths),
    ...buildUp(money, record),
    ...coverage,
    ...breakEven(money, costs, record),
    pdMultipleToBreakEven: pdMultipleToBreakEven(surplusAt, record),
    ...risk,
    ...capitalFigures(cube, money, economics, costs, record),
    years: yearFigures(cube, rates, economics, costs, record),
    cells: cellFigures(cube, rates, cellRates, economics, costs, record),
  }
  const tests = verdictTests(figures, inputs, surplusAt(1), record)
  return {
    figures,
    standardErrors: record.errors,
    reasons: record.reasons,
    ...tests,
    paths: pathTable(cube, money),
  }
}
