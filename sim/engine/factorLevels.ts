import { normalDensity, normalQuantile } from '../../models/normal.ts'
import type { Layout } from '../../models/layout.ts'
import type { Book, FactorGroup } from '../../models/book.ts'
import type { Study } from '../../models/study.ts'
import { NO_CLUSTER } from '../../models/types.ts'
import type { Firms, Grouping } from '../../models/types.ts'
import type { FactorExposure } from '../../models/yearlyPds.ts'
import { GLOBAL, factorName, factorSpace } from './factors.ts'
import type { FactorSpace } from './factors.ts'

/** Which factors each firm of a book feels, and how strongly. */
export interface FactorLevels extends FactorExposure {
  /** Distinct combinations of levels: combination × group, as factor names; null where a firm has no such factor. */
  readonly combos: readonly (readonly (string | null)[])[]
  /** By group. */
  readonly loadings: Float64Array
  /** `none`: no default feels a factor; only a shift of the global factor's mean is left, as a higher or lower PD. */
  readonly correlation: 'model' | 'none'
}

/**
 * Finds the combinations of factor levels that occur among a book's firms. A firm outside every cluster has no cluster factor,
 * and so a smaller R².
 *
 * @param groups  factor groups; those with a zero loading are dropped
 */
export function factorLevels(
  firms: Firms,
  groups: readonly FactorGroup[],
  correlation: 'model' | 'none',
): FactorLevels {
  const active = groups.filter((g) => g.loading > 0)
  const groupings = active.map(({ by }) => (by === 'global' ? null : groupingOf(firms, by)))
  const nameOf = (g: number, firm: number): string | null => {
    const grouping = groupings[g]
    if (!grouping) return GLOBAL
    const label = grouping.labels[grouping.codes[firm]!]!
    return label === NO_CLUSTER && active[g]!.by === 'cluster' ? null : factorName(active[g]!.by, label)
  }
  const ids = new Map<string, number>()
  const combos: (string | null)[][] = []
  const comboOf = new Int32Array(firms.count)
  for (let i = 0; i < firms.count; i++) {
    const key = groupings.map((grouping) => grouping?.codes[i] ?? 0).join()
    let id = ids.get(key)
    if (id === undefined) {
      id = combos.length
      ids.set(key, id)
      combos.push(active.map((_, g) => nameOf(g, i)))
    }
    comboOf[i] = id
  }
  const loadings = Float64Array.from(active, (g) => g.loading)
  return {
    combos,
    comboOf,
    comboR2: Float64Array.from(combos, (names) =>
      names.reduce((sum, name, g) => (name === null ? sum : sum + loadings[g]! ** 2), 0),
    ),
    loadings,
    globalLoading: active.find((g) => g.by === GLOBAL)?.loading ?? 0,
    correlation,
  }
}

/**
 * The same factors felt more or less: every loading times `scale`, every R² times its square.
 *
 * @throws {RangeError} when the scale is negative or brings an R² to 1 or beyond
 */
export function scaledLoadings(levels: FactorLevels, scale: number): FactorLevels {
  if (!(scale >= 0)) throw new RangeError(`scaledLoadings: scale must be >= 0, got ${scale}`)
  const comboR2 = levels.comboR2.map((r2) => r2 * scale ** 2)
  const most = comboR2.reduce((a, b) => Math.max(a, b), 0)
  if (!(most < 1)) throw new RangeError(`scaledLoadings: asset correlation must be < 1, got ${most}`)
  return {
    ...levels,
    comboR2,
    loadings: levels.loadings.map((a) => a * scale),
    globalLoading: levels.globalLoading * scale,
  }
}

function groupingOf(firms: Firms, by: string): Grouping {
  const grouping = firms.groupings.get(by)
  if (!grouping) throw new RangeError(`factor group "${by}": the book has no such column`)
  return grouping
}

/**
 * Sensitivity of a portfolio's expected loss to each factor and year, up to a constant: the direction along which paths are
 * stratified (MODEL §10).
 *
 *     w(f, y) = Σ_i a_f · balance_i · LGD_i · φ(Φ⁻¹(h_i)) · (1 − h_i)^y
 *
 * The global factor's are those of its yearly innovations: F_y = φ·F_{y−1} + √(1−φ²)·ε_y.
 *
 * @returns weights by factor name, one entry a year
 */
function lossDirection(
  { book, firms, levels, layouts, offered = layouts }: Portfolio,
  years: number,
): ReadonlyMap<string, Float64Array> {
  const { loans } = offered[0]!
  const weights = new Map<string, Float64Array>()
  if (levels.correlation === 'none') return weights
  const byCombo = new Float64Array(levels.combos.length * years)
  for (let i = 0; i < loans.count; i++) {
    const firm = loans.obligor[i]!
    const h = firms.truePd[firm]!
    let sensitivity = loans.balance[i]! * loans.assignedLgd[i]! * normalDensity(normalQuantile(h))
    for (let y = 0; y < years; y++) {
      byCombo[levels.comboOf[firm]! * years + y]! += sensitivity
      sensitivity *= 1 - h
    }
  }
  for (const [c, names] of levels.combos.entries())
    for (const [g, name] of names.entries()) {
      if (name === null) continue
      const at = weights.get(name) ?? new Float64Array(years)
      weights.set(name, at)
      for (let y = 0; y < years; y++) at[y]! += levels.loadings[g]! * byCombo[c * years + y]!
    }
  const global = weights.get(GLOBAL)
  if (global) weights.set(GLOBAL, ofInnovations(global, book.globalFactor.persistence))
  return weights
}

/** Weights of an AR(1) series' values turned into those of its innovations: the transposed recursion, run backwards. */
function ofInnovations(weights: Float64Array, persistence: number): Float64Array {
  const own = Math.sqrt(1 - persistence ** 2)
  const result = new Float64Array(weights.length)
  let carried = 0
  for (let y = weights.length - 1; y >= 0; y--) {
    carried = weights[y]! + persistence * carried
    result[y] = y === 0 ? carried : own * carried
  }
  return result
}

/** A book with its loans, as the direction sees it. */
interface Portfolio {
  readonly book: Pick<Book, 'globalFactor'>
  readonly firms: Firms
  readonly levels: FactorLevels
  readonly layouts: readonly Layout[]
  readonly offered?: readonly Layout[]
}

/** The factor space of a study: every factor of every book, stratified along the first portfolio's loss direction. */
export function factorSpaceOf({ simulation }: Pick<Study, 'simulation'>, books: readonly Portfolio[]): FactorSpace {
  const years = Math.ceil(simulation.horizonMonths / 12)
  const names = [...new Set(books.flatMap(({ levels }) => levels.combos.flat()))].filter((name) => name !== null).sort()
  const weights = lossDirection(books[0]!, years)
  const flat = Float64Array.from(names.flatMap((name) => [...(weights.get(name) ?? new Float64Array(years))]))
  return factorSpace(simulation.seed, names, years, flat)
}
