import { applicantReader } from './applicants.ts'
import { expectedLgd, lgdTables, severityOf } from './lgd.ts'
import type { LgdShocks } from './lgd.ts'
import type { LogitLine } from './logisticFit.ts'
import { pdOfScore } from './logisticFit.ts'
import { principalLeft } from './plan.ts'
import { compileVerdict } from './scorecard/compileCard.ts'
import type { Book, Strategy } from './study.ts'
import { COLLATERALS, LGD_KINDS, REPAYMENTS } from './types.ts'
import type { Applicants, Firms, Loans } from './types.ts'

/** What a strategy's card says of each applicant; one entry an applicant. */
export interface Assessment {
  readonly scores: Float64Array
  readonly levels: Uint8Array
  /** 1 where the bank would lend; price plays no part (MODEL §2). */
  readonly admitted: Uint8Array
}

/**
 * Scores applicants and applies a strategy's admission rules.
 *
 * @param lenders  number of banks lending to each applicant
 */
export function assess(strategy: Strategy, applicants: Applicants, lenders: ArrayLike<number>): Assessment {
  const { scorecard } = strategy
  if (!scorecard) throw new RangeError(`strategy ${strategy.id}: has no scorecard to assess applicants with`)
  const verdictOf = compileVerdict(scorecard.card, scorecard.options)
  const applicantAt = applicantReader(applicants)
  const scores = new Float64Array(lenders.length)
  const levels = new Uint8Array(lenders.length)
  for (let i = 0; i < lenders.length; i++) {
    const { score, level } = verdictOf(applicantAt(i))
    scores[i] = score
    levels[i] = level
  }
  return { scores, levels, admitted: admit(strategy, levels, lenders) }
}

/** 1 where a strategy would lend to an applicant of that level with that many lenders. */
export const admit = ({ admission }: Strategy, levels: Uint8Array, lenders: ArrayLike<number>): Uint8Array =>
  levels.map((level, i) => (level <= admission.worstLevel && lenders[i]! <= admission.maxLenders ? 1 : 0))

/** How a strategy turns a score and a level into the PD it prices with. */
export type AssignPd = (score: number, level: number) => number

/**
 * The assigned PD of a strategy (MODEL §2): the calibrated line's, the stated line's, or the level's; where a limit made the
 * level worse than the score says, not below the PD at the level's best score.
 *
 * @param line  the line fitted on the synthetic history, for `calibrated`
 */
export function pdAssigner(strategy: Strategy, line: LogitLine | null): AssignPd {
  const { assignedPd, scorecard } = strategy
  if (assignedPd.kind === 'table') return (_, level) => assignedPd.pdByLevel[level - 1]!
  const own = assignedPd.kind === 'formula' ? assignedPd : line
  if (!own || !scorecard) throw new RangeError(`strategy ${strategy.id}: no calibration for its scorecard`)
  const edges = bestPds(own, scorecard.card.levelCuts)
  return (score, level) => Math.max(pdOfScore(own, score), edges[level - 1] ?? edges.at(-1)!)
}

/** PD at the best score of each level; the level below the last cut ends at score 0, where a level by veto only begins. */
function bestPds(line: LogitLine, cuts: readonly number[]): number[] {
  return [0, ...cuts.map((cut) => pdOfScore(line, cut)), pdOfScore(line, 0)]
}

/** Upper edges of grades 1..9 at a card's level cuts, so that its levels and grades agree (MODEL §2). */
export function calibratedCuts(line: LogitLine, levelCuts: readonly number[]): number[] {
  if (levelCuts.length !== 8)
    throw new RangeError(`masterScale calibrated: needs a card with 8 level cuts, got ${levelCuts.length}`)
  return bestPds(line, levelCuts).slice(1)
}

/** Grade 1..10 of an assigned PD; a PD on a cut takes the better grade. */
export function gradeOf(pd: number, cuts: readonly number[]): number {
  const worse = cuts.findIndex((cut) => pd <= cut * (1 + 1e-9))
  return (worse < 0 ? cuts.length : worse) + 1
}

