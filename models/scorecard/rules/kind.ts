import type { ScorecardRule } from '../card.ts'
import type { Applicant } from '../../types.ts'
import type { CardOptions } from '../cardOptions.ts'

/** What the engine asks of a kind of rule. */
export interface RuleKind<R extends ScorecardRule> {
  /** Applicant fields that the rule reads. */
  fields(rule: R): readonly string[]
  /** The rule made ready for many applicants. */
  compile(rule: R, fullMarks: number, options: CardOptions): CompiledRule
}

/** A rule under chosen options. Applicants have been checked before they come here. */
export interface CompiledRule {
  /** Marks in [0, full marks]. */
  marks(applicant: Applicant): number
  /** What the marks were given for. */
  value(applicant: Applicant): number | string | boolean
  /** Why these marks, in words with numbers. */
  why(applicant: Applicant): string
}

/** The rules of one kind. */
export type RuleOf<K extends ScorecardRule['kind']> = Extract<ScorecardRule, { kind: K }>
