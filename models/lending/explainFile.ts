import { applicantReader } from '../applicants.ts'
import type { Layout } from '../layout.ts'
import type { LogitLine } from '../logisticFit.ts'
import { cardPd, originate, pdAssigner } from '../originate.ts'
import { loanFloor, priceCells } from '../price.ts'
import type { RateBuildUp } from '../pricing/rateFloor.ts'
import { DECLINE_REASONS } from '../result.ts'
import type { DeclineReason } from '../result.ts'
import { explainScore } from '../scorecard/explain.ts'
import type { ScoreExplanation } from '../scorecard/scoreExplanation.ts'
import type { RiskSignals } from '../settlement/riskSignals.ts'
import type { Book } from '../book.ts'
import type { Schedule } from '../schedule.ts'
import type { Strategy } from '../strategy.ts'
import { cellAt, cellIndex, cellKey, termBandOf } from '../types.ts'
import type { Firms, Loans, Money, Probability, Rate } from '../types.ts'
import type { Files } from './admission.ts'
import { declineCode, fileTests, filesOf } from './assess.ts'
import type { Assessment } from './assess.ts'
import { shareCaps } from './caps.ts'
import { fileFacts } from './fileFacts.ts'
import { fileSignals } from './fileSignals.ts'
import { shareOfGroup } from './groups.ts'
import { lineCaps, shareLeft } from './limit.ts'
import type { LineCapName } from './limit.ts'
import { meets } from './requirement.ts'
import type { Requirement } from './requirement.ts'
import { sixElements } from './sixElements.ts'
import type { ElementFinding } from './sixElements.ts'

/** A book as a strategy lends it under a schedule. */
export interface LentBook {
  readonly firms: Firms
  readonly book: Pick<Book, 'lgd' | 'amortisationRate'>
  readonly strategy: Strategy
  /** With the rules of the whole book, see withinCaps. */
  readonly assessment: Assessment
  /** The strategy's calibration, where it has one. */
  readonly line: LogitLine | null
  /** Upper edges of grades 1..9. */
  readonly cuts: readonly number[]
  /** The strategy's loans. */
  readonly layout: Layout
  /** Its costs with those of the strategy's process, see strategyCosts. */
  readonly schedule: Schedule
}

/** Why a strategy decides on a firm as it does, and why at this rate. Plain data; an amount or figure that there is none of is null. */
export interface FileExplanation {
  /** Id of the firm. */
  readonly firm: string
  readonly strategy: string
  /** First rule that declined it; null where it gets a loan. */
  readonly declined: DeclineReason | null
  /** What speaks for and against it; decides nothing by itself. */
  readonly elements: readonly ElementFinding[]
  /** Marks, vetoes and limits of the card, of the figures as verified. */
  readonly card: ScoreExplanation
  /** The settlement index and its negative situations; null where the strategy keeps none. */
  readonly settlement: ScoreExplanation | null
  readonly signals: RiskSignals | null
  /** Every admission rule that the strategy asks, in order. */
  readonly rules: readonly ExplainedRule[]
  readonly line: ExplainedLine
  readonly pd: ExplainedPd
  readonly rate: ExplainedRate
}

/** One admission rule. A rule of the whole book has the value of the book as granted: the share of the firm's group, the loans. */
export interface ExplainedRule {
  readonly reason: DeclineReason
  readonly value: number | string
  readonly asked: Requirement
  readonly passes: boolean
}

/** How the amount asked for became a balance. */
export interface ExplainedLine {
  readonly requested: Money
  /** Null where it is unknown. */
  readonly financingGap: Money | null
  /** What the limit policy allows; the line is the least of these and the amount asked for. */
  readonly caps: readonly { readonly cap: LineCapName; readonly amount: Money }[]
  readonly line: Money
  readonly utilisation: number
  /** Principal left of the running contract. */
  readonly shareLeft: number
  readonly balance: Money
}

export interface ExplainedPd {
  readonly score: number
  readonly level: number
  /** Null where the strategy keeps no index. */
  readonly index: number | null
  readonly flags: number
  /** The PD that the card alone assigns, and that after the settlement channel; the same without one. */
  readonly card: Probability
  readonly assigned: Probability
  readonly grade: number
}

export interface ExplainedRate {
  /** `grade|termBand|collateral`. */
  readonly cell: string
  /** The cell's rate, at most the legal cap; null where it is the mean floor of a cell without loans. */
  readonly offered: Rate | null
  /** LGD that the bank prices with. */
  readonly lgd: number
  /** The formula's rate of this loan; null without a balance. */
  readonly floor: RateBuildUp | null
}

