/** A book of loans seen for one year, as the oracles that integrate over the factors take it. */
import { normalCdf, normalQuantile } from '../normal.ts'
import { studentMixtureQuantile } from '../studentFactor.ts'
import type { Money, Probability } from '../types.ts'

/** One loan an entry in every column; every loan has its own obligor. */
export interface OneYearBook {
  /** Exposures at default, > 0. */
  readonly exposures: ArrayLike<Money>
  /** Default probabilities, in (0, 1). Few distinct ones (grades) are much faster than one a loan. */
  readonly pds: ArrayLike<Probability>
  /** Losses given default, in [0, 1]; default 1. */
  readonly lgds?: ArrayLike<number>
  /** Sector numbers, whole, from 0; default one sector. */
  readonly sectors?: ArrayLike<number>
  /** Loading a ≥ 0 on the global factor. */
  readonly globalLoading: number
  /** Loading b ≥ 0 on the own sector's factor; default 0; a² + b² < 1. */
  readonly sectorLoading?: number
  /** ν > 2 of a global factor with Student's t distribution, scaled to variance 1; default a normal one. */
  readonly degreesOfFreedom?: number | null
}

/** Distribution of a year's loss as a share of the total exposure. */
export interface LossDistribution {
  readonly mean: number
  readonly standardDeviation: number
  /** Smallest loss that is not exceeded with a probability in (0, 1). */
  readonly quantile: (level: Probability) => number
  /** Mean loss in the worst share 1 − level of outcomes: q + E(L − q)⁺ / (1 − level). */
  readonly expectedShortfall: (level: Probability) => number
}

/** Loans of one PD in a sector. */
export interface PdClass {
  /** What the systematic and the own part together fall below with probability pd. */
  readonly threshold: number
  /** Losses at default as shares of the total exposure, falling. */
  readonly losses: Float64Array
  /** Sums of their first, second and third powers. */
  readonly powers: readonly [number, number, number]
}

/** A book ready to be integrated: its loans by sector and PD. */
export interface SectorBook {
  readonly sectors: readonly (readonly PdClass[])[]
  readonly globalLoading: number
  readonly sectorLoading: number
  readonly degreesOfFreedom: number | null
  /** √(1 − a² − b²), the weight of a loan's own part. */
  readonly own: number
  /** The loss if every loan defaults, its mean, and the largest of one loan. */
  readonly allLost: number
  readonly mean: number
  readonly largest: number
  readonly loans: number
}

/**
 * Sorts a book's loans into sectors and PDs. Loans that cannot lose are left out.
 *
 * @param caller name of the function that was given the book, for errors
 * @throws {RangeError} when an entry is outside its range or NaN
 */
export function sectorBook(caller: string, book: OneYearBook): SectorBook {
  check(caller, book)
  const { exposures, pds, lgds, globalLoading, sectorLoading = 0, degreesOfFreedom = null } = book
  const sectors = new Map<number, Map<Probability, number[]>>()
  let total = 0
  for (let i = 0; i < exposures.length; i++) total += exposures[i]!
  for (let i = 0; i < exposures.length; i++) {
    // Without a factor of their own sectors do not matter.
    const s = sectorLoading === 0 ? 0 : (book.sectors?.[i] ?? 0)
    const loss = (exposures[i]! * (lgds?.[i] ?? 1)) / total
    if (loss === 0) continue
    const classes = sectors.get(s) ?? new Map<Probability, number[]>()
    sectors.set(s, classes)
    const losses = classes.get(pds[i]!)
    if (losses) losses.push(loss)
    else classes.set(pds[i]!, [loss])
  }
  const t = globalLoading ** 2
  const threshold = (pd: Probability): number =>
    degreesOfFreedom === null ? normalQuantile(pd) : studentMixtureQuantile(pd, { t, normal: 1 - t, degreesOfFreedom })
  let [allLost, mean, largest, loans] = [0, 0, 0, 0]
  const sorted = Array.from(sectors.values(), (classes) =>
    // High PDs first.
    Array.from(
      [...classes].sort(([p], [q]) => q - p),
      ([pd, unsorted]): PdClass => {
        const losses = Float64Array.from(unsorted).sort().reverse()
        const powers = [0, 0, 0] as [number, number, number]
        for (const loss of losses) {
          powers[0] += loss
          powers[1] += loss * loss
          powers[2] += loss * loss * loss
        }
        allLost += powers[0]
        mean += pd * powers[0]
        largest = Math.max(largest, losses[0]!)
        loans += losses.length
        return { threshold: threshold(pd), losses, powers }
      },
    ),
  )
  if (!(loans > 0)) throw new RangeError(`${caller}: lgds must not all be 0`)
  const own = Math.sqrt(1 - t - sectorLoading ** 2)
  return { sectors: sorted, globalLoading, sectorLoading, degreesOfFreedom, own, allLost, mean, largest, loans }
}

/** PD of a class where the systematic part of its obligors is x; negative is a bad year. */
export const conditionalPd = ({ threshold }: PdClass, { own }: SectorBook, x: number): Probability =>
  normalCdf((threshold - x) / own)

function check(caller: string, book: OneYearBook): void {
  const { exposures, pds, lgds, sectors, globalLoading: a, sectorLoading: b = 0, degreesOfFreedom = null } = book
  const refuse = (name: string, range: string, value: unknown): never => {
    throw new RangeError(`${caller}: ${name} must be ${range}, got ${String(value)}`)
  }
  const count = exposures.length
  if (!(count > 0)) refuse('exposures', 'not empty', 'none')
  for (const [name, column] of Object.entries({ pds, lgds, sectors }))
    if (column && column.length !== count) refuse(name, `as long as exposures (${count})`, column.length)
  for (let i = 0; i < count; i++) {
    if (!(exposures[i]! > 0 && exposures[i]! < Infinity)) refuse(`exposures[${i}]`, '> 0 and finite', exposures[i])
    if (!(pds[i]! > 0 && pds[i]! < 1)) refuse(`pds[${i}]`, 'in (0, 1)', pds[i])
    if (lgds && !(lgds[i]! >= 0 && lgds[i]! <= 1)) refuse(`lgds[${i}]`, 'in [0, 1]', lgds[i])
    if (sectors && !(Number.isInteger(sectors[i]) && sectors[i]! >= 0))
      refuse(`sectors[${i}]`, 'a whole number >= 0', sectors[i])
  }
  if (!(a >= 0 && a < 1)) refuse('globalLoading', 'in [0, 1)', a)
  if (!(b >= 0 && a * a + b * b < 1)) refuse('sectorLoading', '>= 0 with a total asset correlation below 1', b)
  if (degreesOfFreedom !== null && !(degreesOfFreedom > 2 && degreesOfFreedom < Infinity))
    refuse('degreesOfFreedom', '> 2', degreesOfFreedom)
}
