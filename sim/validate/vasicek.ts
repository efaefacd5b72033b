import { vasicekExpectedShortfall, vasicekQuantile, vasicekStandardDeviation } from '../../models/vasicek.ts'
import type { Family } from './family.ts'
import { published } from './row.ts'

const SOURCE = 'Vasicek (2002), Risk 15(12), to 6 digits'

/** PD, asset correlation; 99 % and 99.9 % quantile, 99.9 % expected shortfall, standard deviation. */
const CASES = [
  [0.01, 0.04, '.028752', '.040621', '.046037', '.005625'],
  [0.01, 0.12, '.052527', '.090326', '.109210', '.010821'],
  [0.05, 0.04, '.114313', '.147324', '.161069', '.021186'],
  [0.05, 0.12, '.185565', '.270178', '.305762', '.038635'],
] as const

/** The endless book of equal loans. */
export const vasicek: Family = {
  title: 'Vasicek’s limit',
  rows: () =>
    CASES.flatMap(([pd, correlation, q99, q999, shortfall, deviation]) => {
      const name = (figure: string) => `Vasicek limit, PD ${pd}, ρ ${correlation}: ${figure}`
      return [
        published(name('99 % quantile'), SOURCE, q99, vasicekQuantile(pd, correlation, 0.99)),
        published(name('99.9 % quantile'), SOURCE, q999, vasicekQuantile(pd, correlation, 0.999)),
        published(
          name('99.9 % expected shortfall'),
          SOURCE,
          shortfall,
          vasicekExpectedShortfall(pd, correlation, 0.999),
        ),
        published(name('standard deviation'), SOURCE, deviation, vasicekStandardDeviation(pd, correlation)),
      ]
    }),
}
