import type { OutcomeCube } from '../cube.ts'
import { breakEvenYield } from '../judge/breakEvenYield.ts'
import { buildUp } from '../judge/buildUp.ts'
import type { JudgeInputs } from '../judge/judgement.ts'
import { moneyMeans } from '../judge/moneyMeans.ts'
import { netRates } from '../judge/netRates.ts'
import { nplPeaks } from '../judge/nplFigures.ts'
import { pathMoney } from '../judge/pathMoney.ts'
import { Recorder } from '../judge/recorder.ts'
import { replicateOutcomes } from '../judge/replicateOutcomes.ts'
import { coverageChances, coverageRatio, returnOnCapital } from '../judge/riskFigures.ts'
import { surplusVariance } from '../judge/surplusVariance.ts'
import { hasFewLosses, verdictTests } from '../judge/verdictTests.ts'
import { columnRates } from '../price.ts'
import { replicateMeans } from '../replicates.ts'
import { PathCounts } from './pathCounts.ts'
import type { Prices } from './pathCounts.ts'
import { repricedCells } from './repricedCells.ts'
import type { RepricedFigures } from './terms.ts'
import type { Judged } from './toRepriced.ts'

/**
 * Judges changing inputs on one outcome cube no further than an answer needs, each figure to the bit that of a full judgement (`judge`).
 *
 * Everything but two probabilities is made of replicate means, by the formulas of the judgement. So an edited cell costs one pass over its own
 * columns, and what depends on no price is worked out once.
 *
 * @returns what judges inputs of this very cube
 */
export function answerer(cube: OutcomeCube): (inputs: JudgeInputs) => Judged {
  const { columns, replicates, horizonMonths } = cube
  const outcomes = replicateOutcomes(cube)
  const peaks = replicateMeans(nplPeaks(cube, cube.nplRatio), replicates)
  const fewLosses = hasFewLosses(cube)
  const chances = cube.spread ? mixedChances(cube) : countedChances(cube)
  const cellsUnder = repricedCells(cube)
  return (inputs) => {
    const { schedule, cellRates, economics, rules } = inputs
    const { costs } = schedule
    const rates = columnRates(columns, cube.cells, cellRates.offered, economics, schedule.cap)
    const net = netRates(rates, columns, costs)
    const money = moneyMeans(outcomes, rates, columns, economics, costs)
    const record = new Recorder(replicates, rules.confidence)
    const figures = {
      balance: record.replicateMean('balance', money.earned, 12 / horizonMonths),
      ...buildUp(money, record),
      coverageRatio: coverageRatio(money, record),
      ...chances({ rates, net, economics, costs }, record),
      breakEvenYield: breakEvenYield(money, outcomes, rates, columns, costs, record),
      raroc: returnOnCapital(money, outcomes, economics, costs, record),
      cells: cellsUnder(inputs, rates, record),
      nplPeak: record.replicateMean('nplPeak', peaks),
    }
    const expectedSurplus = fewLosses ? inputs.expectedSurplus(net, economics)(1) : null
    const tests = verdictTests(figures, inputs, expectedSurplus, record)
    return { figures, standardErrors: record.errors, reasons: record.reasons, ...tests }
  }
}

/** The two probabilities of {@link RepricedFigures}. */
type Chances = (prices: Prices, record: Recorder) => Pick<RepricedFigures, 'coverageProbability' | 'profitProbability'>

/** Counts paths, whose surplus is kept from one answer to the next. */
function countedChances(cube: OutcomeCube): Chances {
  const pathCounts = new PathCounts(cube)
  return (prices, record) => {
    const { covered, profitable } = pathCounts.count(prices)
    return {
      coverageProbability: record.share('coverageProbability', covered, cube.paths),
      profitProbability: record.share('profitProbability', profitable, cube.paths),
    }
  }
}

/** Where each path is a normal distribution (`clt`), all columns are looked at again: such cubes have few paths. */
const mixedChances =
  (cube: OutcomeCube): Chances =>
  ({ rates, net, economics, costs }, record) => {
    const variance = (withTarget: boolean) => surplusVariance(cube, economics, withTarget)?.(net) ?? null
    const spread = { surplus: variance(true), profit: variance(false) }
    return coverageChances(pathMoney(cube, rates, economics, costs), spread, record)
  }