/**
 * Explains one file from what the strategy sees: a declined one as if it were granted, so that its rate can be seen too.
 *
 * @param row  the firm, and its request
 * @throws {RangeError} when there is no such firm, or the firms have no applicants
 */
export function explainFile(lent: LentBook, row: number): FileExplanation {
  const { firms, strategy, assessment } = lent
  const { scorecard, settlement } = strategy
  if (!(Number.isInteger(row) && row >= 0 && row < firms.count))
    throw new RangeError(`explainFile: row must be a whole number in 0..${firms.count - 1}, got ${row}`)
  if (!scorecard) throw new RangeError(`strategy ${strategy.id}: has no scorecard to explain a file with`)
  const files = filesOf(strategy, firms, lent.book, assessment)
  const applicant = { ...applicantReader(files.told)(row) }
  const loan = loanOf(lent, row)
  return {
    firm: firms.ids[row]!,
    strategy: strategy.id,
    declined: DECLINE_REASONS[assessment.declined[row]! - 1] ?? null,
    elements: sixElements(fileFacts(lent, files, loan, row)),
    card: explainScore(scorecard.card, applicant, scorecard.options),
    settlement: settlement && explainScore(settlement.card, applicant),
    signals: fileSignals(strategy, firms, applicant, assessment, row),
    rules: [...fileRules(files, row), ...bookRules(lent, row)],
    line: lineOf(lent, files, loan, row),
    pd: pdOf(lent, loan, row),
    rate: rateOf(lent, loan),
  }
}

/** The loan of a row alone, granted or not. */
function loanOf({ firms, book, strategy, assessment, line, cuts }: LentBook, row: number): Loans {
  const alone = { ...assessment, declined: new Uint8Array(firms.count).fill(1) }
  alone.declined[row] = 0
  return originate(firms, book, strategy, alone, pdAssigner(strategy, line), cuts)
}

const fileRules = (files: Files, row: number): ExplainedRule[] =>
  fileTests(files).map(({ reason, value, asked }) => ({
    reason,
    value: value(row),
    asked: asked(row),
    passes: meets(value(row), asked(row)),
  }))

function bookRules({ strategy, firms, assessment, layout }: LentBook, row: number): ExplainedRule[] {
  const passes = (reason: DeclineReason): boolean => assessment.declined[row] !== declineCode(reason)
  const shares = shareCaps(strategy, firms).map(({ reason, share, groups }) => ({
    reason,
    value: shareOfGroup(layout.loans, groups, row),
    asked: { atMost: share },
    passes: passes(reason),
  }))
  const { quota } = strategy.admission
  if (quota === Infinity) return shares
  return [...shares, { reason: 'quota', value: layout.loans.count, asked: { atMost: quota }, passes: passes('quota') }]
}

function lineOf({ firms, book, strategy }: LentBook, files: Files, loan: Loans, row: number): ExplainedLine {
  const { requests } = firms
  const gap = requests.financingGap[row]!
  return {
    requested: requests.amount[row]!,
    financingGap: gap < Infinity ? gap : null,
    caps: lineCaps(strategy, firms, files.told, book)
      .map(({ name, at }) => ({ cap: name, amount: at(row) }))
      .filter(({ amount }) => amount < Infinity),
    line: loan.line[0]!,
    utilisation: strategy.limit.utilisation,
    shareLeft: shareLeft(requests, book, row),
    balance: loan.balance[0]!,
  }
}

function pdOf({ strategy, assessment, line }: LentBook, loan: Loans, row: number): ExplainedPd {
  const { scores, levels, index, flags } = assessment
  const [score, level] = [scores[row]!, levels[row]!]
  return {
    score,
    level,
    index: strategy.settlement && index[row]!,
    flags: flags[row]!,
    card: cardPd(strategy, line)(score, level),
    assigned: loan.assignedPd[0]!,
    grade: loan.grade[0]!,
  }
}

function rateOf({ layout, schedule }: LentBook, loan: Loans): ExplainedRate {
  const cell = cellIndex(loan.grade[0]!, termBandOf(loan.termMonths[0]!), loan.collateral[0]!)
  const own = schedule.rates?.[cell] ?? priceCells(layout, schedule).offered[layout.cells.indexOf(cell)]
  return {
    cell: cellKey(cellAt(cell)),
    offered: own === undefined ? null : Math.min(schedule.cap, own),
    lgd: loan.assignedLgd[0]!,
    floor: loan.balance[0]! > 0 ? loanFloor(schedule, loan, 0) : null,
  }
}
