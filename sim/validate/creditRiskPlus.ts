import { creditRiskPlus as distribution } from '../../models/oracle/creditRiskPlus.ts'
import type { Family } from './family.ts'
import { published } from './row.ts'

/** PD by rating; its standard deviation is half of it. */
const PDS = { A: 0.015, B: 0.016, C: 0.03, D: 0.05, E: 0.075, F: 0.1, G: 0.15, H: 0.3 } as const
const DEVIATION_RATIO = 0.5

/** Exposure and rating of the 25 obligors, rising. */
const OBLIGORS = [
  [358475, 'H'], [1089819, 'H'], [1799710, 'F'], [1933116, 'G'], [2317327, 'G'],
  [2410929, 'G'], [2652184, 'H'], [2957685, 'G'], [3137989, 'D'], [3204044, 'D'],
  [4727724, 'A'], [4830517, 'D'], [4912097, 'D'], [4928989, 'H'], [5042312, 'F'],
  [5320364, 'E'], [5435457, 'D'], [5517586, 'C'], [5764596, 'E'], [5847845, 'C'],
  [6466533, 'H'], [6480322, 'H'], [7727651, 'B'], [15410906, 'F'], [20238895, 'E'],
] as const // prettier-ignore

/** Obligors; expected loss and 99 % quantile. Example 1B leaves out the two largest. */
const EXAMPLES = [
  ['1A', 25, '14221863', '55311503'],
  ['1B', 23, '11162856', '39946857'],
] as const

/** Analytic loss distribution of few and unequal loans. */
export const creditRiskPlus: Family = {
  title: 'CreditRisk+',
  rows: () =>
    EXAMPLES.flatMap(([example, obligors, expectedLoss, quantile]) => {
      const book = OBLIGORS.slice(0, obligors)
      const pds = book.map(([, rating]) => PDS[rating])
      const losses = distribution({
        exposures: book.map(([exposure]) => exposure),
        pds,
        standardDeviations: pds.map((pd) => DEVIATION_RATIO * pd),
      })
      const source = `Credit Suisse (1997), CreditRisk+, ${example}`
      return [
        published(`CreditRisk+, ${obligors} obligors: expected loss`, source, expectedLoss, losses.expectedLoss),
        published(`CreditRisk+, ${obligors} obligors: 99 % quantile`, source, quantile, losses.quantile(0.99)),
      ]
    }),
}
