import { mixOverFactors } from './factorMixture.ts'
import type { ConditionalCharacteristic } from './factorMixture.ts'
import { conditionalPd, sectorBook } from './oneYearBook.ts'
import type { LossDistribution, OneYearBook, PdClass, SectorBook } from './oneYearBook.ts'

export interface ConditionalNormal extends LossDistribution {
  /**
   * How far the 99.9 % quantile would move, as a share of it, if the skewness of the loss given the factors were heeded. Above about
   * .001 the book is too lumpy for this method.
   */
  readonly lumpiness: () => number
}

/**
 * One-year loss distribution of a fine book: given the factors, the loss is taken as normal with its own mean and variance.
 *
 *     E( e^(itL_s) | x ) ≈ exp( i·t·m − ½·t²·v ),   m = Σ l_i·p_i(x),  v = Σ l_i²·p_i(x)·(1 − p_i(x))
 *
 * The cost grows with the number of distinct PDs, not of loans.
 *
 * @throws {RangeError} when an entry of the book is outside its range or NaN
 * Tested against Fourier inversion with the exact exposures and the granularity adjustment.
 */
export function conditionalNormal(book: OneYearBook): ConditionalNormal {
  const sorted = sectorBook('conditionalNormal', book)
  const mix = (isSkewed: boolean): LossDistribution =>
    mixOverFactors({
      book: sorted,
      frequencies: FREQUENCIES,
      mayGain: true,
      conditional: (sector, nodes) => characteristic(sorted, sector, nodes, isSkewed),
    })
  const distribution = mix(false)
  const lumpiness = (): number => Math.abs(mix(true).quantile(0.999) / distribution.quantile(0.999) - 1)
  return { ...distribution, lumpiness }
}

const FREQUENCIES = 512
/** Smaller values of the characteristic function are taken as 0. */
const NEGLIGIBLE = 36

/** With the third cumulant, −i·t³·κ₃/6 in the exponent, or without. */
function characteristic(
  book: SectorBook,
  sector: readonly PdClass[],
  nodes: Float64Array,
  isSkewed: boolean,
): ConditionalCharacteristic {
  const cumulants = Array.from(nodes, (x) => {
    const sums = [0, 0, 0] as [number, number, number]
    for (const pdClass of sector) {
      const p = conditionalPd(pdClass, book, x)
      sums[0] += p * pdClass.powers[0]
      sums[1] += p * (1 - p) * pdClass.powers[1]
      if (isSkewed) sums[2] += p * (1 - p) * (1 - 2 * p) * pdClass.powers[2]
    }
    return sums
  })
  return (t, re, im) => {
    for (let j = 0; j < cumulants.length; j++) {
      const [mean, variance, third] = cumulants[j]!
      const decay = (t * t * variance) / 2
      if (decay > NEGLIGIBLE) {
        re[j] = im[j] = 0
        continue
      }
      const size = Math.exp(-decay)
      const angle = t * mean - (t * t * t * third) / 6
      re[j] = size * Math.cos(angle)
      im[j] = size * Math.sin(angle)
    }
  }
}
