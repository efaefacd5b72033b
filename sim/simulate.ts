import { cellSums } from '../models/cellSums.ts'
import type { OutcomeCube } from '../models/cube.ts'
import { WEIGHTS } from '../models/layout.ts'
import type { Layout } from '../models/layout.ts'
import { lgdTables } from '../models/lgd.ts'
import { inYear } from '../models/shocks.ts'
import type { Book, Scenario, SimulationSettings } from '../models/study.ts'
import type { Firms } from '../models/types.ts'
import { aliveMonths, shiftedPds, yearlyPds, yearlyVariance } from '../models/yearlyPds.ts'
import type { FactorLevels } from './engine/factorLevels.ts'
import type { FactorSpace } from './engine/factors.ts'
import { hazardYear } from './engine/hazards.ts'
import { unitPaths } from './engine/pool.ts'
import type { Pool } from './engine/pool.ts'
import { RECORD, allocateCubes } from './engine/task.ts'
import type { CubeArrays, Positions, Task, UnitSums } from './engine/task.ts'
import { streamKey } from './random.ts'

/** A book ready to simulate: its firms, and the loans of every strategy laid out. */
export interface Simulated {
  readonly book: Book
  readonly firms: Firms
  readonly levels: FactorLevels
  readonly layouts: readonly Layout[]
}

export interface SimulateOptions {
  readonly pool: Pool
  readonly onPaths: (paths: number) => void
  readonly signal: AbortSignal | undefined
}

/**
 * Simulates a book in a scenario: firms default once, and each default is applied to every strategy's loans (MODEL §5).
 *
 * The same seed, book and scenario give the same bits whatever the workers, the other strategies' schedules or the other
 * scenarios; scenarios share their random numbers, so that their differences are sharp.
 *
 * @returns one cube a strategy, in the order of `layouts`
 */
export async function simulate(
  { book, firms, levels, layouts }: Simulated,
  scenario: Scenario,
  settings: SimulationSettings,
  factors: FactorSpace,
  options: SimulateOptions,
): Promise<OutcomeCube[]> {
  const task = toTask({ book, firms, levels, layouts }, scenario, settings, factors)
  const cubes = allocateCubes(book.id, task)
  const defaulted = layouts.map(
    (l) => new Float64Array(task.replicates * l.classPlan.length * l.horizonMonths * WEIGHTS),
  )
  const loss = layouts.map((l) => new Float64Array(task.replicates * l.cells.length * l.years))
  const onUnit = (unit: number, sums: readonly UnitSums[]): void => {
    const { replicate } = unitPaths(task, unit)
    for (const [s, own] of sums.entries()) {
      addAt(defaulted[s]!, replicate * own.defaulted.length, own.defaulted)
      addAt(loss[s]!, replicate * own.loss.length, own.loss)
    }
  }
  await options.pool.run(task, cubes, { onUnit, onPaths: options.onPaths, signal: options.signal })
  return layouts.map((layout, s) => toCube(task, layout, cubes[s]!, defaulted[s]!, loss[s]!))
}

function addAt(sum: Float64Array, offset: number, part: Float64Array): void {
  for (let i = 0; i < part.length; i++) sum[offset + i]! += part[i]!
}

function toCube(
  task: Task,
  layout: Layout,
  arrays: CubeArrays,
  defaulted: Float64Array,
  loss: Float64Array,
): OutcomeCube {
  const { paths, replicates, horizonMonths, years, rateYears } = task
  return {
    ...arrays,
    paths,
    replicates,
    horizonMonths,
    years,
    rateYears,
    loans: layout.loans.count,
    openingExposure: layout.loans.balance.reduce((a, b) => a + b, 0),
    columns: layout.columns,
    fullEarned: layout.fullEarned,
    cells: layout.cells,
    cellLoans: layout.cellLoans,
    sums: cellSums(layout, defaulted, loss, paths / replicates),
  }
}

const cumulative = (weights: readonly number[]): Float64Array => {
  const sums = new Float64Array(weights.length + 1)
  for (const [i, weight] of weights.entries()) sums[i + 1] = sums[i]! + weight
  return sums
}

