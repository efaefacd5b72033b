import type { LgdLink } from './lgdLink.ts'
import { writeLinked } from './lgdLink.ts'
import { SEVERITIES } from './lgd.ts'
import { normalCdf, normalDensity, normalQuantile } from './normal.ts'

/** The global factor of a year: F = volatility·Z + mean, felt through `loading`. */
export interface GlobalFactorYear {
  readonly loading: number
  readonly volatility: number
  readonly mean: number
}

/** Normal scores Z at which the mean is taken by the trapezium rule. */
const REACH = 10
const STEP = 1 / 16
const NODES = (2 * REACH) / STEP + 1
/** Between this many PDs per unit of ln h the mean is taken to be linear. */
const STEPS_PER_UNIT = 16

/**
 * Mean LGD of the defaults of a year whose global factor has a shifted mean, when LGD is linked to it.
 *
 *     E[c(F) + d(F)·lgd | default],   P(default | Z) = Φ( (G(h)·√(1 − R² + V) − a·F) / √(1 − R² + V − a²v²) ),   V = R²v²
 *
 * @param link  its maps c and d by severity
 * @returns mean LGD of a loan: severity, unshifted yearly PD h in (0, 1), asset correlation R², and mean LGD before the link
 * Tested against a fine grid of Z, and against the stated mean without a shift: 1e-5.
 */
export function linkedLgd(
  link: LgdLink,
  year: number,
  { loading, volatility, mean }: GlobalFactorYear,
): (severity: number, pd: number, r2: number, lgd: number) => number {
  const maps = new Float64Array(NODES * SEVERITIES * 2)
  const scores = Float64Array.from({ length: NODES }, (_, n) => n * STEP - REACH)
  for (const [n, z] of scores.entries())
    writeLinked(link, year, volatility * z + mean, maps.subarray(n * SEVERITIES * 2, (n + 1) * SEVERITIES * 2))
  /** Means of the maps over the defaults of one PD and R², by severity as the maps are. */
  const meansOf = (step: number, r2: number): Float64Array => {
    const variance = 1 - r2 + r2 * volatility ** 2
    const own = Math.sqrt(variance - (loading * volatility) ** 2)
    const threshold = normalQuantile(Math.exp(-step / STEPS_PER_UNIT)) * Math.sqrt(variance)
    const means = new Float64Array(SEVERITIES * 2)
    let total = 0
    for (const [n, z] of scores.entries()) {
      const weight = normalDensity(z) * normalCdf((threshold - loading * (volatility * z + mean)) / own)
      total += weight
      for (let k = 0; k < means.length; k++) means[k]! += weight * maps[n * means.length + k]!
    }
    return means.map((sum) => sum / total)
  }
  const known = new Map<number, Float64Array[]>()
  return (severity, pd, r2, lgd) => {
    const bySteps = known.get(r2) ?? []
    known.set(r2, bySteps)
    const position = Math.max(1, -Math.log(pd) * STEPS_PER_UNIT)
    const step = Math.floor(position)
    const low = (bySteps[step] ??= meansOf(step, r2))
    const high = (bySteps[step + 1] ??= meansOf(step + 1, r2))
    const at = 2 * severity
    const [lower, upper] = [low[at]! + low[at + 1]! * lgd, high[at]! + high[at + 1]! * lgd]
    return lower + (position - step) * (upper - lower)
  }
}
