import { normalCdf, normalQuantile } from './normal.ts'
import type { Money, Probability } from './types.ts'

export type BaselAssetClass = 'corporate' | 'smeCorporate' | 'otherRetail'

export interface BaselInputs {
  /** In [.00001, 1). The regulator's floor (.0003, later .0005) is for the caller to apply. */
  readonly pd: Probability
  /** In [0, 1]. */
  readonly lgd: number
  /** Effective maturity in years, above 0; default 2.5. Retail has no maturity adjustment. */
  readonly maturity?: number
  readonly assetClass: BaselAssetClass
  /** Yearly turnover of an `smeCorporate`, million euro; counts as 5 below and 50 above. Default 5, the full relief. */
  readonly turnoverMillionEur?: Money
}

/** Confidence level of the capital requirement. */
const LEVEL = 0.999
/** Capital is 8 % of risk-weighted assets. */
const WEIGHT_PER_CAPITAL = 12.5

/**
 * Risk weight of the internal ratings-based approach.
 *
 *     K  = LGD·Φ( (G(PD) + √R·G(.999)) / √(1 − R) ) − PD·LGD
 *     K ×  (1 + (M − 2.5)·b) / (1 − 1.5·b),   b = (.11852 − .05478·ln PD)²          corporate only
 *     risk weight = 12.5·K
 *
 * @returns decimal: .9232 is 92.32 %
 * @throws {RangeError} when an input is outside its range or NaN
 * @see Basel Committee (2006), International convergence of capital measurement and capital standards, §§272–273, 330, Annex 5
 * Tested against Annex 5.
 */
export function baselRiskWeight(inputs: BaselInputs): number {
  const { pd, lgd, maturity = 2.5, assetClass, turnoverMillionEur = 5 } = inputs
  check(pd, lgd, maturity, turnoverMillionEur)
  const r = assetCorrelation(pd, assetClass, turnoverMillionEur)
  const stressedPd = normalCdf((normalQuantile(pd) + Math.sqrt(r) * normalQuantile(LEVEL)) / Math.sqrt(1 - r))
  const capital = lgd * (stressedPd - pd)
  return WEIGHT_PER_CAPITAL * capital * (assetClass === 'otherRetail' ? 1 : maturityFactor(pd, maturity))
}

/** R: falls with PD from .24 to .12 (retail .16 to .03), less up to .04 for a small firm. */
function assetCorrelation(pd: Probability, assetClass: BaselAssetClass, turnover: Money): number {
  if (assetClass === 'otherRetail') return between(0.16, 0.03, pd, 35)
  const corporate = between(0.24, 0.12, pd, 50)
  if (assetClass === 'corporate') return corporate
  return corporate - 0.04 * (1 - (Math.min(50, Math.max(5, turnover)) - 5) / 45)
}

/** From `safe` at PD 0 to `risky` at PD 1, exponentially. */
function between(safe: number, risky: number, pd: Probability, speed: number): number {
  const weight = Math.expm1(-speed * pd) / Math.expm1(-speed)
  return risky * weight + safe * (1 - weight)
}

function maturityFactor(pd: Probability, maturity: number): number {
  const b = (0.11852 - 0.05478 * Math.log(pd)) ** 2
  return (1 + (maturity - 2.5) * b) / (1 - 1.5 * b)
}

function check(pd: Probability, lgd: number, maturity: number, turnover: Money): void {
  if (!(pd >= 0.00001 && pd < 1)) throw new RangeError(`baselRiskWeight: pd must be in [0.00001, 1), got ${pd}`)
  if (!(lgd >= 0 && lgd <= 1)) throw new RangeError(`baselRiskWeight: lgd must be in [0, 1], got ${lgd}`)
  if (!(maturity > 0 && maturity < Infinity))
    throw new RangeError(`baselRiskWeight: maturity must be > 0, got ${maturity}`)
  if (!(turnover >= 0)) throw new RangeError(`baselRiskWeight: turnoverMillionEur must be >= 0, got ${turnover}`)
}
