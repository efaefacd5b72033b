import type { MarksCard, ScorecardItem, ScorecardLimit, ScorecardSection, ScorecardTrigger } from './card.ts'
import type { Applicant } from '../types.ts'
import { type CardOptions, cardOptions, isScored, roundingOf } from './cardOptions.ts'
import { applicantGuard } from './checkApplicant.ts'
import type { CardVerdict, ScoreResult } from './scoreResult.ts'
import { countSteps } from './countSteps.ts'
import { levelOfScore } from './level.ts'
import { kindOf } from './rules/index.ts'
import type { CompiledRule } from './rules/kind.ts'

/**
 * A card of marks under chosen options, made ready to score many applicants.
 *
 *     raw = Σ marks      score = max(0, raw × full marks of all sections ÷ full marks of the scored ones − deduction)
 *
 * The level is that of the score, not better than a dropped section allows, then subject to the limits.
 *
 * @returns a function that scores one applicant and throws a {RangeError} naming everything wrong with him
 * @throws {RangeError} when an option is wrong
 */
export function compileMarks(card: MarksCard, options: CardOptions): (applicant: Applicant) => ScoreResult {
  const { sections, require, deductionOf, limits, verdictOf } = prepareCard(card, options)
  return (applicant) => {
    require(applicant)
    const items: Record<string, number> = {}
    const sums: Record<string, number> = {}
    let raw = 0
    for (const { section, scored, rules } of sections) {
      let sum = 0
      if (scored)
        for (const { item, rule } of rules) {
          const marks = rule.marks(applicant)
          items[item.id] = marks
          sum += marks
        }
      sums[section.id] = sum
      raw += sum
    }
    const vetoes = limits.filter((limit) => limit.applies(applicant)).map((limit) => limit.id)
    return { items, sections: sums, raw, deduction: deductionOf(applicant), ...verdictOf(applicant, raw), vetoes }
  }
}

/** The same without the account of how it came about, for large numbers of applicants. */
export function compileMarksVerdict(card: MarksCard, options: CardOptions): (applicant: Applicant) => CardVerdict {
  const { sections, require, verdictOf } = prepareCard(card, options)
  const scored = sections.filter((section) => section.scored).map(({ rules }) => rules.map(({ rule }) => rule))
  return (applicant) => {
    require(applicant)
    let raw = 0
    for (const rules of scored) {
      let sum = 0
      for (const rule of rules) sum += rule.marks(applicant)
      raw += sum
    }
    return verdictOf(applicant, raw)
  }
}

/** What both ways of scoring share. */
function prepareCard(card: MarksCard, options: CardOptions) {
  const chosen = cardOptions(card, options)
  const require = applicantGuard(card, chosen)
  const sections = compileSections(card, chosen)
  const conversion = conversionOf(sections)
  const deductionOf = compileDeduction(card, chosen)
  const best = bestLevel(sections)
  const limits = card.limits.map((limit) => ({ ...limit, applies: compileLimit(limit) }))

  const verdictOf = (applicant: Applicant, raw: number): CardVerdict => {
    const score = Math.max(0, raw * conversion.factor - deductionOf(applicant))
    let level = Math.max(best, levelOfScore(card, score))
    let exact = 0
    for (const limit of limits) {
      if (!limit.applies(applicant)) continue
      if (limit.exact) exact = Math.max(exact, limit.level)
      else level = Math.max(level, limit.level)
    }
    return { score, level: exact || level }
  }
  return { sections, require, deductionOf, limits, verdictOf }
}

/** A section under chosen options. */
export interface CompiledSection {
  readonly section: ScorecardSection
  /** False when an option drops it. */
  readonly scored: boolean
  readonly rules: readonly { readonly item: ScorecardItem; readonly rule: CompiledRule }[]
}

export const compileSections = (card: MarksCard, options: CardOptions): readonly CompiledSection[] =>
  card.sections.map((section) => ({
    section,
    scored: isScored(section, options),
    rules: section.items.map((item) => ({
      item,
      rule: kindOf(item.rule).compile(item.rule, item.fullMarks, options),
    })),
  }))

/** Full marks of the card and of what is scored of it, and the factor from raw marks to the card's scale. */
export function conversionOf(sections: readonly CompiledSection[]): { total: number; scored: number; factor: number } {
  const full = (some: readonly CompiledSection[]): number =>
    some.reduce((sum, { section }) => sum + section.items.reduce((marks, item) => marks + item.fullMarks, 0), 0)
  const total = full(sections)
  const scored = full(sections.filter((one) => one.scored))
  if (!(scored > 0)) throw new RangeError('the options must leave a section to score')
  return { total, scored, factor: total / scored }
}

/** Best level that the dropped sections allow. */
export const bestLevel = (sections: readonly CompiledSection[]): number =>
  sections.reduce((best, { scored, section }) => (scored ? best : Math.max(best, section.bestLevelWithout ?? 1)), 1)

/** Marks taken for loss exposure, by applicant. */
function compileDeduction({ deduction }: MarksCard, options: CardOptions): (applicant: Applicant) => number {
  if (!deduction) return () => 0
  const { amount, base, step, minus, max } = deduction
  const rounding = roundingOf(options)
  return (applicant) => {
    const exposed = applicant[amount] as number
    const cushion = applicant[base] as number
    if (exposed <= 0) return 0
    return cushion > 0 ? Math.min(max, minus * countSteps(exposed / cushion, step, rounding)) : max
  }
}

/** Whether a limit applies to an applicant. */
function compileLimit({ anyOf }: ScorecardLimit): (applicant: Applicant) => boolean {
  return (applicant) => {
    for (const trigger of anyOf) if (isSet(trigger, applicant)) return true
    return false
  }
}

/** Whether an applicant sets a trigger off. */
export function isSet(trigger: ScorecardTrigger, applicant: Applicant): boolean {
  if (typeof trigger === 'string') return applicant[trigger] === true
  if ('below' in trigger) return (applicant[trigger.field] as number) < trigger.below
  return trigger.every((flag) => applicant[flag] === true)
}
