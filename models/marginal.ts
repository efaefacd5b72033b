import { betaCdf, betaQuantile } from './beta.ts'
import { normalCdf } from './normal.ts'
import type { Marginal } from './book.ts'

/** Value of a marginal at a standard normal score: its quantile at Φ(z). */
export function marginalValue(marginal: Marginal, z: number): number | string | boolean {
  switch (marginal.kind) {
    case 'normal':
      return clamp(marginal.mean + marginal.sd * z, marginal)
    case 'lognormal':
      return clamp(marginal.median * Math.exp(marginal.sigma * z), marginal)
    case 'beta':
      return betaQuantile(normalCdf(z), marginal.alpha, marginal.beta)
    case 'categories':
      return marginal.values[categoryAt(marginal.shares, z)]!
  }
}

/** Index of the category at a standard normal score. */
export function categoryAt(shares: readonly number[], z: number): number {
  let left = normalCdf(z)
  for (let i = 0; i < shares.length; i++) {
    left -= shares[i]!
    if (left < 0) return i
  }
  return shares.length - 1
}

/** Distribution function of a continuous marginal, before cutting at min and max. */
export function marginalCdf(marginal: Exclude<Marginal, { kind: 'categories' }>, x: number): number {
  switch (marginal.kind) {
    case 'normal':
      return normalCdf((x - marginal.mean) / marginal.sd)
    case 'lognormal':
      return normalCdf(Math.log(x / marginal.median) / marginal.sigma)
    case 'beta':
      return betaCdf(x, marginal.alpha, marginal.beta)
  }
}

function clamp(
  x: number,
  { min = -Infinity, max = Infinity }: { min?: number | undefined; max?: number | undefined },
): number {
  return Math.min(max, Math.max(min, x))
}
