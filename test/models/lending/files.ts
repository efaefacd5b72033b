import type { Assessment } from '../../../models/lending/assess.ts'
import { DECLINE_REASONS } from '../../../models/result.ts'
import type { DeclineReason } from '../../../models/result.ts'
import type { MarksCard, SettlementCard } from '../../../models/scorecard/card.ts'
import type { Admission, Strategy } from '../../../models/strategy.ts'
import { NO_CLUSTER } from '../../../models/types.ts'
import type { Applicant, ApplicantColumn, Applicants, Collateral, Firms } from '../../../models/types.ts'
import { COLLATERALS } from '../../../models/types.ts'
import { NEUTRAL_STRATEGY } from '../../../scenarios/index.ts'
import { bookSettings, firmsOf } from '../../sim/equalBook.ts'
import { strategyOf as neutralStrategy } from '../../strategyOf.ts'

/** A card whose score is the applicant's `mark`. */
export const markCard: MarksCard = {
  kind: 'marks',
  id: 'mark',
  title: { en: 'mark' },
  source: 'test',
  levelCuts: [90, 85, 80, 75, 70, 65, 60, 50],
  options: {},
  fields: { mark: { type: 'number', min: 0, max: 100 } },
  sections: [
    {
      id: 'all',
      title: { en: 'all' },
      items: [
        {
          id: 'mark',
          title: { en: 'mark' },
          fullMarks: 100,
          rule: { kind: 'step', field: 'mark', better: 'higher', standard: 100, step: 1, minus: 1 },
        },
      ],
    },
  ],
  deduction: null,
  limits: [],
}

const number = { type: 'number' } as const
const optional = { ...number, optional: true } as const

export const settlementCard: SettlementCard = {
  kind: 'settlement',
  id: 'settlement',
  title: { en: 'settlement' },
  source: 'test',
  levelCuts: [90, 85, 80, 75, 70, 65, 60, 50],
  options: {},
  fields: {
    verifiedSettlement: number,
    cashSales: number,
    loanShare: number,
    naturalDeposit: number,
    depositNorm: number,
    regularMonthsShare: number,
    maturityWindowRatio: number,
    productShare: number,
    settlementAllBanks: optional,
    referenceSales: optional,
    settlementChange: optional,
    grossTurnover: optional,
    sameDayTurnover: optional,
  },
  exponents: { volume: 0.35, retention: 0.4, sincerity: 0.25 },
  sincerity: { regularity: 0.5, window: 0.3, products: 0.2 },
  bands: { high: 75, low: 60 },
  flagCap: 59,
  flags: {
    evasion: { allBanks: 0.7, volume: 0.4 },
    noVolume: { allBanks: 0.6, fall: 0.4 },
    roundTrip: { retention: 0.3, sameDay: 0.4 },
    dressing: { window: 2, regularity: 0.5 },
  },
  signals: {
    value: -1.5,
    liquidity: 0.25,
    depositSwing: 1,
    truthOfSales: 0.3,
    overBorrowing: 1.3,
    character: 0.5,
    exitFrom: 3,
  },
}

/** The good borrower of golden/settlement.json, whose index is 94.17, with nothing that speaks against him. */
export const settles: Applicant = {
  verifiedSettlement: 1100,
  cashSales: 2000,
  loanShare: 0.6,
  naturalDeposit: 35,
  depositNorm: 0.03,
  regularMonthsShare: 11 / 12,
  maturityWindowRatio: 1.1,
  productShare: 0.8,
  settlementAllBanks: 1900,
  referenceSales: 1900,
  settlementChange: 0.05,
  grossTurnover: 1200,
  sameDayTurnover: 20,
}

/** A strategy that lends to everybody what he needs, with what is given in place. */
export const strategyOf = (parts: Partial<Strategy> = {}): Strategy =>
  neutralStrategy({
    scorecard: { card: markCard, options: {} },
    assignedPd: { kind: 'formula', intercept: 0, slope: -0.05 },
    ...parts,
  })

export const admitting = (asked: Partial<Admission>, parts: Partial<Strategy> = {}): Strategy =>
  strategyOf({ ...parts, admission: { ...NEUTRAL_STRATEGY.admission, ...asked } })

/** Applicants in columns; every one has the fields of the first. */
export function columnsOf(applicants: readonly Applicant[]): Applicants {
  return new Map(
    Object.keys(applicants[0]!).map((name): [string, ApplicantColumn] => {
      const values = applicants.map((applicant) => applicant[name]!)
      if (values.every((value) => typeof value === 'number')) return [name, Float64Array.from(values)]
      const distinct = [...new Set(values)]
      return [name, { values: distinct, codes: values.map((value) => distinct.indexOf(value)) }]
    }),
  )
}

/** A firm that applies, and its request. */
export interface Applying {
  readonly told?: Applicant
  readonly sector?: string
  readonly region?: string
  readonly cluster?: string
  readonly amount?: number
  readonly gap?: number
  readonly collateral?: Collateral
}

/** Firms with one request each; without more said, a full mark, 100 asked for and needed, unsecured, twelve months. */
export function firmsApplying(applying: readonly Applying[]): Firms {
  const column = (value: (one: Applying) => number): Float64Array => Float64Array.from(applying, value)
  const grouping = (value: (one: Applying) => string) => {
    const labels = [...new Set(applying.map(value))]
    return { labels, codes: Int32Array.from(applying, (one) => labels.indexOf(value(one))) }
  }
  const firms = firmsOf(
    column(() => 0.02),
    column(({ amount }) => amount ?? 100),
    column(() => NaN),
  )
  firms.requests.financingGap.set(column(({ gap }) => gap ?? 100))
  firms.requests.collateral.set(column(({ collateral }) => COLLATERALS.indexOf(collateral ?? 'unsecured')))
  firms.requests.givenGrade.fill(0)
  return {
    ...firms,
    applicants: columnsOf(applying.map(({ told }) => ({ mark: 100, ...told }))),
    groupings: new Map([
      ['sector', grouping(({ sector }) => sector ?? 'trade')],
      ['region', grouping(({ region }) => region ?? 'centre')],
      ['cluster', grouping(({ cluster }) => cluster ?? NO_CLUSTER)],
    ]),
  }
}

export const book = bookSettings([])

/** First rule that declined each applicant; null where it is admitted. */
export const reasonsOf = ({ declined }: Pick<Assessment, 'declined'>): (DeclineReason | null)[] =>
  Array.from(declined, (code) => DECLINE_REASONS[code - 1] ?? null)
