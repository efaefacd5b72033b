import { readFileSync } from 'node:fs'
import type { Probability } from '../../models/types.ts'

/** A benchmark portfolio for one year, with one loan an entry in every column. */
export interface W1Portfolio {
  /** Exposures, lognormal with σ = 1; they add up to 1. */
  readonly exposures: Float64Array
  /** PDs of ten grades, log-spaced from .3 to 15 %. */
  readonly pds: Float64Array
  /** Sector numbers 0..7. */
  readonly sectors: Int32Array
}

const GRADES = 10

const LOWEST: Probability = 0.003
const HIGHEST: Probability = 0.15

/**
 * The portfolio of 10,000 loans on which engines are compared: drawn once and kept, in `w1-portfolio.csv` beside this file, with
 * exposures in billionths to 9 digits.
 */
export function w1Portfolio(): W1Portfolio {
  const [, ...lines] = readFileSync(new URL('w1-portfolio.csv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const rows = lines.map((line) => line.split(',').map(Number))
  return {
    exposures: Float64Array.from(rows, ([exposure]) => exposure! / 1e9),
    pds: Float64Array.from(rows, ([, grade]) => LOWEST * (HIGHEST / LOWEST) ** ((grade! - 1) / (GRADES - 1))),
    sectors: Int32Array.from(rows, ([, , sector]) => sector!),
  }
}
