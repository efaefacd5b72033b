import type { OutcomeCube } from '../../models/cube.ts'
import type { LgdLink } from '../../models/lgdLink.ts'
import type { LgdTables } from '../../models/lgd.ts'
import type { GlobalFactor } from '../../models/book.ts'
import type { Fidelity } from '../../models/study.ts'
import type { StreamKey } from '../random.ts'
import type { FactorSpace } from './factors.ts'
import type { HazardYear } from './hazards.ts'

/**
 * What every default reads of a loan, in 32 bytes: balance, deposit and stated LGD as doubles, then its class and its severity (see
 * LgdTables) and sector as 32-bit whole numbers; two loans to a line of the processor's cache.
 */
export interface LoanRecords {
  /** loan × 4: balance, deposit, stated LGD. */
  readonly doubles: Float64Array
  /** The same memory: loan × 8; the seventh is the class, the eighth severity × 2^16 + sector. */
  readonly integers: Int32Array
}

export const balanceOf = ({ doubles }: LoanRecords, loan: number): number => doubles[4 * loan]!
export const depositOf = ({ doubles }: LoanRecords, loan: number): number => doubles[4 * loan + 1]!
export const statedLgdOf = ({ doubles }: LoanRecords, loan: number): number => doubles[4 * loan + 2]!
export const classOf = ({ integers }: LoanRecords, loan: number): number => integers[8 * loan + 6]!
export const severityOfLoan = ({ integers }: LoanRecords, loan: number): number => integers[8 * loan + 7]! >>> 16
export const sectorOf = ({ integers }: LoanRecords, loan: number): number => integers[8 * loan + 7]! & 0xffff

/** One strategy's loans as the kernels read them. */
export interface Positions {
  /** First loan of each firm, and the end of the last: firm + 1 entries. */
  readonly firstLoan: Int32Array
  readonly records: LoanRecords
  readonly loans: number
  /** Whether any loan has a deposit. */
  readonly hasDeposits: boolean
  /** By loan, unless all loans have the same per unit of balance. */
  readonly fees: Relationship
  readonly ownerAum: Relationship
  /** By class. */
  readonly classPlan: Int32Array
  readonly classCell: Int32Array
  /** Column by class × rate year, −1 where none. */
  readonly classColumns: Int32Array
  /** Balance in each month: plan × month. */
  readonly planBalance: Float64Array
  /** 1 where the plan's balance is constant, by plan. */
  readonly planConstant: Uint8Array
  /** Rate year of the contract that runs in a month: plan × month. */
  readonly planRateYear: Uint8Array
  /** Lost by a default in a month: plan × month × (earned by rate year, funded by rate year, funded in all, years in all). */
  readonly planLost: Float64Array
  /** Balance-years by rate year, then years in all, that go with a loan that leaves at the beginning of a month: plan × month × (rate years + 1). */
  readonly planLeft: Float64Array
  /** Month in which the contract running in a month was signed, negative before month 0: plan × month. */
  readonly planSigned: Int16Array
  /** Without default: balance by month; earned by column; funded and deposits by rate year; fees, owner's assets, loan-years. */
  readonly fullBalance: Float64Array
  readonly fullEarned: Float64Array
  readonly fullFunded: Float64Array
  readonly fullDeposits: Float64Array
  readonly fullFees: number
  readonly fullOwnerAum: number
  readonly fullLoanYears: number
  readonly cells: number
  readonly columns: number
  /** Losses given default under the strategy's collateral policy. */
  readonly lgd: LgdTables
  /** What monitoring and renewal decisions do; null without either. */
  readonly watch: WatchTerms | null
  /** The bank's joint-liability groups; null without. */
  readonly joint: JointTerms | null
  /** The link of LGD to the global factor, which keeps the mean over this strategy's defaults; null without. */
  readonly link: LgdLink | null
  /** The guarantee fund: whether each cell is covered, rate year of each column, the bank's share, and the cap by rate year. */
  readonly fund: FundTerms | null
}

/** Fees or owner's assets of the loans: one ratio to the balance for all, 0 for none, or a figure for each. */
export type Relationship = number | Float64Array

/** That of a loan. */
export const relationshipOf = (relationship: Relationship, loan: number, balance: number): number =>
  typeof relationship === 'number' ? relationship * balance : relationship[loan]!

export interface FundTerms {
  /** 1 where a cell (position) is covered. */
  readonly coveredCell: Uint8Array
  /** Covered columns, with the rate year of each. */
  readonly columns: Int32Array
  readonly columnRateYear: Int32Array
  readonly bankShare: number
  /** By rate year. */
  readonly cap: Float64Array
}

