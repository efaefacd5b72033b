import type { ShockUnit } from '../../sim/reverse/shock.ts'
import { type Format, fineBasisPoints, points, ratio, share, signedRatio, smallMoney } from '../format.ts'

/** How sizes of a shock are written, by its unit. */
export const SHOCK_SIZE: Readonly<Record<ShockUnit, Format>> = {
  multiple: (size) => `${ratio(size)}×`,
  deviations: (size) => `${signedRatio(size)} σ`,
  points,
  change: (size) => (size !== null && size > 0 ? `+${share(size)}` : share(size)),
  rate: fineBasisPoints,
  share,
  correlation: smallMoney,
}
