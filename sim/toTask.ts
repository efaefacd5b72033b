import { lgdTables } from '../models/lgd.ts'
import { normalQuantile } from '../models/normal.ts'
import { inYear } from '../models/shocks.ts'
import type { Book, LgdModel } from '../models/book.ts'
import type { Scenario, Shocks } from '../models/scenario.ts'
import type { SimulationSettings } from '../models/study.ts'
import type { Firms } from '../models/types.ts'
import { aliveMonths, shiftedPds, yearlyPds, yearlyVariance } from '../models/yearlyPds.ts'
import type { FactorLevels } from './engine/factorLevels.ts'
import { GLOBAL } from './engine/factors.ts'
import type { FactorSpace, Sample } from './engine/factors.ts'
import { hazardYears } from './engine/hazards.ts'
import { byPlace, firmOrder, listsByPlace } from './engine/firmOrder.ts'
import type { FirmOrder } from './engine/firmOrder.ts'
import { freshMemory, shared } from './engine/shared.ts'
import type { TakeMemory } from './engine/shared.ts'
import { studentThreshold } from './engine/studentThreshold.ts'
import type { CallTerms, FrozenTerms, JointGroups, Task } from './engine/task.ts'
import { frozenTerms } from './frozenTerms.ts'
import { guaranteeGraph } from './guaranteeGraph.ts'
import { streamKey } from './random.ts'
import type { Simulated } from './simulated.ts'
import { bookStream } from './synthesise/bookStream.ts'
import { toPositions } from './toPositions.ts'

/**
 * Puts everything the engine reads into plain arrays: a book and its loans in a scenario.
 *
 * @param sample  which replicates; default all of the settings', unshifted
 * @param take    gives the memory that threads share
 */
export function toTask(
  simulated: Simulated,
  scenario: Pick<Scenario, 'shocks'>,
  settings: SimulationSettings,
  factors: FactorSpace,
  sample: Sample = { firstReplicate: 0, replicates: settings.replicates, factorShift: 0 },
  take = freshMemory,
): Task {
  const { book, firms, levels, layouts, lenders, offered = layouts } = simulated
  const { horizonMonths, seed } = settings
  const years = Math.ceil(horizonMonths / 12)
  const { shocks } = scenario
  const factorIndex = new Map(factors.names.map((name, index) => [name, index]))
  const isCorrelated = levels.correlation === 'model'
  const alive = aliveMonths(firms, offered, years)
  const pds = Array.from({ length: years }, (_, y) => yearlyPds(firms, shocks, y, alive))
  const own = isCorrelated ? pds : pds.map((year, y) => shiftedPds(year, levels, shocks, y))
  const order = firmOrder(own[0]!, levels.comboOf)
  const comboOf = byPlace(levels.comboOf, order)
  const ordered = own.map((year) => byPlace(year, order))
  const lgdOf = onceAModel((model) => lgdTables(model, shocks, years))
  const factorVolatility = Float64Array.from({ length: years }, (_, y) => inYear(shocks.factorVolatility, y, 1))
  const { degreesOfFreedom } = book.globalFactor
  const isLinked = book.lgd.link > 0 && isCorrelated && levels.globalLoading > 0
  const link = isLinked ? { strength: book.lgd.link, exposure: levels, factorVolatility, degreesOfFreedom } : null
  const paths = Math.ceil(settings.paths / settings.replicates) * sample.replicates
  // Importance samples are drawn from streams of their own.
  const stream = (name: string): string => (sample.factorShift === 0 ? name : `tail ${name}`)
  const key = (name: string): Int32Array => streamKey(seed, stream(name), ...bookStream(book))
  return {
    fidelity: settings.fidelity,
    paths,
    replicates: sample.replicates,
    firstReplicate: sample.firstReplicate,
    horizonMonths,
    years,
    rateYears: years + 1,
    firms: firms.count,
    factors,
    factorShift: sample.factorShift,
    comboLevels: Int32Array.from(levels.combos.flat(), (name) => (name === null ? -1 : factorIndex.get(name)!)),
    combos: levels.combos.length,
    comboOf: shared(comboOf, take),
    loadings: isCorrelated ? levels.loadings : levels.loadings.map(() => 0),
    comboR2: isCorrelated ? levels.comboR2 : levels.comboR2.map(() => 0),
    globalLevel: isCorrelated ? (factorIndex.get(GLOBAL) ?? -1) : -1,
    globalLoading: isCorrelated ? levels.globalLoading : 0,
    globalFactor: book.globalFactor,
    factorMean: Float64Array.from({ length: years }, (_, y) => inYear(shocks.factorMean, y, 0)),
    factorVolatility,
    hazards: hazardYears(ordered, comboOf, thresholds(book, levels, shocks, years)).map((year) => ({
      ...year,
      firms: shared(year.firms, take),
      thresholds: shared(year.thresholds, take),
    })),
    aliveMonths: shared(aliveByPlace(alive, years, order), take),
    timing: cumulative(book.timing),
    calls: callTerms(simulated, shocks, seed, years, order, take),
    frozen: shocks.deferral
      ? frozenByPlace(
          frozenTerms(shocks.deferral, offered, firms, streamKey(seed, 'deferral', ...bookStream(book)), horizonMonths),
          order,
        )
      : null,
    defaultsKey: key('defaults'),
    lgdKey: key('lgd'),
    callsKey: key('calls'),
    watchKey: key('watch'),
    nplLagMonths: book.npl.lagMonths,
    nplDisposalMonths: book.npl.disposalMonths,
    openingNpl: book.npl.openingRatio / (1 - book.npl.openingRatio),
    sectors: sectorsOf(firms).length,
    strategies: layouts.map((layout, s) => {
      const { guaranteeFund: fund, lgd, watch, joint } = lenders[s]!
      return {
        ...toPositions(
          layout,
          firms,
          { lgd: lgdOf(lgd), pds, fund, shocks, link: link && { ...link, loans: offered[s]!.loans } },
          order,
          take,
        ),
        watch,
        joint: joint && {
          ...jointByPlace(joint, order),
          key: key(`joint ${s}`),
          linkProbability: linkProbabilities(shocks, joint, years),
        },
      }
    }),
  }
}

