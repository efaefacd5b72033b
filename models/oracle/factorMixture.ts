/** Integration of a book's loss over its factors: the part that the exact and the semi-analytic oracle share. */
import { normalDensity } from '../normal.ts'
import { studentScore } from '../studentFactor.ts'
import { seriesDistribution } from './fourierSeries.ts'
import { conditionalPd } from './oneYearBook.ts'
import type { LossDistribution, PdClass, SectorBook } from './oneYearBook.ts'

/**
 * Characteristic function E exp(i·t·L) of a sector's loss where the systematic part of its obligors is known: writes one entry a node.
 * Called with t = 2π/period, 2·2π/period, …
 */
export type ConditionalCharacteristic = (t: number, re: Float64Array, im: Float64Array) => void

/** What is integrated. */
export interface Mixture {
  readonly book: SectorBook
  /** Number of frequencies: the distribution is resolved to about its range over twice that. */
  readonly frequencies: number
  /** Whether the conditional losses may fall below 0, as a normal approximation's do. */
  readonly mayGain: boolean
  readonly conditional: (sector: readonly PdClass[], nodes: Float64Array) => ConditionalCharacteristic
}

/** Scores beyond ± this are left out of integrals. */
const REACH = 8
/** Scores beyond ± this are not asked how large the loss gets, nor how fast it moves. */
const FAR = 7
/** Widest distance of two nodes, in standard deviations of the factor. */
const WIDEST = 0.25
/** Aliases are damped by exp(−24) = 4e-11, of which the density of a far score is a part. */
const DAMPING = 24
/** Bernstein's bound exp(−30) on the upper tail of a sum: x² = 60·(variance + largest·x/3). */
const BERNSTEIN = 60

/**
 * Distribution of the loss over the global factor and, nested, the sectors': given the global factor the sectors are independent.
 *
 *     E e^(itL) = ∫ φ(g) · Π_s ∫ φ(y)·E( e^(itL_s) | a·g + b·y ) dy dg
 *
 * Both integrals by equidistant nodes, which converge faster than any power once they are closer than the conditional loss is wide. The
 * sectors' nodes are common to all values of the global factor, so that each conditional distribution is worked out once.
 */
export function mixOverFactors({ book, frequencies, mayGain, conditional }: Mixture): LossDistribution {
  const bounds = boundsOf(book, mayGain)
  const steps = stepsOf(book, bounds.period / (2 * frequencies))
  const kernel = kernelOf(book, steps)
  const { nodes, weights } = kernel
  const conditionals = book.sectors.map((sector) => conditional(sector, nodes))
  const re = new Float64Array(frequencies)
  const im = new Float64Array(frequencies)
  const [nodeRe, nodeIm] = [new Float64Array(nodes.length), new Float64Array(nodes.length)]
  const [productRe, productIm] = [new Float64Array(weights.length), new Float64Array(weights.length)]
  for (let k = 0; k < frequencies; k++) {
    productRe.set(weights)
    productIm.fill(0)
    for (const characteristic of conditionals) {
      characteristic((2 * Math.PI * (k + 1)) / bounds.period, nodeRe, nodeIm)
      multiply(kernel, nodeRe, nodeIm, productRe, productIm)
    }
    re[k] = sum(productRe)
    im[k] = sum(productIm)
  }
  return seriesDistribution({ re, im, ...bounds, mean: book.mean, standardDeviation: deviationOf(book, kernel) })
}

/** Nodes of the factors and what connects them. */
interface Kernel {
  /** Weights of the global nodes. */
  readonly weights: Float64Array
  /** Systematic parts x at which the sectors' conditional distributions are worked out, rising. */
  readonly nodes: Float64Array
  /** Weights of nodes first..first + row length − 1, for each global node. */
  readonly rows: readonly { readonly first: number; readonly weights: Float64Array }[]
}

function kernelOf(book: SectorBook, steps: { readonly global: number; readonly sector: number }): Kernel {
  const { sectorLoading: b } = book
  const scores = equidistant(-REACH, REACH, steps.global)
  const centres = scores.map((g) => systematicPart(book, g, 0))
  const weights = scores.map((g) => steps.global * normalDensity(g))
  if (b === 0) {
    const rows = Array.from(centres, (_, g) => ({ first: g, weights: Float64Array.of(1) }))
    return { weights, nodes: centres, rows }
  }
  const step = b * steps.sector
  const nodes = equidistant(centres[0]! - REACH * b, centres.at(-1)! + REACH * b, step)
  const rows = Array.from(centres, (centre) => {
    const first = Math.max(0, Math.ceil((centre - REACH * b - nodes[0]!) / step))
    const end = Math.min(nodes.length, Math.floor((centre + REACH * b - nodes[0]!) / step) + 1)
    const near = nodes.subarray(first, end)
    return { first, weights: near.map((x) => steps.sector * normalDensity((x - centre) / b)) }
  })
  return { weights, nodes, rows }
}

/** Multiplies each global node's product by a sector's mean over its nodes. */
function multiply(
  { rows }: Kernel,
  nodeRe: Float64Array,
  nodeIm: Float64Array,
  productRe: Float64Array,
  productIm: Float64Array,
): void {
  for (let g = 0; g < rows.length; g++) {
    const { first, weights } = rows[g]!
    let [re, im] = [0, 0]
    for (let j = 0; j < weights.length; j++) {
      re += weights[j]! * nodeRe[first + j]!
      im += weights[j]! * nodeIm[first + j]!
    }
    const [r, i] = [productRe[g]!, productIm[g]!]
    productRe[g] = r * re - i * im
    productIm[g] = r * im + i * re
  }
}

