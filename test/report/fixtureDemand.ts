/** What applicants make of a table of rates, made by hand. */
import type { Peak, ScenarioDemand } from '../../models/demand/scenarioDemand.ts'
import { SHIFTS } from '../../models/demand/profitCurve.ts'

export const turns: Peak = { trend: 'turns', shift: 0.0123, value: 5000, standardErrors: { shift: 0.0003, value: 20 } }
export const rises: Peak = { trend: 'rises', shift: null, value: 0.05, standardErrors: { shift: null, value: 0.001 } }
export const falls: Peak = { ...rises, trend: 'falls' }

export const demand: ScenarioDemand = {
  scenario: 'baseline',
  offered: { loans: 1000, balance: 200_000, meanTruePd: 0.0275 },
  volume: 0.721,
  meanTruePd: 0.0287,
  surplus: 0.0075,
  annualSurplus: -400,
  annualIncome: 9000,
  annualLoss: 2000,
  coverageRatio: 1.656,
  coverageProbability: 0.98,
  standardErrors: {
    surplus: 0.0001,
    annualSurplus: 20,
    annualIncome: 5,
    annualLoss: 15,
    coverageRatio: 0.01,
    coverageProbability: 0.002,
  },
  curve: SHIFTS.map((shift, i) => ({
    shift,
    volume: 1 - i / 40,
    meanTruePd: 0.027 + i / 4000,
    surplus: shift,
    annualSurplus: 5000 - 1e6 * (shift - 0.0123) ** 2,
    annualIncome: 9000,
    annualLoss: 2000,
    coverageRatio: 1,
    standardErrors: { surplus: 0.0001, annualSurplus: 20, coverageRatio: 0.01 },
  })),
  best: turns,
  turning: rises,
  grades: [
    { grade: 3, volume: 0.8, meanTruePd: 0.02, annualSurplus: 700, best: turns },
    { grade: 4, volume: 0.7, meanTruePd: 0.04, annualSurplus: -1100, best: rises },
  ],
}
