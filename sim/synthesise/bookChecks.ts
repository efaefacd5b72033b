import { sampleRankCorrelation } from 'simple-statistics'
import { copulaCorrelation } from '../../models/copulaCorrelation.ts'
import { marginalCdf } from '../../models/marginal.ts'
import type { Assessment } from '../../models/originate.ts'
import type { BookCheck } from '../../models/result.ts'
import { COPULA_VARIABLES } from '../../models/study.ts'
import type { CopulaVariable, Marginal, SyntheticBook } from '../../models/study.ts'
import { FRAUD, SHADING } from './population.ts'
import type { DrawnFirm } from './population.ts'
import type { Synthesised } from './synthesise.ts'

/** Standard errors allowed, and Kolmogorov's constant at the 1 % level. */
const ERRORS = 3
const KOLMOGOROV_1_PERCENT = 1.628

/**
 * Target beside achieved: shares, default rate, honesty, marginals (Kolmogorov–Smirnov) and rank correlations of the synthetic
 * applicants. The tolerance is three standard errors, or the KS distance's 1 % critical value.
 *
 * @param reference  what the reference strategy says of the applicants
 */
export function bookChecks(book: SyntheticBook, { firms, drawn }: Synthesised, reference: Assessment): BookCheck[] {
  const n = drawn.length
  const checks: BookCheck[] = []
  const add = (kind: string, name: string, target: number, achieved: number, tolerance: number): void => {
    checks.push({ book: book.id, kind, name, target, achieved, tolerance })
  }
  const share = (kind: string, name: string, target: number, is: (firm: DrawnFirm) => boolean): void => {
    add(kind, name, target, drawn.filter(is).length / n, ERRORS * Math.sqrt((target * (1 - target)) / n))
  }

  const granted = Array.from(firms.truePd.keys()).filter((i) => reference.admitted[i] === 1)
  const meanPd = granted.reduce((sum, i) => sum + firms.truePd[i]!, 0) / granted.length
  add('defaultRate', book.referenceStrategy.id, book.baseDefaultRate, meanPd, 1e-9)
  for (const [s, [name, sector]] of Object.entries(book.sectors).entries())
    share('sector', name, sector.share, (f) => f.sector === s)
  for (const [r, [name, target]] of Object.entries(book.regions).entries())
    share('region', name, target, (f) => f.region === r)
  const { fraud, shading } = book.honesty
  share('honesty', 'fraudulent', fraud.share, (f) => f.honesty === FRAUD)
  share('honesty', 'shading', shading.share * (1 - fraud.share), (f) => f.honesty === SHADING)

  const shared = COPULA_VARIABLES.filter((name) => Object.values(book.sectors).every((s) => !s.marginals[name]))
  for (const name of shared) {
    const marginal = book.marginals[name]
    if (marginal.kind === 'categories')
      for (const [i, value] of marginal.values.entries())
        share('marginal', `${name} = ${String(value)}`, marginal.shares[i]!, (f) => f.truth[name] === value)
    else add('marginal', name, 0, distance(drawn, name, marginal), KOLMOGOROV_1_PERCENT / Math.sqrt(n))
  }

  const matrix = copulaCorrelation(book)
  const quality = drawn.map((f) => f.quality)
  for (const name of shared.filter((v) => book.marginals[v].kind !== 'categories')) {
    const target = (6 / Math.PI) * Math.asin(matrix[0]![COPULA_VARIABLES.indexOf(name) + 1]! / 2)
    const achieved = sampleRankCorrelation(
      quality,
      drawn.map((f) => Number(f.truth[name])),
    )
    add('rankCorrelation', `quality, ${name}`, target, achieved, (ERRORS * 1.06) / Math.sqrt(n))
  }
  return checks
}

/** Kolmogorov–Smirnov distance between a variable and its marginal, away from values cut at min or max. */
function distance(
  drawn: readonly DrawnFirm[],
  name: CopulaVariable,
  marginal: Exclude<Marginal, { kind: 'categories' }>,
): number {
  const values = Float64Array.from(drawn, (f) => Number(f.truth[name])).sort()
  const { min = -Infinity, max = Infinity } = marginal.kind === 'beta' ? {} : marginal
  let largest = 0
  for (const [i, x] of values.entries()) {
    if (x <= min || x >= max) continue
    const p = marginalCdf(marginal, x)
    largest = Math.max(largest, Math.abs(p - i / values.length), Math.abs(p - (i + 1) / values.length))
  }
  return largest
}
