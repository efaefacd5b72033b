import type { CellSums } from '../cube.ts'
import { breakEvenYield } from '../judge/breakEvenYield.ts'
import { buildUp } from '../judge/buildUp.ts'
import { judge } from '../judge/judge.ts'
import type { JudgeInputs } from '../judge/judgement.ts'
import { moneyMeans } from '../judge/moneyMeans.ts'
import { netRates } from '../judge/netRates.ts'
import { nplPeaks } from '../judge/nplFigures.ts'
import { expectedSurplus } from '../judge/pdMultipleToBreakEven.ts'
import type { PricingCase } from '../judge/pricingCase.ts'
import { Recorder } from '../judge/recorder.ts'
import { replicateOutcomes } from '../judge/replicateOutcomes.ts'
import { coverageRatio, returnOnCapital } from '../judge/riskFigures.ts'
import { hasFewLosses, verdictTests } from '../judge/verdictTests.ts'
import { columnRates } from '../price.ts'
import { replicateMeans } from '../replicates.ts'
import type { Schedule } from '../study.ts'
import { inputsUnder } from './inputsUnder.ts'
import { PathCounts } from './pathCounts.ts'
import { repricedCells } from './repricedCells.ts'
import type { Repriced, Terms } from './terms.ts'
import { toRepriced } from './toRepriced.ts'

/**
 * Answers changing terms of a schedule on one scenario's outcomes, each figure to the bit that of a full judgement (`judge`).
 *
 * Everything but two probabilities is made of replicate means, by the formulas of the judgement; those two count paths, whose surplus is kept
 * from one answer to the next. So an edited cell costs one pass over its own columns, and what depends on no price is worked out once.
 * Where a path is a normal distribution (`clt`) its probabilities need all columns, and the whole judgement is made: such books have few paths.
 *
 * @param schedule  as run; the terms take the place of its own
 * @returns what answers terms; throws a RangeError where a number of theirs is not finite
 */
export function repricer(outcomes: PricingCase, schedule: Schedule): (terms: Terms) => Repriced {
  const { scenario, cube } = outcomes
  const stated = inputsUnder(outcomes, schedule)
  const inputsOf = (terms: Terms): JudgeInputs => {
    requireFinite(terms)
    return stated(terms)
  }
  return cube.spread ? (terms) => toRepriced(scenario.id, judge(inputsOf(terms))) : quickly(outcomes, inputsOf)
}

function quickly(
  { scenario, cube }: PricingCase,
  inputsOf: ReturnType<typeof inputsUnder>,
): (terms: Terms) => Repriced {
  const { columns, paths, replicates, horizonMonths } = cube
  const outcomes = replicateOutcomes(cube)
  const peaks = replicateMeans(nplPeaks(cube, cube.nplRatio), replicates)
  const fewLosses = hasFewLosses(cube)
  let expected: CellSums | null = null
  const pathCounts = new PathCounts(cube)
  const cellsUnder = repricedCells(cube)
  return (terms) => {
    const inputs = inputsOf(terms)
    const { schedule, cellRates, economics, rules } = inputs
    const { costs } = schedule
    const rates = columnRates(columns, cube.cells, cellRates.offered, economics, schedule.cap)
    const net = netRates(rates, columns, costs)
    const money = moneyMeans(outcomes, rates, columns, economics, costs)
    const { covered, profitable } = pathCounts.count({ rates, net, economics, costs })
    const record = new Recorder(replicates, rules.confidence)
    const figures = {
      balance: record.replicateMean('balance', money.earned, 12 / horizonMonths),
      ...buildUp(money, record),
      coverageRatio: coverageRatio(money, record),
      coverageProbability: record.share('coverageProbability', covered, paths),
      profitProbability: record.share('profitProbability', profitable, paths),
      breakEvenYield: breakEvenYield(money, outcomes, rates, columns, costs, record),
      raroc: returnOnCapital(money, outcomes, economics, costs, record),
      cells: cellsUnder(inputs, rates, record),
      nplPeak: record.replicateMean('nplPeak', peaks),
    }
    const sums = (): CellSums => (expected ??= inputs.expected(1))
    const exactSurplus = fewLosses ? expectedSurplus({ ...inputs, expected: sums }, net)(1) : null
    const tests = verdictTests(figures, inputs, exactSurplus, record)
    return toRepriced(scenario.id, { figures, standardErrors: record.errors, reasons: record.reasons, ...tests })
  }
}

/** What is kept from one answer to the next must never take up a number that no later one gets rid of. */
function requireFinite({ costs, cap, rates }: Terms): void {
  for (const [name, value] of Object.entries<number>({ ...costs, cap }))
    if (!Number.isFinite(value)) throw new RangeError(`terms: ${name} must be a finite number, got ${value}`)
  const odd = rates.findIndex((rate) => !Number.isFinite(rate))
  if (odd >= 0) throw new RangeError(`terms: rates[${odd}] must be a finite number, got ${rates[odd]}`)
}