/** Systematic part x at scores of the global and a sector's factor; ended where every PD is 0 or 1, since a t factor goes on far beyond. */
function systematicPart(
  { sectors, globalLoading, sectorLoading, degreesOfFreedom, own }: SectorBook,
  g: number,
  y: number,
): number {
  const factor = degreesOfFreedom === null ? g : studentScore(g, degreesOfFreedom)
  const x = globalLoading * factor + sectorLoading * y
  let [lowest, highest] = [Infinity, -Infinity]
  for (const sector of sectors)
    for (const { threshold } of sector) {
      lowest = Math.min(lowest, threshold)
      highest = Math.max(highest, threshold)
    }
  const beyond = REACH * (own + sectorLoading)
  return Math.max(lowest - beyond, Math.min(highest + beyond, x))
}

/** Mean and variance of a sector's loss, and how fast the mean moves, where the systematic part is x. */
function momentsAt(
  book: SectorBook,
  sector: readonly PdClass[],
  x: number,
): { mean: number; variance: number; slope: number } {
  let [mean, variance, slope] = [0, 0, 0]
  for (const pdClass of sector) {
    const p = conditionalPd(pdClass, book, x)
    mean += p * pdClass.powers[0]
    variance += p * (1 - p) * pdClass.powers[1]
    slope += (normalDensity((pdClass.threshold - x) / book.own) / book.own) * pdClass.powers[0]
  }
  return { mean, variance, slope }
}

/** What holds nearly all of the loss: the conditional bounds of a world in which all factors move together. */
function boundsOf(book: SectorBook, mayGain: boolean): { readonly from: number; readonly period: number } {
  let [low, high] = [0, 0]
  for (const z of equidistant(-FAR, FAR, WIDEST)) {
    const x = systematicPart(book, z, z)
    let [mean, variance] = [0, 0]
    for (const sector of book.sectors) {
      const own = momentsAt(book, sector, x)
      mean += own.mean
      variance += own.variance
    }
    const third = (BERNSTEIN * book.largest) / 6
    const above = third + Math.sqrt(third ** 2 + BERNSTEIN * variance)
    low = Math.min(low, mean - above)
    high = Math.max(high, mean + above)
  }
  if (!mayGain) [low, high] = [0, Math.min(high, book.allLost)]
  const margin = 0.02 * (high - low)
  return { from: low - margin, period: high - low + 2 * margin }
}

/**
 * Distances of the nodes, in standard deviations of the factors: closer where the conditional loss, or a loan's conditional PD, is narrow
 * against how fast the factor moves it.
 *
 *     ½·(2π·width/(distance·slope))² + ½·z² ≥ 24
 *
 * @param blur resolution of the distribution, below which nothing is asked for
 */
function stepsOf(book: SectorBook, blur: number): { readonly global: number; readonly sector: number } {
  const { sectorLoading: b, own } = book
  const scores = equidistant(-FAR, FAR, WIDEST / 4)
  const parts = scores.map((z) => systematicPart(book, z, 0))
  let [global, sector] = [WIDEST, WIDEST]
  for (const [i, z] of scores.entries()) {
    const close = (2 * Math.PI) / Math.sqrt(Math.max(1, 2 * DAMPING - z * z))
    let [variance, slope] = [0, 0]
    for (const classes of book.sectors) {
      const moments = momentsAt(book, classes, parts[i]!)
      variance += moments.variance + (b * moments.slope) ** 2
      slope += moments.slope
      const together = momentsAt(book, classes, systematicPart(book, z, z))
      const width = Math.max(close * Math.sqrt(together.variance), blur)
      sector = Math.min(sector, width / (b * together.slope), (close * own) / b)
    }
    // Change of x with the score, which a t factor makes large far out.
    const change = ((parts[i + 1] ?? parts[i]!) - (parts[i - 1] ?? parts[i]!)) / (WIDEST / 2)
    const width = Math.max(close * Math.sqrt(variance), blur)
    global = Math.min(global, width / (change * slope), (close * own) / change)
  }
  return { global, sector }
}

/** Standard deviation of the loss: the variance within and between the nodes. */
function deviationOf(book: SectorBook, { weights, nodes, rows }: Kernel): number {
  const moments = book.sectors.map((sector) => Array.from(nodes, (x) => momentsAt(book, sector, x)))
  let variance = 0
  for (const [g, { first, weights: inner }] of rows.entries()) {
    let [mean, own] = [0, 0]
    for (const sector of moments) {
      let [first1, second] = [0, 0]
      for (const [j, weight] of inner.entries()) {
        const { mean: m, variance: v } = sector[first + j]!
        first1 += weight * m
        second += weight * (v + m * m)
      }
      mean += first1
      own += second - first1 * first1
    }
    variance += weights[g]! * (own + (mean - book.mean) ** 2)
  }
  return Math.sqrt(variance)
}

const equidistant = (from: number, to: number, step: number): Float64Array =>
  Float64Array.from({ length: Math.ceil((to - from) / step) + 1 }, (_, i) => from + i * step)

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)
