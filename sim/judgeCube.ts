import { concentration, largestClusterShare } from '../models/concentration.ts'
import type { OutcomeCube } from '../models/cube.ts'
import { economics } from '../models/economics.ts'
import type { Economics } from '../models/economics.ts'
import { isExpectationExact } from '../models/expectation.ts'
import type { ExpectationInputs } from '../models/expectation.ts'
import { expectedSurplus } from '../models/expectedSurplus.ts'
import { judge } from '../models/judge/judge.ts'
import type { JudgeInputs } from '../models/judge/judgement.ts'
import type { PricingCase } from '../models/judge/pricingCase.ts'
import { lgdTables } from '../models/lgd.ts'
import type { LgdTables } from '../models/lgd.ts'
import { lgdLink } from '../models/lgdLink.ts'
import type { LgdLink } from '../models/lgdLink.ts'
import { priceCells } from '../models/price.ts'
import type { CellRates } from '../models/price.ts'
import type { Result, Selection } from '../models/result.ts'
import { frontier } from '../models/selection/frontier.ts'
import { inYear } from '../models/shocks.ts'
import type { Book } from '../models/book.ts'
import type { Scenario, Shocks } from '../models/scenario.ts'
import type { Schedule } from '../models/schedule.ts'
import type { Study } from '../models/study.ts'
import { NO_CLUSTER } from '../models/types.ts'
import type { Firms } from '../models/types.ts'
import { aliveMonths, yearlyPds } from '../models/yearlyPds.ts'
import { demandOf, withDemand } from './demand/demandOf.ts'
import type { Lending, Screened } from './lending.ts'
import { isFormulaic } from './lender.ts'
import type { PreparedBook } from './prepareBook.ts'
import { strategySchedule } from './strategySchedule.ts'
import { toResult } from './toResult.ts'
import type { ResultTables } from './types.ts'

/** Judges every strategy and schedule of a study on one book's cubes in one scenario. */
export function judgeCube(
  study: Study,
  prepared: PreparedBook,
  scenario: Scenario,
  cubes: readonly OutcomeCube[],
): ResultTables[] {
  return prepared.lendings.flatMap((lending, s) => {
    const outcomes = priced(study, prepared, scenario, s, cubes[s]!)
    const demand = demandOf(study, prepared, s, outcomes, cubes)
    return study.schedules.map((schedule) =>
      withDemand(judgeOne(study, prepared.book, lending, schedule, outcomes), demand),
    )
  })
}

function judgeOne(study: Study, book: Book, lending: Lending, stated: Schedule, outcomes: Priced): ResultTables {
  const { strategy, screened } = lending
  const { scenario, expectation } = outcomes
  const judgeInputs = outcomes.inputs(stated)
  const { schedule, cellRates } = judgeInputs
  const judged = judge(judgeInputs)
  const selection = screened && selectionOf(screened, { lending, stated, scenario, expectation, cellRates })
  const told = toResult({ study, book, strategy, schedule }, outcomes, judged)
  const result: Result = { ...told, selection, lawOfLargeNumbers: null }
  return { result, paths: judged.paths, replicates: judged.replicates }
}

interface Priced extends PricingCase {
  readonly expectation: ExpectationInputs
}

/**
 * A strategy's outcomes as schedules are judged on them.
 *
 * @param index  of the strategy
 */
export function priced(
  study: Study,
  prepared: PreparedBook,
  scenario: Scenario,
  index: number,
  cube: OutcomeCube,
): Priced {
  const { book, firms, lendings, simulated } = prepared
  const { levels, layouts, offered = layouts } = simulated
  const lending = lendings[index]!
  const { loans, layout, lender } = lending
  const { shocks } = scenario
  const { guaranteeFund: fund } = lender
  const clusters = clustersOf(firms)
  const lgd = lgdTables(lender.lgd, shocks, cube.years)
  const isCorrelated = levels.correlation === 'model' && levels.globalLoading > 0
  const alive = aliveMonths(firms, offered, cube.years)
  const expectation: ExpectationInputs = {
    firms,
    layout,
    alive,
    shocks,
    lgd,
    timing: book.timing,
    exposure: levels,
    link: isCorrelated ? shiftedLink(prepared, index, shocks, lgd, alive) : null,
    fund,
  }
  const meanLoanYears = mean(cube.loanYears)
  const unpriced = {
    cube,
    rules: study.verdict,
    largestClusterShare: clusters && largestClusterShare(loans, clusters),
    concentration: concentration(firms, loans, clusters),
    hasGuarantees: book.guarantees !== null && (shocks.guaranteeShare ?? book.guarantees.share) > 0,
    expectedSurplus: (net: Float64Array, own: Economics) => expectedSurplus(expectation, net, own),
    expectationIsExact: isFormulaic(lender) && isExpectationExact(book, fund, shocks, isCorrelated),
  }
  const inputs = (stated: Schedule): JudgeInputs => {
    const schedule = strategySchedule(fixedBy(lending, stated), lending, firms, meanLoanYears)
    return {
      ...unpriced,
      schedule,
      cellRates: priceCells(layout, schedule),
      economics: economics(schedule, scenario, cube.years),
    }
  }
  return { scenario, cube, inputs, expectation }
}

/** A formula's rates stay what it asks of all who are offered a loan, whoever takes it. */
const fixedBy = ({ offer }: Lending, stated: Schedule): Schedule =>
  stated.rates === null && offer ? { ...stated, kind: 'schedule', spreads: null, rates: offer.rates } : stated

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length

/** What the strategy's choice was worth, and what another cut-off would have been. */
function selectionOf(
  { screening, uncut, told, assessment }: Screened,
  {
    lending,
    stated,
    scenario,
    expectation,
    cellRates,
  }: {
    readonly lending: Lending
    readonly stated: Schedule
    readonly scenario: Scenario
    readonly expectation: ExpectationInputs
    readonly cellRates: CellRates
  },
): Selection {
  const { strategy, layout } = lending
  // The frontier pays for the files itself.
  const schedule = strategySchedule(stated, lending, { count: 0 })
  return {
    ...screening(),
    // Applicants who go elsewhere are not in its sums.
    frontier: lending.offer
      ? []
      : frontier({
          strategy,
          told,
          assessment,
          uncut: uncut(),
          expectation,
          cellRates,
          schedule,
          economics: economics(schedule, scenario, layout.years),
        }),
  }
}

/** Cluster of each firm, −1 outside all; null where the book has no clusters. */
function clustersOf({ groupings }: Firms): Int32Array | null {
  const clusters = groupings.get('cluster')
  return clusters?.codes.map((code) => (clusters.labels[code] === NO_CLUSTER ? -1 : code)) ?? null
}

/** The LGD link, where a shift of the global factor moves the mean LGD by it. */
function shiftedLink(
  { book, firms, simulated: { levels, layouts, offered = layouts } }: PreparedBook,
  index: number,
  shocks: Shocks,
  lgd: LgdTables,
  alive: Uint8Array,
): LgdLink | null {
  if (book.lgd.link === 0 || shocks.factorMean.every((mean) => mean === 0)) return null
  const byYear = <T>(value: (year: number) => T): T[] => Array.from({ length: lgd.years }, (_, year) => value(year))
  const portfolio = {
    loans: offered[index]!.loans,
    pds: byYear((y) => yearlyPds(firms, shocks, y, alive)),
    exposure: levels,
    factorVolatility: byYear((y) => inYear(shocks.factorVolatility, y, 1)),
    degreesOfFreedom: book.globalFactor.degreesOfFreedom,
  }
  return lgdLink(book.lgd.link, portfolio, lgd)
}
