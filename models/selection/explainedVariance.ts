/** PDs of 0 and 1, which have no log-odds, count as this far from them. */
const LEAST = 1e-9

/**
 * Share of the variance of the true log-odds that the assigned ones explain, the squared correlation of the two.
 *
 *     R² = Cov(logit a, logit h)² / (Var logit a · Var logit h)
 *
 * @param assigned  PDs in [0, 1]
 * @param truePd    the same
 * @returns in [0, 1]; 0 where either is the same for all
 */
export function explainedVariance(assigned: Float64Array, truePd: Float64Array): number {
  const a = logOdds(assigned)
  const h = logOdds(truePd)
  let [covariance, ofAssigned, ofTrue] = [0, 0, 0]
  for (const [i, own] of a.entries()) {
    covariance += own * h[i]!
    ofAssigned += own * own
    ofTrue += h[i]! * h[i]!
  }
  // What is left of equal values round their mean is rounding.
  const isFlat = Math.min(ofAssigned, ofTrue) < 1e-18 * a.length
  return isFlat ? 0 : Math.min(1, covariance ** 2 / (ofAssigned * ofTrue))
}

/** Log-odds round their mean. */
function logOdds(pds: Float64Array): Float64Array {
  const odds = pds.map((pd) => {
    const p = Math.min(1 - LEAST, Math.max(LEAST, pd))
    return Math.log(p / (1 - p))
  })
  const mean = odds.reduce((a, b) => a + b, 0) / odds.length
  return odds.map((own) => own - mean)
}