/**
 * Grants loans: a pure function of the firms' columns (MODEL §2).
 *
 * An applicant's line is min(requested, financing gap), of which a running contract has repaid a part. Loans of a strategy
 * without a scorecard are taken as booked, with the tape's balance, PD and grade; their line is the contract's original amount.
 *
 * @param assessment  null for a strategy without a scorecard
 * @param cuts        upper edges of grades 1..9
 */
export function originate(
  firms: Firms,
  book: Book,
  assessment: Assessment | null,
  assignPd: AssignPd | null,
  cuts: readonly number[],
): Loans {
  const { requests } = firms
  const all = Int32Array.from({ length: requests.count }, (_, r) => r)
  const rows = assessment ? all.filter((r) => assessment.admitted[requests.firm[r]!] === 1) : all
  const pick = <T extends Float64Array | Int32Array | Uint8Array>(column: T): T => {
    const picked = new (column.constructor as new (length: number) => T)(rows.length)
    for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]!]!
    return picked
  }
  const reals = (value: (i: number, row: number) => number): Float64Array => {
    const values = new Float64Array(rows.length)
    for (let i = 0; i < rows.length; i++) values[i] = value(i, rows[i]!)
    return values
  }

  const tables = lgdTables(book.lgd, UNSHOCKED, 1)
  const means = COLLATERALS.map((_, collateral) => expectedLgd(tables, severityOf(collateral, collateral), 0, NaN))
  const obligor = pick(requests.firm)
  const collateral = pick(requests.collateral)
  const stated = pick(requests.statedLgd)
  /** Principal left of the running contract at month 0. */
  const left = reals((_, r) => {
    const termMonths = requests.termMonths[r]!
    const repayment = REPAYMENTS[requests.repayment[r]!]!
    const terms = { termMonths, repayment, amortisationRate: book.amortisationRate }
    return principalLeft(terms, termMonths - requests.remainingMonths[r]!)
  })
  const granted = reals((_, r) => Math.min(requests.amount[r]!, requests.financingGap[r]!))
  const score = reals((i) => (assessment ? assessment.scores[obligor[i]!]! : NaN))
  const level = new Uint8Array(rows.length)
  if (assessment) for (let i = 0; i < rows.length; i++) level[i] = assessment.levels[obligor[i]!]!
  const assignedPd = reals((i, r) => (assignPd ? assignPd(score[i]!, level[i]!) : requests.givenPd[r]!))
  const givenGrade = pick(requests.givenGrade)
  return {
    count: rows.length,
    request: rows,
    obligor,
    balance: assessment ? granted.map((line, i) => line * left[i]!) : granted,
    line: assessment ? granted : granted.map((balance, i) => balance / left[i]!),
    termMonths: pick(requests.termMonths),
    remainingMonths: pick(requests.remainingMonths),
    repayment: pick(requests.repayment),
    collateral,
    deposit: pick(requests.deposit),
    fees: pick(requests.fees),
    ownerAum: pick(requests.ownerAum),
    assignedPd,
    assignedLgd: stated.map((lgd, i) => (Number.isNaN(lgd) ? means[collateral[i]!]! : lgd)),
    lgdKind: collateral.map((own, i) =>
      !Number.isNaN(stated[i]!) ? STATED : firms.honesty[obligor[i]!] === FRAUDULENT ? FRAUD : own,
    ),
    grade: givenGrade.map((given, i) => given || gradeOf(assignedPd[i]!, cuts)),
    level,
    score,
  }
}

/** The world as it is: what the bank prices with. */
const UNSHOCKED: LgdShocks = { lgdAdd: {}, collateralPrice: {}, saleDelay: [], auctionFactor: [] }
const STATED = LGD_KINDS.indexOf('stated')
const FRAUD = LGD_KINDS.indexOf('fraud')
/** Code of a fraudulent firm in Firms.honesty. */
const FRAUDULENT = 2