/** Alarms and renewal decisions of a strategy, on top of what happens to everybody. */
export interface WatchTerms {
  /** Probability that a default had an alarm k months before at most, k = 0..11 (cumulative), where its contract is old enough for that. */
  readonly alarmWithin: Float64Array
  /** Probability of an alarm in a year without default. */
  readonly falseAlarm: number
  /** Share of the balance called in on an alarm; share of the loss on the rest that it saves. */
  readonly exposureCut: number
  readonly recoveryGain: number
  /** Probability that a maturity is not renewed; and, of those renewed by that, for the last one before a default, k = 0..11 months ahead of it. */
  readonly exit: number
  readonly exitBefore: Float64Array
}

/** Groups as the kernel takes them, with the stream of their calls. */
export interface JointTerms extends Omit<JointGroups, 'linkProbability'> {
  readonly key: StreamKey
  /** Probability that a called member defaults, by year. */
  readonly linkProbability: Float64Array
}

/** Groups whose members answer for each other. */
export interface JointGroups {
  /** Group of each firm, −1 for none; members of group g: members[starts[g]..starts[g + 1]). */
  readonly groupOf: Int32Array
  readonly starts: Int32Array
  readonly members: Int32Array
  readonly linkProbability: number
  readonly rounds: number
  readonly payEach: number
  readonly payMost: number
}

/** Who is called when a firm defaults. */
export interface CallTerms {
  /** Guarantors of firm f: guarantors[starts[f]..starts[f + 1]). */
  readonly starts: Int32Array
  readonly guarantors: Int32Array
  /** Probability that a called guarantor defaults, by year. */
  readonly linkProbability: Float64Array
  readonly rounds: number
  readonly payEach: number
  readonly payMost: number
}

/** Whose classification is frozen when, and who fails at the end of it. */
export interface FrozenTerms {
  /** Months (from 0) from which and until which a default of the firm is not classified; from = until where never. */
  readonly from: Int16Array
  readonly until: Int16Array
  /** Firms by the month in which their last deferral ends: exits[exitStarts[m]..exitStarts[m + 1]). */
  readonly exitStarts: Int32Array
  readonly exits: Int32Array
  /** Probability of failing there. */
  readonly failed: number
}

/** Everything a work unit needs: plain data, shared by all workers. */
export interface Task {
  readonly fidelity: Fidelity
  readonly paths: number
  readonly replicates: number
  /** Replicates before these in the whole sample: paths and factors are numbered on from them. */
  readonly firstReplicate: number
  readonly horizonMonths: number
  readonly years: number
  readonly rateYears: number
  readonly firms: number
  readonly factors: FactorSpace
  /** Added along the factor space's direction: 0, or the (negative) shift of an importance sample. */
  readonly factorShift: number
  /** Factor levels of each combination: combination × group; an index into the factor space's names, −1 for no factor. */
  readonly comboLevels: Int32Array
  readonly combos: number
  /** Combination of each firm. */
  readonly comboOf: Int32Array
  /** Loading of each group; all 0 without correlation. */
  readonly loadings: Float64Array
  /** R², the asset correlation, by combination. */
  readonly comboR2: Float64Array
  /** Index of the global factor among the factor space's names, −1 without one. */
  readonly globalLevel: number
  /** Loading of the global group, 0 without one: what a shift of the global factor acts through. */
  readonly globalLoading: number
  readonly globalFactor: GlobalFactor
  /** By year. */
  readonly factorMean: Float64Array
  readonly factorVolatility: Float64Array
  readonly hazards: readonly HazardYear[]
  /** Months of the year with a loan standing: year × firm. */
  readonly aliveMonths: Uint8Array
  /** Σ of the months' weights before each month of a year, and of all: 13 entries. */
  readonly timing: Float64Array
  readonly calls: CallTerms | null
  readonly frozen: FrozenTerms | null
  readonly defaultsKey: StreamKey
  readonly lgdKey: StreamKey
  readonly callsKey: StreamKey
  /** Stream of alarms and renewal decisions. */
  readonly watchKey: StreamKey
  readonly nplLagMonths: number
  readonly nplDisposalMonths: number
  /** NPL balance at month 0 as a share of the performing balance. */
  readonly openingNpl: number
  readonly sectors: number
  readonly strategies: readonly Positions[]
}

/** Where a strategy's outcomes go, path by path, in shared memory. */
export type CubeArrays = Pick<
  OutcomeCube,
  | 'lostEarned'
  | 'cellLoss'
  | 'loss'
  | 'year1Loss'
  | 'defaults'
  | 'year1Defaults'
  | 'defaultedExposure'
  | 'funded'
  | 'deposits'
  | 'fees'
  | 'ownerAum'
  | 'loanYears'
  | 'nplRatio'
  | 'trueNplRatio'
  | 'sectorLoss'
  | 'firmDefaults'
  | 'firmDefaultsUncalled'
  | 'spread'
>

/** Sums over the paths of one work unit: what defaulted and what left (empty where nothing can) by class and month, and loss by cell and year. */
export interface UnitSums {
  readonly defaulted: Float64Array
  readonly left: Float64Array
  readonly loss: Float64Array
}
