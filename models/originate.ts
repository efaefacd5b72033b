import { lgdTables } from './lgd.ts'
import type { LogitLine } from './logisticFit.ts'
import { pdOfScore } from './logisticFit.ts'
import { principalLeft } from './plan.ts'
import { compileCard } from './scorecard/compileCard.ts'
import type { Book, Strategy } from './study.ts'
import { LGD_KINDS, REPAYMENTS } from './types.ts'
import type { Applicant, Firms, Loans } from './types.ts'

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
export function assess(strategy: Strategy, applicants: readonly Applicant[], lenders: ArrayLike<number>): Assessment {
  const { scorecard, admission } = strategy
  if (!scorecard) throw new RangeError(`strategy ${strategy.id}: has no scorecard to assess applicants with`)
  const score = compileCard(scorecard.card, scorecard.options)
  const scores = new Float64Array(applicants.length)
  const levels = new Uint8Array(applicants.length)
  const admitted = new Uint8Array(applicants.length)
  for (const [i, applicant] of applicants.entries()) {
    const result = score(applicant)
    scores[i] = result.score
    levels[i] = result.level
    admitted[i] = result.level <= admission.worstLevel && lenders[i]! <= admission.maxLenders ? 1 : 0
  }
  return { scores, levels, admitted }
}

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
  const rows: number[] = []
  for (let r = 0; r < requests.count; r++) if (!assessment || assessment.admitted[requests.firm[r]!]) rows.push(r)
  const pick = <T extends Float64Array | Int32Array | Uint8Array>(column: T): T =>
    (column.constructor as unknown as { from(source: number[]): T }).from(rows.map((r) => column[r]!))

  const means = lgdTables(book.lgd, { lgdAdd: {}, collateralPrice: {} }, 1).mean
  const obligor = pick(requests.firm)
  const collateral = pick(requests.collateral)
  const stated = pick(requests.statedLgd)
  /** Principal left of the running contract at month 0. */
  const left = Float64Array.from(rows, (r) => {
    const termMonths = requests.termMonths[r]!
    const repayment = REPAYMENTS[requests.repayment[r]!]!
    const terms = { termMonths, repayment, amortisationRate: book.amortisationRate }
    return principalLeft(terms, termMonths - requests.remainingMonths[r]!)
  })
  const granted = Float64Array.from(rows, (r) => Math.min(requests.amount[r]!, requests.financingGap[r]!))
  const score = Float64Array.from(obligor, (f) => (assessment ? assessment.scores[f]! : NaN))
  const level = Uint8Array.from(obligor, (f) => (assessment ? assessment.levels[f]! : 0))
  const assignedPd = Float64Array.from(rows, (r, i) =>
    assignPd ? assignPd(score[i]!, level[i]!) : requests.givenPd[r]!,
  )
  return {
    count: rows.length,
    request: Int32Array.from(rows),
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
    lgdKind: Uint8Array.from(rows, (_, i) =>
      !Number.isNaN(stated[i]!) ? STATED : firms.honesty[obligor[i]!] === FRAUDULENT ? FRAUD : collateral[i]!,
    ),
    grade: Uint8Array.from(rows, (r, i) => requests.givenGrade[r]! || gradeOf(assignedPd[i]!, cuts)),
    level,
    score,
  }
}

const STATED = LGD_KINDS.indexOf('stated')
const FRAUD = LGD_KINDS.indexOf('fraud')
/** Code of a fraudulent firm in Firms.honesty. */
const FRAUDULENT = 2
