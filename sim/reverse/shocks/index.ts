import type { Shock } from '../shock.ts'
import { assetCorrelation } from './assetCorrelation.ts'
import { collateralPrice } from './collateralPrice.ts'
import { depositVolume } from './depositVolume.ts'
import { factorMean } from './factorMean.ts'
import { fraudShare } from './fraudShare.ts'
import { funding } from './funding.ts'
import { lgd } from './lgd.ts'
import { linkProbability } from './linkProbability.ts'
import { loanRate } from './loanRate.ts'
import { pdMultiple } from './pdMultiple.ts'

/** Every shock that a reverse stress may ask for. */
export const SHOCKS = {
  pdMultiple,
  factorMean,
  lgd,
  collateralPrice,
  funding,
  loanRate,
  depositVolume,
  linkProbability,
  fraudShare,
  assetCorrelation,
} as const satisfies Readonly<Record<string, Shock>>

export type ShockId = keyof typeof SHOCKS

export const SHOCK_IDS = Object.keys(SHOCKS) as readonly ShockId[]