/** Does a piece of work once a model: most strategies share the book's. */
function onceAModel<T>(work: (model: LgdModel) => T): (model: LgdModel) => T {
  const done = new Map<LgdModel, T>()
  return (model) => {
    if (!done.has(model)) done.set(model, work(model))
    return done.get(model)!
  }
}

/** A scenario's, or those of a network or a strategy's groups. */
const linkProbabilities = (
  shocks: Pick<Shocks, 'linkProbability'>,
  own: { readonly linkProbability: number },
  years: number,
): Float64Array =>
  Float64Array.from({ length: years }, (_, y) => inYear(shocks.linkProbability, y, own.linkProbability))

const jointByPlace = (groups: JointGroups, order: FirmOrder): JointGroups => ({
  ...groups,
  groupOf: byPlace(groups.groupOf, order),
  members: groups.members.map((firm) => order.places[firm]!),
})

const aliveByPlace = (alive: Uint8Array, years: number, order: FirmOrder): Uint8Array => {
  const count = order.firms.length
  const moved = new Uint8Array(alive.length)
  for (let y = 0; y < years; y++) moved.set(byPlace(alive.subarray(y * count, (y + 1) * count), order), y * count)
  return moved
}

const frozenByPlace = (terms: FrozenTerms, order: FirmOrder): FrozenTerms => ({
  ...terms,
  from: byPlace(terms.from, order),
  until: byPlace(terms.until, order),
  exits: terms.exits.map((firm) => order.places[firm]!),
})

/** Names of a book's sectors; one, `all`, where it has none. */
export const sectorsOf = (firms: Pick<Firms, 'groupings'>): readonly string[] =>
  firms.groupings.get('sector')?.labels ?? ['all']

/** Quantile of what decides a default, Σ a·F + √(1 − R²)·ε, at a PD: normal, or with a t part. */
function thresholds(
  { globalFactor }: Book,
  levels: FactorLevels,
  shocks: Shocks,
  years: number,
): (pd: number, combo: number, year: number) => number {
  const isCorrelated = levels.correlation === 'model'
  const comboR2 = isCorrelated ? levels.comboR2 : levels.comboR2.map(() => 0)
  const { degreesOfFreedom } = globalFactor
  if (degreesOfFreedom !== null && isCorrelated && levels.globalLoading > 0) {
    const byYear = Array.from({ length: years }, (_, y) => {
      const volatility = inYear(shocks.factorVolatility, y, 1)
      const global = levels.globalLoading ** 2
      return Array.from(comboR2, (r2) =>
        studentThreshold({
          t: global * volatility ** 2,
          normal: 1 - r2 + (r2 - global) * volatility ** 2,
          degreesOfFreedom,
        }),
      )
    })
    return (pd, combo, year) => byYear[year]![combo]!(pd)
  }
  const deviations = Array.from({ length: years }, (_, y) => yearlyVariance({ comboR2 }, shocks, y).map(Math.sqrt))
  return (pd, combo, year) => normalQuantile(pd) * deviations[year]![combo]!
}

function callTerms(
  { book, guaranteeOrder }: Simulated,
  shocks: Shocks,
  seed: string,
  years: number,
  order: FirmOrder,
  take: TakeMemory,
): CallTerms | null {
  const network = book.guarantees
  if (!network) return null
  const graph = guaranteeGraph(
    network,
    guaranteeOrder,
    shocks.guaranteeShare ?? network.share,
    streamKey(seed, 'guarantees', ...bookStream(book)),
  )
  const { starts, items } = listsByPlace(graph.starts, graph.guarantors, order)
  return {
    starts: shared(starts, take),
    guarantors: shared(
      items.map((firm) => order.places[firm]!),
      take,
    ),
    linkProbability: linkProbabilities(shocks, network, years),
    rounds: network.rounds,
    payEach: network.payment.each,
    payMost: network.payment.most,
  }
}

const cumulative = (weights: readonly number[]): Float64Array => {
  const sums = new Float64Array(weights.length + 1)
  for (const [i, weight] of weights.entries()) sums[i + 1] = sums[i]! + weight
  return sums
}
