import { DECLINE_REASONS } from '../result.ts'
import type { DeclineReason } from '../result.ts'
import type { Book } from '../book.ts'
import type { Strategy } from '../strategy.ts'
import type { Firms } from '../types.ts'
import { ADMISSION_RULES } from './admission.ts'
import type { FileTest, Files } from './admission.ts'
import { linesOf } from './limit.ts'
import { meets } from './requirement.ts'
import { score } from './score.ts'
import type { Scored } from './score.ts'
import { verify } from './verify.ts'

/** What a strategy says of each applicant; one entry an applicant. */
export interface Assessment extends Scored {
  /** 0 where the bank would lend, else {@link declineCode} of the first rule that the file fails. */
  readonly declined: Uint8Array
}

/** How an assessment writes a reason: 1 + its position in DECLINE_REASONS. */
export const declineCode = (reason: DeclineReason): number => 1 + DECLINE_REASONS.indexOf(reason)

/**
 * Scores applicants and asks a strategy's admission rules of each file; rules of the whole book are a second step, withinCaps.
 *
 * @param scored  where the applicants have been scored already
 * @throws {RangeError} naming the strategy and what it needs and the firms do not have
 */
export function assess(strategy: Strategy, firms: Firms, book: Pick<Book, 'lgd'>, scored?: Scored): Assessment {
  const files = filesOf(strategy, firms, book, scored)
  const tests = fileTests(files)
  const declined = new Uint8Array(firms.count)
  for (let row = 0; row < firms.count; row++) {
    const failed = tests.find(({ value, asked }) => !meets(value(row), asked(row)))
    if (failed) declined[row] = declineCode(failed.reason)
  }
  return { ...files.scored, declined }
}

/** The applicants as a strategy has them before it; errors as {@link assess}. */
export function filesOf(strategy: Strategy, firms: Firms, book: Pick<Book, 'lgd'>, scored?: Scored): Files {
  const { applicants, count } = firms
  if (!applicants) throw new RangeError(`strategy ${strategy.id}: needs applicants, and the firms of a tape have none`)
  const told = verify(strategy, applicants)
  return {
    strategy,
    firms,
    told,
    scored: scored ?? score(strategy, applicants, count),
    lines: linesOf(strategy, firms, told, book),
  }
}

/** The rules that a strategy asks, ready; in the order in which they are asked. */
export const fileTests = (files: Files): readonly (FileTest & { readonly reason: DeclineReason })[] =>
  ADMISSION_RULES.flatMap(({ reason, test }) => {
    const ready = test(files)
    return ready ? [{ reason, ...ready }] : []
  })
