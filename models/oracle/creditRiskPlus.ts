import type { Money, Probability } from '../types.ts'

/** One obligor an entry in every column. */
export interface CreditRiskPlusInputs {
  /** Loss at default, > 0: exposure × LGD. */
  readonly exposures: ArrayLike<Money>
  /** Mean default probabilities, in (0, 1). */
  readonly pds: ArrayLike<Probability>
  /** Standard deviations of the default probabilities, ≥ 0; all move together with one gamma factor. */
  readonly standardDeviations: ArrayLike<Probability>
  /** Step of the loss grid, > 0; default a hundredth of the largest exposure, rounded up to a whole number if that is 1 or more. */
  readonly unit?: Money
}

/** Distribution of one year's loss. */
export interface CreditRiskPlus {
  readonly expectedLoss: Money
  readonly standardDeviation: Money
  /**
   * Loss that is not exceeded with a probability, in (0, 1): between the grid's points the cumulative probability is taken as straight,
   * as in the published examples.
   */
  readonly quantile: (level: Probability) => Money
  /** Mean of the quantiles above a level in (0, 1). */
  readonly expectedShortfall: (level: Probability) => Money
}

/**
 * Analytic loss distribution of a book whose default probabilities share one gamma factor.
 *
 *     ν_i = ⌈E_i/L⌉,  p'_i = p_i·E_i/(ν_i·L),  μ = Σ p'_i,  σ = Σ σ'_i,  α = μ²/σ²,  P = σ²/(σ² + μ)
 *     f_n = Σ_j P·q_j·(1 + (α−1)·j/n)·f_(n−j),   q_j = Σ_(ν_i = j) p'_i / μ,   f_0 = (1−P)^α
 *
 * Exposures are rounded up to the grid and the probabilities scaled down, which keeps the expected loss.
 *
 * @throws {RangeError} when an argument is outside its range or NaN
 * @see Credit Suisse Financial Products (1997), CreditRisk+: A credit risk management framework, appendix A
 * Tested against the published examples 1A and 1B, a negative binomial and a compound Poisson distribution.
 */
export function creditRiskPlus(inputs: CreditRiskPlusInputs): CreditRiskPlus {
  const unit = check(inputs)
  const bands = bandsOf(inputs, unit)
  const probabilities = lossProbabilities(bands)
  const steps = probabilities.length
  const reached = new Float64Array(steps)
  for (let n = 0, sum = 0; n < steps; n++) reached[n] = sum += probabilities[n]!
  /** Σ_(m > n) f_m·(m − ½), from the far end so that small tails keep their digits. */
  const beyond = new Float64Array(steps)
  for (let n = steps - 1; n > 0; n--) beyond[n - 1] = beyond[n]! + probabilities[n]! * (n - 0.5)

  const stepAt = (level: Probability): number => {
    const n = reached.findIndex((f) => f >= level)
    return n < 0 ? steps - 1 : n
  }
  const positionAt = (level: Probability, n: number): number =>
    n === 0 ? 0 : Math.min(n, n - 1 + (level - reached[n - 1]!) / probabilities[n]!)
  return {
    expectedLoss: bands.mean * unit,
    standardDeviation: Math.sqrt(bands.squares + (bands.deviation / bands.defaults) ** 2 * bands.mean ** 2) * unit,
    quantile: (level) => {
      checkLevel('quantile', level)
      return positionAt(level, stepAt(level)) * unit
    },
    expectedShortfall: (level) => {
      checkLevel('expectedShortfall', level)
      const n = stepAt(level)
      const within = Math.max(0, reached[n]! - level) * ((positionAt(level, n) + n) / 2)
      return ((within + beyond[n]!) / (1 - level)) * unit
    },
  }
}

/** Obligors by their exposure in units, scaled to keep the expected loss. */
interface Bands {
  /** Expected defaults by exposure in units: entry j, from 0. */
  readonly expected: Float64Array
  /** Their sum μ, and σ. */
  readonly defaults: number
  readonly deviation: number
  /** Σ p'·ν and Σ p'·ν². */
  readonly mean: number
  readonly squares: number
}

