/** How a strategy chose, made by hand: true log-odds explained to a share, lines of a frontier that has its best point inside. */
import type { FrontierPoint, Selection, WatchPower } from '../../models/result.ts'

interface Choice {
  readonly gini: number
  readonly approvalRate: number
  readonly signals: Selection['signals']
  readonly coverageRatio: number | null
  readonly hasCard: boolean
  readonly watch: WatchPower | null
}

const APPLICANTS = 20_000

const CITIC: Choice = {
  gini: 0.52,
  approvalRate: 0.61,
  signals: [
    { field: 'overdueCount', gini: 0.29 },
    { field: 'debtRatio', gini: 0.22 },
    { field: 'repaymentSource', gini: 0.2 },
  ],
  coverageRatio: 1.73,
  hasCard: true,
  watch: null,
}

/** The selection of a strategy; of citic-trade without changes. */
export function fixtureSelection(change: Partial<Choice> = {}): Selection {
  const { gini, approvalRate, signals, coverageRatio, hasCard, watch } = { ...CITIC, ...change }
  const approved = Math.round(APPLICANTS * approvalRate)
  const truePds = [0.004, 0.008, 0.013, 0.021, 0.033, 0.052, 0.09, 0.16, 0.27]
  return {
    applicants: APPLICANTS,
    approved,
    approvalRate,
    declined: hasCard
      ? [
          { reason: 'level', applicants: APPLICANTS - approved - 900 },
          { reason: 'lenders', applicants: 700 },
          { reason: 'collateral', applicants: 200 },
        ]
      : [],
    costPerFile: hasCard ? 0.35 : 0.02,
    costPerLoan: (hasCard ? 0.35 : 0.02) / approvalRate,
    gini: hasCard ? gini : null,
    kolmogorovSmirnov: hasCard ? gini * 0.74 : null,
    giniAdmitted: hasCard ? gini * 0.7 : null,
    explained: hasCard ? gini ** 2 : 0,
    bestHalfPd: 0.045 * (1 - 0.75 * (hasCard ? gini : 0)),
    roc: hasCard ? [0, 0.1, 0.3, 0.6, 1].map((good) => ({ good, bad: good ** ((1 - gini) / (1 + gini)) })) : [],
    expectedLossPriced: 0.0121,
    expectedLossTrue: 0.0118,
    calibration: (hasCard ? truePds : [0.046]).map((truePd, i) => ({
      grade: i + 1,
      applicants: 3000 - 280 * i,
      assignedPd: truePd * (1.15 - 0.04 * i),
      truePd,
    })),
    confusion: hasCard
      ? [2, 4, 6, 7, 8].map((worstLevel) => ({
          worstLevel,
          approvedGood: 2100 * worstLevel,
          approvedBad: 9 * worstLevel ** 2,
          declinedGood: 19_000 - 2100 * worstLevel,
          declinedBad: 900 - 9 * worstLevel ** 2,
        }))
      : [],
    frontier: fixtureFrontier(coverageRatio, approvalRate),
    signals: hasCard ? signals : [],
    watch,
  }
}

/** Coverage that falls with the share admitted and passes through the strategy's own point. */
const fixtureFrontier = (coverageRatio: number | null, own: number): FrontierPoint[] =>
  Array.from({ length: 20 }, (_, i) => {
    const approvalRate = (i + 1) / 20
    return {
      approvalRate,
      cutOff: 0.002 * 1.25 ** i,
      loans: APPLICANTS * approvalRate,
      balance: 165 * APPLICANTS * approvalRate,
      coverageRatio: coverageRatio === null ? null : coverageRatio * (own / approvalRate) ** 0.8,
      surplus: 40 * APPLICANTS * approvalRate * (1.4 - approvalRate),
      surplusRate: 0.02 * (1 - approvalRate),
    }
  })

/** Alarms before 45 % of defaults, and in 6 % of good years. */
export const WATCH: WatchPower = {
  defaults: 812,
  goodYears: 24_310,
  alarmChance: [0.02, 0.05, 0.07, 0.09, 0.1, 0.1, 0.08, 0.07, 0.06, 0.08, 0.06, 0.12],
  alarmByLead: [0.02, 0.04, 0.06, 0.07, 0.07, 0.06, 0.04, 0.03, 0.02, 0.02, 0.01, 0.01],
  falseAlarmRate: 0.062,
  exitByLead: [0.4, 0.38, 0.33, 0.29, 0.24, 0.2, 0.16, 0.13, 0.1, 0.09, 0.08, 0.07],
  exitGood: 0.031,
  fast: 0.52,
  middle: 0.33,
  committee: 0.119,
}