/** Puts everything the kernel reads into plain arrays. */
function toTask(
  { book, firms, levels, layouts }: Simulated,
  scenario: Scenario,
  settings: SimulationSettings,
  factors: FactorSpace,
): Task {
  const { horizonMonths, replicates } = settings
  const years = Math.ceil(horizonMonths / 12)
  const { shocks } = scenario
  const factorIndex = new Map(factors.names.map((name, index) => [name, index]))
  const isCorrelated = levels.correlation === 'model'
  const comboR2 = isCorrelated ? levels.comboR2 : levels.comboR2.map(() => 0)
  const alive = aliveMonths(firms, layouts, years)
  const hazards = Array.from({ length: years }, (_, y) => {
    const pds = yearlyPds(firms, shocks, y, alive)
    const own = isCorrelated ? pds : shiftedPds(pds, levels, shocks, y)
    return hazardYear(own, levels.comboOf, yearlyVariance({ comboR2 }, shocks, y))
  })
  return {
    paths: Math.ceil(settings.paths / replicates) * replicates,
    replicates,
    horizonMonths,
    years,
    rateYears: years + 1,
    firms: firms.count,
    factors,
    comboLevels: Int32Array.from(levels.combos.flat(), (name) => (name === null ? -1 : factorIndex.get(name)!)),
    combos: levels.combos.length,
    loadings: isCorrelated ? levels.loadings : levels.loadings.map(() => 0),
    comboR2,
    globalLoading: isCorrelated ? levels.globalLoading : 0,
    factorMean: Float64Array.from({ length: years }, (_, y) => inYear(shocks.factorMean, y, 0)),
    factorVolatility: Float64Array.from({ length: years }, (_, y) => inYear(shocks.factorVolatility, y, 1)),
    hazards,
    aliveMonths: alive,
    timing: cumulative(book.timing),
    lgd: lgdTables(book.lgd, shocks, years),
    defaultsKey: streamKey(settings.seed, 'defaults', book.id),
    lgdKey: streamKey(settings.seed, 'lgd', book.id),
    nplLagMonths: book.npl.lagMonths,
    nplDisposalMonths: book.npl.disposalMonths,
    openingNpl: book.npl.openingRatio / (1 - book.npl.openingRatio),
    strategies: layouts.map((layout) => toPositions(layout, firms)),
  }
}

function toPositions(layout: Layout, firms: Firms): Positions {
  const { loans, years, rateYears, horizonMonths, plans, classOf, classPlan } = layout
  const firstLoan = new Int32Array(firms.count + 1)
  for (let i = 0; i < loans.count; i++) firstLoan[loans.obligor[i]! + 1]!++
  for (let f = 0; f < firms.count; f++) firstLoan[f + 1]! += firstLoan[f]!

  const records = new Float64Array(loans.count * RECORD)
  const fullBalance = new Float64Array(horizonMonths)
  const fullFunded = new Float64Array(rateYears)
  const fullDeposits = new Float64Array(rateYears)
  let fullFees = 0
  let fullOwnerAum = 0
  let fullLoanYears = 0
  for (let i = 0; i < loans.count; i++) {
    const money = [loans.balance[i]!, loans.deposit[i]!, loans.fees[i]!, loans.ownerAum[i]!] as const
    const [balance, deposit, fees, ownerAum] = money
    const loss = [loans.assignedLgd[i]!, loans.lgdKind[i]!, loans.collateral[i]!, classOf[i]!]
    records.set([...money, ...loss], i * RECORD)
    const p = plans[classPlan[classOf[i]!]!]!
    for (let m = 0; m < horizonMonths; m++) fullBalance[m]! += balance * p.balance[m]!
    for (let ry = 0; ry < rateYears; ry++)
      for (let y = 0; y < years; y++) {
        const full = p.full[ry * years + y]!
        fullFunded[ry]! += balance * full
        fullDeposits[ry]! += deposit * full
        fullFees += fees * full
        fullOwnerAum += ownerAum * full
      }
    for (const standing of p.fullYears) fullLoanYears += standing
  }

  const stride = 2 * rateYears + 2
  const planLost = new Float64Array(plans.length * horizonMonths * stride)
  for (const [id, p] of plans.entries())
    for (let m = 0; m < horizonMonths; m++) {
      const at = (id * horizonMonths + m) * stride
      for (let ry = 0; ry < rateYears; ry++)
        for (let y = 0; y < years; y++) {
          const from = (m * rateYears + ry) * years + y
          planLost[at + ry]! += p.lostEarned[from]!
          planLost[at + rateYears + ry]! += p.lostFunded[from]!
          planLost[at + 2 * rateYears]! += p.lostFunded[from]!
        }
      for (let y = 0; y < years; y++) planLost[at + 2 * rateYears + 1]! += p.lostYears[m * years + y]!
    }
  const planBalance = new Float64Array(plans.length * horizonMonths)
  for (const [id, p] of plans.entries()) planBalance.set(p.balance, id * horizonMonths)

  return {
    firstLoan,
    records,
    classPlan,
    classCell: layout.classCell,
    classColumns: layout.classColumns,
    planBalance,
    planConstant: Uint8Array.from(plans, (p) => (p.constant ? 1 : 0)),
    planLost,
    fullBalance,
    fullFunded,
    fullDeposits,
    fullFees,
    fullOwnerAum,
    fullLoanYears,
    cells: layout.cells.length,
    columns: layout.columns.length,
  }
}
