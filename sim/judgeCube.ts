import type { OutcomeCube } from '../models/cube.ts'
import { economics } from '../models/economics.ts'
import { expectedSums } from '../models/expectedSums.ts'
import { judge } from '../models/judge/judge.ts'
import { lgdTables } from '../models/lgd.ts'
import { priceCells } from '../models/price.ts'
import type { Result } from '../models/result.ts'
import type { Scenario, Schedule, Strategy, Study } from '../models/study.ts'
import type { Firms, Loans } from '../models/types.ts'
import { aliveMonths } from '../models/yearlyPds.ts'
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
  { book, firms, loans, simulated }: PreparedBook,
  scenario: Scenario,
  strategy: Strategy,
  index: number,
  schedule: Schedule,
  cube: OutcomeCube,
): ResultTables {
  const { levels, layouts } = simulated
  const layout = layouts[index]!
  const expectation = {
    firms,
    layout,
    alive: aliveMonths(firms, layouts, cube.years),
    shocks: scenario.shocks,
    lgd: lgdTables(book.lgd, scenario.shocks, cube.years),
    timing: book.timing,
    exposure: levels,
  }
  const { figures, standardErrors, reasons, tests, verdict, pathsToDecide, paths } = judge({
    cube,
    schedule,
    cellRates: priceCells(layout, schedule),
    economics: economics(schedule, scenario, cube.years),
    rules: study.verdict,
    largestClusterShare: largestClusterShare(firms, loans[index]!),
    expected: (multiple) => expectedSums(expectation, multiple),
  })
  const vary = { ...book.vary, ...strategy.vary, ...schedule.vary, ...scenario.vary }
  const { years, cells, ...headline } = figures
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
    years,
    cells,
    standardErrors,
    reasons,
  }
  return { result, paths }
}

/** Largest share of month-0 balance lent to one cluster; null where the book has no clusters. */
function largestClusterShare(firms: Firms, loans: Loans): number | null {
  const clusters = firms.groupings.get('cluster')
  if (!clusters) return null
  const balances = new Float64Array(clusters.labels.length)
  let total = 0
  for (let i = 0; i < loans.count; i++) {
    total += loans.balance[i]!
    const code = clusters.codes[loans.obligor[i]!]!
    if (clusters.labels[code] !== NO_CLUSTER) balances[code]! += loans.balance[i]!
  }
  return Math.max(...balances) / total
}