function bandsOf({ exposures, pds, standardDeviations }: CreditRiskPlusInputs, unit: Money): Bands {
  const steps = Array.from(exposures, (exposure) => Math.ceil(exposure / unit))
  const expected = new Float64Array(steps.reduce((a, b) => Math.max(a, b)) + 1)
  let [defaults, deviation, mean, squares] = [0, 0, 0, 0]
  for (const [i, nu] of steps.entries()) {
    const scale = exposures[i]! / (nu * unit)
    const pd = pds[i]! * scale
    expected[nu]! += pd
    defaults += pd
    deviation += standardDeviations[i]! * scale
    mean += pd * nu
    squares += pd * nu * nu
  }
  return { expected, defaults, deviation, mean, squares }
}

/** What the far tail may hold and be left out. */
const NEGLIGIBLE = 1e-16
/** Probabilities are computed up to a common factor, which is taken out before they overflow. */
const LARGE = 1e200

/** f_0, f_1, … until what is left is negligible. */
function lossProbabilities({ expected, defaults, deviation, mean }: Bands): Float64Array {
  const variance = deviation ** 2
  const share = variance / (variance + defaults)
  // P·α → μ as σ → 0, where the gamma factor turns into a constant and the recursion into a compound Poisson's.
  const slope = defaults ** 2 / (variance + defaults)
  const rates: { readonly j: number; readonly flat: number; readonly steep: number }[] = []
  for (const [j, own] of expected.entries())
    if (own > 0) rates.push({ j, flat: (share * own) / defaults, steep: ((slope - share) * j * own) / defaults })

  const f = [1]
  let logOfFactor = variance === 0 ? -defaults : (-(defaults ** 2) / variance) * Math.log1p(variance / defaults)
  for (let recent = Infinity; f.length <= mean || recent * Math.exp(logOfFactor) > NEGLIGIBLE;) {
    recent = 0
    for (let k = 1; k < expected.length; k++) {
      const n = f.length
      let sum = 0
      for (const { j, flat, steep } of rates) {
        if (j > n) break
        sum += (flat + steep / n) * f[n - j]!
      }
      f.push(sum)
      recent += sum
      if (sum < LARGE) continue
      for (let m = 0; m < f.length; m++) f[m]! /= LARGE
      recent /= LARGE
      logOfFactor += Math.log(LARGE)
    }
  }
  const factor = Math.exp(logOfFactor)
  return Float64Array.from(f, (own) => own * factor)
}

/** @returns the unit of the loss grid */
function check({ exposures, pds, standardDeviations, unit }: CreditRiskPlusInputs): Money {
  const count = exposures.length
  if (!(count > 0 && pds.length === count && standardDeviations.length === count))
    throw new RangeError(
      `creditRiskPlus: exposures, pds and standardDeviations must have the same length > 0, got ${count}, ${pds.length} and ${standardDeviations.length}`,
    )
  let largest = 0
  for (let i = 0; i < count; i++) {
    if (!(exposures[i]! > 0 && exposures[i]! < Infinity))
      throw new RangeError(`creditRiskPlus: exposures[${i}] must be > 0 and finite, got ${exposures[i]}`)
    if (!(pds[i]! > 0 && pds[i]! < 1))
      throw new RangeError(`creditRiskPlus: pds[${i}] must be in (0, 1), got ${pds[i]}`)
    if (!(standardDeviations[i]! >= 0 && standardDeviations[i]! < Infinity))
      throw new RangeError(`creditRiskPlus: standardDeviations[${i}] must be >= 0, got ${standardDeviations[i]}`)
    largest = Math.max(largest, exposures[i]!)
  }
  if (unit === undefined) return largest < 100 ? largest / 100 : Math.ceil(largest / 100)
  if (!(unit > 0 && unit < Infinity)) throw new RangeError(`creditRiskPlus: unit must be > 0, got ${unit}`)
  return unit
}

function checkLevel(caller: string, level: Probability): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`creditRiskPlus ${caller}: level must be in (0, 1), got ${level}`)
}
