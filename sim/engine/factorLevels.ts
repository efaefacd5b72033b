import { normalDensity, normalQuantile } from '../../models/normal.ts'
import type { Layout } from '../../models/layout.ts'
import type { FactorGroup, Study } from '../../models/study.ts'
import type { Firms, Grouping } from '../../models/types.ts'
import { factorName, factorSpace } from './factors.ts'
import type { FactorSpace } from './factors.ts'

/** Which factors each firm of a book feels. */
export interface FactorLevels {
  /** Distinct combinations of levels: combination × group, as factor names. */
  readonly combos: readonly (readonly string[])[]
  readonly comboOf: Int32Array
  readonly loadings: Float64Array
  /** R² = Σ a², in [0, 1). */
  readonly r2: number
  readonly globalLoading: number
}

/**
 * Finds the combinations of factor levels that occur among a book's firms.
 *
 * @param groups       factor groups; those with a zero loading are dropped
 * @param correlation  `none` drops them all
 */
export function factorLevels(
  firms: Firms,
  groups: readonly FactorGroup[],
  correlation: 'model' | 'none',
): FactorLevels {
  const active = correlation === 'none' ? [] : groups.filter((g) => g.loading > 0)
  const ids = new Map<string, number>()
  const combos: string[][] = []
  const comboOf = new Int32Array(firms.count)
  const groupings = active.map(({ by }) => (by === 'global' ? null : groupingOf(firms, by)))
  for (let i = 0; i < firms.count; i++) {
    const key = groupings.map((g) => (g ? g.codes[i] : 0)).join()
    let id = ids.get(key)
    if (id === undefined) {
      id = combos.length
      ids.set(key, id)
      combos.push(active.map(({ by }, g) => factorName(by, groupings[g]?.labels[groupings[g].codes[i]!] ?? '')))
    }
    comboOf[i] = id
  }
  return {
    combos,
    comboOf,
    loadings: Float64Array.from(active, (g) => g.loading),
    r2: active.reduce((sum, g) => sum + g.loading ** 2, 0),
    globalLoading: active.find((g) => g.by === 'global')?.loading ?? 0,
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
 * @returns weights by factor name, one entry a year
 */
export function lossDirection(
  firms: Firms,
  levels: FactorLevels,
  layout: Layout,
  years: number,
): ReadonlyMap<string, Float64Array> {
  const { loans } = layout
  const weights = new Map<string, Float64Array>()
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
      const at = weights.get(name) ?? new Float64Array(years)
      weights.set(name, at)
      for (let y = 0; y < years; y++) at[y]! += levels.loadings[g]! * byCombo[c * years + y]!
    }
  return weights
}

/** The factor space of a study: every factor of every book, stratified along the first portfolio's loss direction. */
export function factorSpaceOf(
  { simulation }: Pick<Study, 'simulation'>,
  books: readonly { firms: Firms; levels: FactorLevels; layouts: readonly Layout[] }[],
): FactorSpace {
  const years = Math.ceil(simulation.horizonMonths / 12)
  const names = [...new Set(books.flatMap(({ levels }) => levels.combos.flat()))].sort()
  const first = books[0]!
  const weights = lossDirection(first.firms, first.levels, first.layouts[0]!, years)
  const flat = Float64Array.from(names.flatMap((name) => [...(weights.get(name) ?? new Float64Array(years))]))
  return factorSpace(simulation.seed, names, years, flat)
}
