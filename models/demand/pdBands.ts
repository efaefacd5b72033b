import { GRADES } from '../types.ts'
import type { Loans, Probability } from '../types.ts'
import { BANDS } from './acceptance.ts'

/** Highest true PD of each band but the last, by grade 1..10; empty for a grade without loans. */
export type PdCuts = readonly (readonly Probability[])[]

/**
 * Cuts each grade's loans into thirds of true PD, by count. Loans of one PD stay together, in the band of their middle rank, so that a
 * grade where all are alike is a middle band.
 *
 * @param truePd  by firm
 */
export function pdCuts(
  { count, grade, obligor }: Pick<Loans, 'count' | 'grade' | 'obligor'>,
  truePd: Float64Array,
): PdCuts {
  const byGrade = Array.from({ length: GRADES }, (): number[] => [])
  for (let i = 0; i < count; i++) byGrade[grade[i]! - 1]!.push(truePd[obligor[i]!]!)
  return byGrade.map(cutsOf)
}

function cutsOf(pds: readonly number[]): number[] {
  if (pds.length === 0) return []
  const sorted = Float64Array.from(pds).sort()
  const cuts = new Array<number>(BANDS - 1).fill(0)
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++
    const band = Math.floor((BANDS * (from + to)) / (2 * sorted.length))
    for (let b = band; b < BANDS - 1; b++) cuts[b] = sorted[from]!
  }
  return cuts
}

/**
 * Band of a loan: 0, 1, 2 from the lowest true PD. In a grade that had no loans when the cuts were made, where a scenario brings some, all
 * are the middle band.
 *
 * @param grade  1..10
 */
export function bandOf(cuts: PdCuts, grade: number, pd: Probability): number {
  const own = cuts[grade - 1]!
  if (own.length === 0) return (BANDS - 1) / 2
  const band = own.findIndex((cut) => pd <= cut)
  return band < 0 ? own.length : band
}
