import { expect, test } from 'vitest'
import { gini, kolmogorovSmirnov } from '../../../models/discrimination.ts'
import { declineCode } from '../../../models/lending/assess.ts'
import { screening } from '../../../models/selection/screening.ts'
import type { ScreeningInputs } from '../../../models/selection/screening.ts'
import { citicTrade } from '../scorecard/citicTrade.ts'
import { FIRMS, everybody, firms, only } from './mixedLoans.ts'

const declined = everybody.level.map((level, i) =>
  level > 3 ? declineCode('level') : i < 5 ? declineCode('lenders') : 0,
)
const loans = only(everybody, (i) => declined[i] === 0)
const index = new Float64Array(FIRMS).fill(NaN)
const inputs: ScreeningInputs = {
  strategy: {
    scorecard: { card: citicTrade, options: {} },
    verification: { kind: 'crossCheck', tolerance: 0.1, costPerFile: 0.2 },
    process: { perFile: 0.3, perLoanYear: 1, variable: 0 },
  },
  told: new Map(),
  truePd: firms.truePd,
  assessment: { levels: everybody.level, index, declined },
  assignedPd: everybody.assignedPd,
  masterScale: [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09],
  loans,
  fraudLgd: 0.75,
  watch: null,
}
const screened = screening(inputs)

test('applicants are approved or declined for one reason', () => {
  const byLevel = everybody.level.filter((level) => level > 3).length
  const byLenders = everybody.level.filter((level, i) => level <= 3 && i < 5).length
  expect(byLenders).toBeGreaterThan(0)
  expect(screened).toMatchObject({ applicants: FIRMS, approved: loans.count, approvalRate: loans.count / FIRMS })
  expect(screened.declined).toEqual([
    { reason: 'level', applicants: byLevel },
    { reason: 'lenders', applicants: byLenders },
  ])
  expect(byLevel + byLenders + loans.count).toBe(FIRMS)
})

test('every file costs, and the loans granted pay for all of them', () => {
  expect(screened.costPerFile).toBe(0.5)
  expect(screened.costPerLoan).toBeCloseTo((0.5 * FIRMS) / loans.count, 12)
})

test('a lower assigned PD is the better rank', () => {
  const ranks = everybody.assignedPd.map((pd) => -pd)
  expect(screened.gini).toBe(gini(ranks, firms.truePd))
  expect(screened.gini).toBeGreaterThan(0.2)
  expect(screened.kolmogorovSmirnov).toBe(kolmogorovSmirnov(ranks, firms.truePd))
  const admittedPd = firms.truePd.filter((_, i) => declined[i] === 0)
  expect(screened.giniAdmitted).toBe(
    gini(
      loans.assignedPd.map((pd) => -pd),
      admittedPd,
    ),
  )
})

test('a bank that knew the truth would be calibrated, explain all and lose what it prices for honest firms', () => {
  const { truePd } = firms
  const honest = {
    ...loans,
    assignedPd: Float64Array.from(loans.obligor, (f) => truePd[f]!),
    lgdKind: loans.collateral,
  }
  const knowing = screening({ ...inputs, assignedPd: truePd, loans: honest })
  expect(knowing.explained).toBeCloseTo(1, 12)
  expect(knowing.expectedLossTrue).toBeCloseTo(knowing.expectedLossPriced, 12)
  for (const grade of knowing.calibration) expect(grade.truePd).toBe(grade.assignedPd)
  expect(knowing.bestHalfPd).toBeLessThan(screened.bestHalfPd)
  expect(knowing.gini).toBeGreaterThan(screened.gini!)
})

test('without a card there is no confusion and no signal', () => {
  expect(screened.confusion).toHaveLength(10)
  const cardless = screening({ ...inputs, strategy: { ...inputs.strategy, scorecard: null } })
  expect(cardless.confusion).toEqual([])
  expect(cardless.signals).toEqual([])
})

test('where everybody is declined, or all are of one risk, no two can be told apart', () => {
  const nobody = screening({
    ...inputs,
    assessment: { ...inputs.assessment, declined: declined.map(() => declineCode('years')) },
  })
  expect(nobody.giniAdmitted).toBeNull()
  const alike = screening({ ...inputs, truePd: new Float64Array(FIRMS).fill(0.03) })
  expect(alike.gini).toBeCloseTo(0, 12)
})
