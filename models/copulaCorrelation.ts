import { COPULA_VARIABLES, type SyntheticBook } from './book.ts'

/** Row and column of latent quality in {@link copulaCorrelation}; variable i of COPULA_VARIABLES has index i + 1. */
export const QUALITY_INDEX = 0

/**
 * Correlation matrix of the applicants' Gaussian copula: latent quality θ, then the copula variables.
 *
 *     corr(i, j) = q_i·q_j + s_i·s_j        corr(i, θ) = q_i
 *
 * with q and s the loadings on quality and on size; `correlations` of the book override single pairs.
 *
 * @returns square matrix of length 23; symmetric, ones on the diagonal, not necessarily positive definite
 */
export function copulaCorrelation(book: Pick<SyntheticBook, 'loadings' | 'correlations'>): number[][] {
  const loadings = [{ quality: 1, size: 0 }, ...COPULA_VARIABLES.map((variable) => book.loadings[variable])]
  const matrix = loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a.quality * b.quality + a.size * b.size)))
  for (const { pair, value } of book.correlations) {
    const [i, j] = pair.map((name) => (name === 'quality' ? QUALITY_INDEX : COPULA_VARIABLES.indexOf(name) + 1))
    matrix[i!]![j!] = value
    matrix[j!]![i!] = value
  }
  return matrix
}
