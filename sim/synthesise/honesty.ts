import { normalQuantile } from '../../models/normal.ts'
import type { SyntheticBook } from '../../models/book.ts'
import { solveIncreasing } from './solveIncreasing.ts'

export const HONEST = 0
export const SHADING = 1
export const FRAUD = 2

/** P(fraud | θ), logistic in latent quality θ, with the book's slope and a share of frauds overall. */
export function fraudProbability({ honesty }: SyntheticBook, share: number): (quality: number) => number {
  const { slope } = honesty.fraud
  const intercept = logisticIntercept(share, slope)
  return (quality) => {
    const odds = Math.exp(intercept + slope * quality)
    return odds / (1 + odds)
  }
}

/** Intercept at which the mean of a logistic curve in θ ~ N(0,1) is `mean`; 400 equally likely points of θ. */
function logisticIntercept(mean: number, slope: number): number {
  if (mean === 0) return -Infinity
  const thetas = Array.from({ length: 400 }, (_, i) => normalQuantile((i + 0.5) / 400))
  return solveIncreasing((a) => thetas.reduce((sum, t) => sum + 1 / (1 + Math.exp(-a - slope * t)), 0) / 400 - mean)
}
