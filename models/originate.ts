import { bookedClass, lgdModelOf } from './lending/collateral.ts'
import type { Assessment } from './lending/assess.ts'
import { balancesOf, linesOf, shareLeft } from './lending/limit.ts'
import { throughChannel } from './lending/settlementChannel.ts'
import { verify } from './lending/verify.ts'
import { expectedLgd, lgdTables, severityOf } from './lgd.ts'
import type { LgdShocks } from './lgd.ts'
import type { LogitLine } from './logisticFit.ts'
import { pdOfScore } from './logisticFit.ts'
import type { Book } from './book.ts'
import type { Strategy } from './strategy.ts'
import { COLLATERALS, LGD_KINDS } from './types.ts'
import type { Firms, Loans, Probability } from './types.ts'

/** How a strategy turns what it has seen of an applicant into the PD it prices with; arguments as in Scored. */
export type AssignPd = (score: number, level: number, index: number, flags: number) => Probability

/**
 * The assigned PD of a strategy (MODEL §2): the calibrated line's, the stated line's, or the level's; where a limit made the
 * level worse than the score says, not below the PD at the level's best score. Then what the settlement index adds, where the strategy
 * has a channel for it.
 *
 * @param line  the line fitted on the synthetic history, for `calibrated`
 * @throws {RangeError} when a line is needed and there is none
 */
export function pdAssigner(strategy: Strategy, line: LogitLine | null): AssignPd {
  const ofCard = cardPd(strategy, line)
  const channel = strategy.settlement?.channel
  if (!channel) return ofCard
  return (score, level, index, flags) => throughChannel(ofCard(score, level), channel, index, flags)
}

/** The PD that the card alone assigns; parameters and errors as {@link pdAssigner}. */
export function cardPd(strategy: Strategy, line: LogitLine | null): (score: number, level: number) => Probability {
  const { assignedPd, scorecard } = strategy
  if (assignedPd.kind === 'table') return (_, level) => assignedPd.pdByLevel[level - 1]!
  const own = assignedPd.kind === 'formula' ? assignedPd : line
  if (!own || !scorecard) throw new RangeError(`strategy ${strategy.id}: no calibration for its scorecard`)
  const edges = bestPds(own, scorecard.card.levelCuts)
  return (score, level) => Math.max(pdOfScore(own, score), INSIDE * (edges[level - 1] ?? edges.at(-1)!))
}

/** A level that a limit brings begins just beyond the cut, so that its grade is not the better one. */
const INSIDE = 1 + 1e-6

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
 * An applicant's line is what the strategy's limit policy leaves of the amount asked for, its balance the part in use, of which a running
 * contract has repaid some; deposits, fees and the owner's assets come with the balance. Without an assessment loans are taken as booked,
 * with the tape's balance, collateral, PD and grade; their line is the contract's original amount.
 *
 * @param assessment  null for a tape
 * @param assignPd    see {@link pdAssigner}; null where the tape gives the PD
 * @param cuts        upper edges of grades 1..9
 * @throws {RangeError} naming the strategy and a column that the applicants lack
 */
export function originate(
  firms: Firms,
  book: Pick<Book, 'lgd' | 'amortisationRate'>,
  strategy: Strategy,
  assessment: Assessment | null,
  assignPd: AssignPd | null,
  cuts: readonly number[],
): Loans {
  const { requests } = firms
  const all = Int32Array.from({ length: requests.count }, (_, r) => r)
  const rows = assessment ? all.filter((r) => assessment.declined[requests.firm[r]!] === 0) : all
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

  const amounts = assessment ? grantedAmounts(firms, book, strategy) : bookedAmounts(firms, book)
  const obligor = pick(requests.firm)
  const offered = pick(requests.collateral)
  const collateral = assessment ? offered.map((own) => bookedClass(strategy, own)) : offered
  const stated = pick(requests.statedLgd)
  const tables = lgdTables(lgdModelOf(book, strategy), UNSHOCKED, 1)
  const means = COLLATERALS.map((_, own) => expectedLgd(tables, severityOf(own, own), 0, NaN))
  const score = reals((i) => (assessment ? assessment.scores[obligor[i]!]! : NaN))
  const level = new Uint8Array(rows.length)
  if (assessment) for (let i = 0; i < rows.length; i++) level[i] = assessment.levels[obligor[i]!]!
  const assignedPd = reals((i, r) => {
    if (!assignPd) return requests.givenPd[r]!
    const firm = obligor[i]!
    return assignPd(score[i]!, level[i]!, assessment?.index[firm] ?? NaN, assessment?.flags[firm] ?? 0)
  })
  const longest = assessment ? strategy.limit.maxTermMonths : Infinity
  const givenGrade = pick(requests.givenGrade)
  return {
    count: rows.length,
    request: rows,
    obligor,
    balance: pick(amounts.balance),
    line: pick(amounts.line),
    termMonths: pick(requests.termMonths).map((months) => Math.min(months, longest)),
    remainingMonths: pick(requests.remainingMonths).map((months) => Math.min(months, longest)),
    repayment: pick(requests.repayment),
    collateral,
    deposit: reals((_, r) => requests.deposit[r]! * amounts.relationship[r]!),
    fees: reals((_, r) => requests.fees[r]! * amounts.relationship[r]!),
    ownerAum: reals((_, r) => requests.ownerAum[r]! * amounts.relationship[r]!),
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

/** Money by request; `relationship` is the balance ÷ that for which deposits, fees and owner's assets are stated. */
interface Amounts {
  readonly line: Float64Array
  readonly balance: Float64Array
  readonly relationship: Float64Array
}

function grantedAmounts(firms: Firms, book: Pick<Book, 'lgd' | 'amortisationRate'>, strategy: Strategy): Amounts {
  const { requests, applicants } = firms
  const line = linesOf(strategy, firms, verify(strategy, applicants ?? new Map()), book)
  const balance = balancesOf(strategy, requests, line, book)
  const relationship = balance.map((lent, r) => {
    const needed = Math.min(requests.amount[r]!, requests.financingGap[r]!)
    return needed > 0 ? lent / needed : 0
  })
  return { line, balance, relationship }
}

function bookedAmounts({ requests }: Firms, book: Pick<Book, 'amortisationRate'>): Amounts {
  const balance = requests.amount.map((amount, r) => Math.min(amount, requests.financingGap[r]!))
  const line = balance.map((booked, r) => booked / shareLeft(requests, book, r))
  return { line, balance, relationship: balance.map(() => 1) }
}

/** The world as it is: what the bank prices with. */
const UNSHOCKED: LgdShocks = { lgdAdd: {}, collateralPrice: {}, saleDelay: [], auctionFactor: [] }
const STATED = LGD_KINDS.indexOf('stated')
const FRAUD = LGD_KINDS.indexOf('fraud')
/** Code of a fraudulent firm in Firms.honesty. */
const FRAUDULENT = 2
