import { cgapRate } from '../../models/cgapRate.ts'
import { rateFloor } from '../../models/pricing/rateFloor.ts'
import type { RateFloorInputs } from '../../models/pricing/rateFloor.ts'
import { raroc } from '../../models/raroc.ts'
import type { Family } from './family.ts'
import { published } from './row.ts'

const FLOOR = 'build-up of `quote`, worked by hand'

/** Loan; cross income, cost rate and floor rate as worked out. */
const LOANS: readonly (readonly [string, RateFloorInputs, string, string, string])[] = [
  ['no cross income', { balance: 200, pd: 0.03, lgd: 0.45 }, '.0000000000000', '.0545537500000', '.0560874182438'],
  [
    'deposit and fees',
    { balance: 200, pd: 0.03, lgd: 0.45, averageDeposit: 40, fees: 0.2 },
    '.0034433962264',
    '.0511103537736',
    '.0523549607939',
  ],
  [
    'deposit and fees, VAT on the whole interest',
    { balance: 200, pd: 0.03, lgd: 0.45, averageDeposit: 40, fees: 0.2, vatMethod: 1 },
    '.0034433962264',
    '.0511103537736',
    '.0554008914949',
  ],
  [
    'micro line, where the fixed cost dominates',
    { balance: 50, pd: 0.03, lgd: 0.55, averageDeposit: 5 },
    '.0012500000000',
    '.0743037500000',
    '.0754352791878',
  ],
]

/** Formulas of a loan's price. */
export const pricing: Family = {
  title: 'prices',
  rows: () => [
    ...LOANS.flatMap(([loan, inputs, cross, cost, rate]) => {
      const floor = rateFloor(inputs)
      return [
        published(`rate floor, ${loan}: cross income`, FLOOR, cross, floor.crossIncome),
        published(`rate floor, ${loan}: cost rate`, FLOOR, cost, floor.costRate),
        published(`rate floor, ${loan}: rate`, FLOOR, rate, floor.rate),
      ]
    }),
    published(
      'RAROC of 500 lent at 10 % with PD 2 %, LGD 50 %, capital 37.5',
      'textbook case',
      '.1933',
      raroc({
        loans: 500,
        rate: 0.1,
        pd: 0.02,
        lgd: 0.5,
        operatingCost: 10,
        fundingCost: 30,
        capital: 37.5,
        capitalReturn: 0.06,
      }),
    ),
    published(
      'sustainable microcredit rate: expense .25, loss .02, funds .10, capital .05, income .01',
      'CGAP (1996), Occasional Paper 1',
      '.418367',
      cgapRate({ adminExpense: 0.25, loanLoss: 0.02, costOfFunds: 0.1, capitalization: 0.05, investmentIncome: 0.01 }),
    ),
  ],
}
