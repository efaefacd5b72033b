import { isWithin, rangeText } from '../numberRange.ts'
import type { MarksCard, Scorecard } from './card.ts'
import type { Applicant } from '../types.ts'
import { type CardOptions, cardOptions, isScored } from './cardOptions.ts'
import { kindOf } from './rules/index.ts'

/** One thing wrong with an applicant. */
export interface ApplicantProblem {
  readonly field: string
  /** Requirement and value: `must be a number ≥ 0, got "x"`, or `is missing, must be …`. */
  readonly message: string
}

/**
 * Every problem of an applicant, as sentences such as `applicant.debtRatio must be a number ≥ 0, got "x"`.
 *
 * Fields that only a dropped section reads are not asked for; fields the card does not know are left alone.
 *
 * @returns empty when the applicant can be scored
 * @throws {RangeError} when an option is wrong
 */
export const checkApplicant = (card: Scorecard, applicant: Applicant, options: CardOptions = {}): string[] =>
  applicantChecker(card, cardOptions(card, options))(applicant).map(sentence)

/** A problem as a sentence. */
export const sentence = ({ field, message }: ApplicantProblem): string => `applicant.${field} ${message}`

/** The check made ready for many applicants. */
export function applicantChecker(
  card: Scorecard,
  options: CardOptions,
): (applicant: Applicant) => readonly ApplicantProblem[] {
  const unread = card.kind === 'marks' ? unreadFields(card, options) : new Set<string>()
  const fields = Object.entries(card.fields)
    .filter(([name]) => !unread.has(name))
    .map(([name, field]) => ({ name, field, accepts: accepts(field) }))
  return (applicant) => {
    let problems: ApplicantProblem[] | undefined
    for (const { name, field, accepts } of fields) {
      const value: unknown = applicant[name]
      if (accepts(value)) continue
      problems ??= []
      problems.push({ field: name, message: complaint(field, value) })
    }
    return problems ?? NONE
  }
}

/**
 * The check as a demand.
 *
 * @returns a function that throws a {RangeError} naming everything wrong with an applicant
 */
export function applicantGuard(card: Scorecard, options: CardOptions): (applicant: Applicant) => void {
  const problemsOf = applicantChecker(card, options)
  return (applicant) => {
    const problems = problemsOf(applicant)
    if (problems.length) throw new RangeError(problems.map(sentence).join('; '))
  }
}

const NONE: readonly ApplicantProblem[] = []

type Field = Scorecard['fields'][string]

/** Fields that are read by dropped sections and by nothing else. */
function unreadFields(card: MarksCard, options: CardOptions): Set<string> {
  const dropped = new Set<string>()
  const read = new Set<string>()
  for (const section of card.sections) {
    const reader = isScored(section, options) ? read : dropped
    for (const { rule } of section.items) for (const field of kindOf(rule).fields(rule)) reader.add(field)
  }
  for (const { anyOf } of card.limits)
    for (const trigger of anyOf)
      if (typeof trigger === 'string') read.add(trigger)
      else if ('below' in trigger) read.add(trigger.field)
      else for (const flag of trigger) read.add(flag)
  if (card.deduction) read.add(card.deduction.amount).add(card.deduction.base)
  return new Set([...dropped].filter((field) => !read.has(field)))
}

function accepts({ type, choices, optional, ...range }: Field): (value: unknown) => boolean {
  const absent = (value: unknown): boolean => optional === true && (value === undefined || value === null)
  if (type === 'choice') return (value) => choices!.includes(value as string)
  if (type === 'boolean') return (value) => value === true || value === false || absent(value)
  return (value) => isWithin(range, value) || absent(value)
}

function complaint(field: Field, value: unknown): string {
  if (value === undefined || value === null) return `is missing, must be ${requirement(field)}`
  return `must be ${requirement(field)}, got ${typeof value === 'number' ? String(value) : JSON.stringify(value)}`
}

function requirement({ type, choices, optional: _, ...range }: Field): string {
  if (type === 'choice') return `one of ${choices!.join(', ')}`
  return type === 'boolean' ? 'true or false' : rangeText(range)
}
