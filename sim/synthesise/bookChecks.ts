import { sampleCorrelation } from 'simple-statistics'
import { copulaCorrelation } from '../../models/copulaCorrelation.ts'
import { marginalCdf } from '../../models/marginal.ts'
import { midranks } from '../../models/midranks.ts'
import type { BookCheck } from '../../models/result.ts'
import { COPULA_VARIABLES } from '../../models/book.ts'
import type { Marginal, SyntheticBook } from '../../models/book.ts'
import type { Firms } from '../../models/types.ts'
import { FRAUD, SHADING } from './honesty.ts'
import type { Synthesised } from './synthesise.ts'

/** Standard errors allowed, and Kolmogorov's constant at the 1 % level. */
const ERRORS = 3
const KOLMOGOROV_1_PERCENT = 1.628
/** Applicants whose distributions and correlations are checked: the first of a larger book. */
const SAMPLE = 100_000

/**
 * Target beside achieved: shares, default rate, honesty, marginals (Kolmogorov–Smirnov) and rank correlations of the synthetic
 * applicants, of a large book the first {@link SAMPLE}. The tolerance is three standard errors, or the KS distance's 1 % critical value.
 */
export function bookChecks(
  book: SyntheticBook,
  { population, drawn, reference }: Synthesised,
  { truePd }: Pick<Firms, 'truePd'>,
): BookCheck[] {
  const n = Math.min(drawn.count, SAMPLE)
  const checks: BookCheck[] = []
  const add = (kind: string, name: string, target: number, achieved: number, tolerance: number): void => {
    checks.push({ book: book.id, kind, name, target, achieved, tolerance })
  }
  /** Share of the applicants whose entry in a column is a value. */
  const share = (kind: string, name: string, target: number, column: ArrayLike<number>, value: number): void => {
    let count = 0
    for (let i = 0; i < n; i++) if (column[i] === value) count++
    add(kind, name, target, count / n, ERRORS * Math.sqrt((target * (1 - target)) / n))
  }

  add('defaultRate', book.referenceStrategy.id, book.baseDefaultRate, meanOfAdmitted(truePd, reference.declined), 1e-9)
  const { sector, region, honesty } = drawn.traits
  for (const [s, [name, { share: target }]] of Object.entries(book.sectors).entries())
    share('sector', name, target, sector, s)
  for (const [r, [name, target]] of Object.entries(book.regions).entries()) share('region', name, target, region, r)
  const { fraud, shading } = book.honesty
  share('honesty', 'fraudulent', fraud.share, honesty, FRAUD)
  share('honesty', 'shading', shading.share * (1 - fraud.share), honesty, SHADING)

  const shared = population.variables
    .map(({ name, words }, v) => ({ name, words, marginal: book.marginals[name], values: drawn.truth[v]! }))
    .filter(({ name }) => Object.values(book.sectors).every((own) => !own.marginals[name]))
  for (const { name, words, marginal, values } of shared)
    if (marginal.kind === 'categories')
      for (const [i, value] of marginal.values.entries())
        share('marginal', `${name} = ${String(value)}`, marginal.shares[i]!, values, words ? i : Number(value))
    else add('marginal', name, 0, distance(values, n, marginal), KOLMOGOROV_1_PERCENT / Math.sqrt(n))

  const matrix = copulaCorrelation(book)
  const ranksOf = (values: ArrayLike<number>): number[] => Array.from(midranks(firstOf(values, n)))
  const quality = ranksOf(drawn.traits.quality)
  for (const { name, values } of shared.filter(({ marginal }) => marginal.kind !== 'categories')) {
    const target = (6 / Math.PI) * Math.asin(matrix[0]![COPULA_VARIABLES.indexOf(name) + 1]! / 2)
    add('rankCorrelation', `quality, ${name}`, target, sampleCorrelation(quality, ranksOf(values)), (ERRORS * 1.06) / Math.sqrt(n)) // prettier-ignore
  }
  return checks
}

const firstOf = (values: ArrayLike<number>, n: number): Float64Array => {
  const first = new Float64Array(n)
  for (let i = 0; i < n; i++) first[i] = values[i]!
  return first
}

/** Mean over the firms that are not declined. */
function meanOfAdmitted(values: Float64Array, declined: Uint8Array): number {
  let sum = 0
  let count = 0
  for (let i = 0; i < values.length; i++) {
    if (declined[i] !== 0) continue
    sum += values[i]!
    count++
  }
  return sum / count
}

/** Kolmogorov–Smirnov distance between the first n values of a variable and its marginal, away from values cut at min or max. */
function distance(values: ArrayLike<number>, n: number, marginal: Exclude<Marginal, { kind: 'categories' }>): number {
  const sorted = firstOf(values, n).sort()
  const { min = -Infinity, max = Infinity } = marginal.kind === 'beta' ? {} : marginal
  let largest = 0
  for (let i = 0; i < n; i++) {
    const x = sorted[i]!
    if (x <= min || x >= max) continue
    const p = marginalCdf(marginal, x)
    largest = Math.max(largest, Math.abs(p - i / n), Math.abs(p - (i + 1) / n))
  }
  return largest
}
