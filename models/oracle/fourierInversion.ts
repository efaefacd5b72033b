import { mixOverFactors } from './factorMixture.ts'
import type { ConditionalCharacteristic } from './factorMixture.ts'
import { conditionalPd, sectorBook } from './oneYearBook.ts'
import type { LossDistribution, OneYearBook, PdClass, SectorBook } from './oneYearBook.ts'

/**
 * One-year loss distribution of any book with its exact exposures, by Fourier inversion.
 *
 *     E( e^(itL_s) | x ) = Π_i ( 1 − p_i(x) + p_i(x)·e^(i·t·l_i) )
 *
 * What is left of error is the resolution: jumps of a lumpy book are blurred over a few steps of range ÷ (2 · frequencies), and a
 * smooth distribution is exact to 1e-9.
 *
 * @param frequencies  default 1,024, and more for few loans, where they cost little
 * @throws {RangeError} when an entry of the book is outside its range or NaN, or frequencies is not a whole number above 0
 * Tested against the published figures of a book of 10,000 loans, with one factor and nine, and exact finite books.
 */
export function fourierInversion(book: OneYearBook, frequencies?: number): LossDistribution {
  if (frequencies !== undefined && !(Number.isInteger(frequencies) && frequencies > 0))
    throw new RangeError(`fourierInversion: frequencies must be a whole number > 0, got ${frequencies}`)
  const sorted = sectorBook('fourierInversion', book)
  return mixOverFactors({
    book: sorted,
    frequencies: frequencies ?? Math.max(FEWEST, Math.min(MOST, Math.floor(WORK / sorted.loans))),
    mayGain: false,
    conditional: (sector, nodes) => characteristic(sorted, sector, nodes),
  })
}

const FEWEST = 1024
const MOST = 8192
/** Loans × frequencies that take about a second. */
const WORK = 2 ** 21

/** Below this angle t·l a loan enters through power sums: the series of ln(1 − p + p·e^(iθ)) converges up to π at least. */
const SMALL = 0.5
/** A multiple of 4. */
const TERMS = 16
/** Smaller classes are multiplied out loan by loan. */
const FEW = 32
/** Logarithm below which a value is taken as 0. */
const NEGLIGIBLE = -36
const NIL = Math.exp(2 * NEGLIGIBLE)
/** Loans between two looks whether a value has become nil. */
const BATCH = 32

function characteristic(book: SectorBook, sector: readonly PdClass[], nodes: Float64Array): ConditionalCharacteristic {
  const classes = sector.map((pdClass) => {
    const pds = nodes.map((x) => conditionalPd(pdClass, book, x))
    const { losses } = pdClass
    return {
      losses,
      pds,
      sums: losses.length < FEW ? null : { series: Array.from(pds, logSeries), tails: powerSums(losses) },
    }
  })
  const most = Math.max(0, ...sector.map(({ losses }) => losses.length))
  const [cosines, sines] = [new Float64Array(most), new Float64Array(most)]
  const scaled = new Float64Array(TERMS)
  return (t, re, im) => {
    // Logarithms first, of the loans with small angles; then the others one by one.
    re.fill(0)
    im.fill(0)
    for (const { losses, sums } of classes) {
      if (!sums) continue
      const from = countAbove(losses, SMALL / t) * TERMS
      for (let n = 0, power = t; n < TERMS; n++, power *= t) scaled[n] = sums.tails[from + n]! * power
      for (let j = 0; j < nodes.length; j++) addSeries(sums.series[j]!, scaled, re, im, j)
    }
    for (let j = 0; j < nodes.length; j++) {
      const size = re[j]! < NEGLIGIBLE ? 0 : Math.exp(re[j]!)
      re[j] = size * Math.cos(im[j]!)
      im[j] = size * Math.sin(im[j]!)
    }
    for (const { losses, pds, sums } of classes) {
      const count = sums ? countAbove(losses, SMALL / t) : losses.length
      for (let i = 0; i < count; i++) {
        cosines[i] = Math.cos(t * losses[i]!)
        sines[i] = Math.sin(t * losses[i]!)
      }
      for (let j = 0; j < nodes.length; j++)
        if (re[j] !== 0 || im[j] !== 0) multiplyOut(pds[j]!, count, cosines, sines, re, im, j)
    }
  }
}

/** Coefficients b₁, b₂, … of ln(1 − p + p·e^θ) in θ: its cumulants over n!. */
function logSeries(p: number): Float64Array {
  const own = new Float64Array(TERMS)
  const logs = new Float64Array(TERMS)
  for (let n = 1, a = p; n <= TERMS; n++, a /= n) {
    own[n - 1] = a
    let convolved = 0
    for (let j = 1; j < n; j++) convolved += j * logs[j - 1]! * own[n - j - 1]!
    logs[n - 1] = a - convolved / n
  }
  return logs
}

/** Σ l, Σ l², … over the losses from each position on: position × TERMS. */
function powerSums(losses: Float64Array): Float64Array {
  const tails = new Float64Array((losses.length + 1) * TERMS)
  for (let i = losses.length - 1; i >= 0; i--)
    for (let n = 0, power = losses[i]!; n < TERMS; n++, power *= losses[i]!)
      tails[i * TERMS + n] = tails[(i + 1) * TERMS + n]! + power
  return tails
}

/** Adds Σ b_n·(i·t)ⁿ·Σ lⁿ: the powers of i are i, −1, −i, 1, … */
function addSeries(own: Float64Array, scaled: Float64Array, re: Float64Array, im: Float64Array, j: number): void {
  for (let n = 0; n < TERMS; n += 4) {
    im[j]! += own[n]! * scaled[n]! - own[n + 2]! * scaled[n + 2]!
    re[j]! += own[n + 3]! * scaled[n + 3]! - own[n + 1]! * scaled[n + 1]!
  }
}

/** Multiplies a node's value by 1 − p + p·e^(iθ) of each loan. */
function multiplyOut(
  p: number,
  count: number,
  cosines: Float64Array,
  sines: Float64Array,
  re: Float64Array,
  im: Float64Array,
  j: number,
): void {
  let r = re[j]!
  let i = im[j]!
  for (let from = 0; from < count; from += BATCH) {
    const to = Math.min(count, from + BATCH)
    for (let k = from; k < to; k++) {
      const u = 1 - p + p * cosines[k]!
      const v = p * sines[k]!
      const next = r * u - i * v
      i = r * v + i * u
      r = next
    }
    if (r * r + i * i < NIL) {
      re[j] = im[j] = 0
      return
    }
  }
  re[j] = r
  im[j] = i
}

/** How many of falling losses are at or above a bound. */
function countAbove(losses: Float64Array, bound: number): number {
  let [low, high] = [0, losses.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (losses[middle]! >= bound) low = middle + 1
    else high = middle
  }
  return low
}
