import { concentration, largestClusterShare } from '../models/concentration.ts'
import type { OutcomeCube } from '../models/cube.ts'
import { economics } from '../models/economics.ts'
import { expectedSums, isExpectationExact } from '../models/expectedSums.ts'
import type { ExpectationInputs } from '../models/expectedSums.ts'
import { judge } from '../models/judge/judge.ts'
import { lgdTables } from '../models/lgd.ts'
import type { LgdTables } from '../models/lgd.ts'
import { lgdLink } from '../models/lgdLink.ts'
import type { LgdLink } from '../models/lgdLink.ts'
import { priceCells } from '../models/price.ts'
import type { Result } from '../models/result.ts'
import { inYear } from '../models/shocks.ts'
import type { Scenario, Schedule, Shocks, Strategy, Study } from '../models/study.ts'
import type { Firms } from '../models/types.ts'
import { aliveMonths, yearlyPds } from '../models/yearlyPds.ts'
import type { PreparedBook } from './prepareBook.ts'
import { NO_CLUSTER } from './synthesise/population.ts'
import type { ResultTables } from './types.ts'

/** Judges every strategy and schedule of a study on one book's cubes in one scenario. */
export function judgeCube(
  study: Study,
  prepared: PreparedBook,
  scenario: Scenario,
  cubes: readonly OutcomeCube[],
): ResultTables[] {
  return study.strategies.flatMap((strategy, s) =>
    study.schedules.map((schedule) => judgeOne(study, prepared, scenario, strategy, s, schedule, cubes[s]!)),
  )
}

function judgeOne(
  study: Study,
  prepared: PreparedBook,
  scenario: Scenario,
  strategy: Strategy,
  index: number,
  schedule: Schedule,
  cube: OutcomeCube,
): ResultTables {
  const { book, firms, loans, simulated } = prepared
  const { levels, layouts } = simulated
  const layout = layouts[index]!
  const { shocks } = scenario
  const { guaranteeFund: fund } = strategy
  const clusters = clustersOf(firms)
  const lgd = lgdTables(book.lgd, shocks, cube.years)
  const isCorrelated = levels.correlation === 'model' && levels.globalLoading > 0
  const hasGuarantees = book.guarantees !== null && (shocks.guaranteeShare ?? book.guarantees.share) > 0
  const alive = aliveMonths(firms, layouts, cube.years)
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
  const { figures, standardErrors, reasons, tests, verdict, pathsToDecide, paths } = judge({
    cube,
    schedule,
    cellRates: priceCells(layout, schedule),
    economics: economics(schedule, scenario, cube.years),
    rules: study.verdict,
    largestClusterShare: clusters && largestClusterShare(loans[index]!, clusters),
    concentration: concentration(firms, loans[index]!, clusters),
    hasGuarantees,
    expected: (multiple) => expectedSums(expectation, multiple),
    expectationIsExact: isExpectationExact(book, fund, shocks, isCorrelated),
  })
  const vary = { ...book.vary, ...strategy.vary, ...schedule.vary, ...scenario.vary }
  const { npl, years, cells, contributions, ...headline } = figures
  const result: Result = {
    book: book.id,
    strategy: strategy.id,
    schedule: schedule.id,
    scenario: scenario.id,
    ...(Object.keys(vary).length > 0 ? { vary } : {}),
    paths: cube.paths,
    replicates: cube.replicates,
    fidelity: study.simulation.fidelity,
    loans: cube.loans,
    ...headline,
    tests,
    verdict,
    pathsToDecide,
    npl,
    years,
    cells,
    contributions,
    lawOfLargeNumbers: null,
    standardErrors,
    reasons,
  }
  return { result, paths }
}

/** Cluster of each firm, −1 outside all; null where the book has no clusters. */
function clustersOf({ groupings }: Firms): Int32Array | null {
  const clusters = groupings.get('cluster')
  return clusters?.codes.map((code) => (clusters.labels[code] === NO_CLUSTER ? -1 : code)) ?? null
}

/** The LGD link, where a shift of the global factor moves the mean LGD by it. */
function shiftedLink(
  { book, firms, simulated: { levels, layouts } }: PreparedBook,
  index: number,
  shocks: Shocks,
  lgd: LgdTables,
  alive: Uint8Array,
): LgdLink | null {
  if (book.lgd.link === 0 || shocks.factorMean.every((mean) => mean === 0)) return null
  const byYear = <T>(value: (year: number) => T): T[] => Array.from({ length: lgd.years }, (_, year) => value(year))
  const portfolio = {
    loans: layouts[index]!.loans,
    pds: byYear((y) => yearlyPds(firms, shocks, y, alive)),
    exposure: levels,
    factorVolatility: byYear((y) => inYear(shocks.factorVolatility, y, 1)),
    degreesOfFreedom: book.globalFactor.degreesOfFreedom,
  }
  return lgdLink(book.lgd.link, portfolio, lgd)
}
