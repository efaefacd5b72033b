import type { Scorecard, ScorecardLimit, Text } from '../study.ts'
import type { Applicant } from '../types.ts'
import { type CardOptions, cardOptions, roundingOf } from './cardOptions.ts'
import { bestLevel, compileCard, compileSections, conversionOf, isSet } from './compileCard.ts'
import { countSteps } from './countSteps.ts'
import { levelOfScore, lowestScoreOfLevel } from './level.ts'
import type { ScoreResult } from './scoreResult.ts'
import { counted, plain } from './words.ts'

/** One item of a score and why its marks were given. */
export interface ExplainedItem {
  readonly section: string
  readonly item: string
  readonly title: Text
  readonly value: number | string | boolean
  readonly marks: number
  readonly fullMarks: number
  readonly why: string
}

/** One limit of a card, whether it applies and what set it off. */
export interface ExplainedLimit {
  readonly id: string
  readonly title: Text
  readonly applies: boolean
  readonly why: string
}

/** A score with its reasons, in words with numbers; sentences are null where there is nothing to say. */
export interface ScoreExplanation {
  readonly result: ScoreResult
  /** Scored items in the card's order. */
  readonly rows: readonly ExplainedItem[]
  /** How raw marks became the card's scale, when a section was dropped. */
  readonly conversion: string | null
  readonly deduction: string | null
  /** Where the score lies among the level cuts, before limits. */
  readonly levelCut: string
  /** What made the level worse than the score's: a dropped section, a limit. */
  readonly levelLimit: string | null
  readonly limits: readonly ExplainedLimit[]
}

/**
 * Why an applicant scores what he scores.
 *
 * @param applicant the card's fields
 * @param options   by name; those left out take the card's default
 * @throws {RangeError} when an option is wrong, or naming everything wrong with the applicant
 */
export function explainScore(card: Scorecard, applicant: Applicant, options: CardOptions = {}): ScoreExplanation {
  const result = compileCard(card, options)(applicant)
  const chosen = cardOptions(card, options)
  const sections = compileSections(card, chosen)
  const rows = sections
    .filter(({ scored }) => scored)
    .flatMap(({ section, rules }) =>
      rules.map(({ item, rule }) => ({
        section: section.id,
        item: item.id,
        title: item.title,
        value: rule.value(applicant),
        marks: rule.marks(applicant),
        fullMarks: item.fullMarks,
        why: rule.why(applicant),
      })),
    )
  const limits = card.limits.map((limit) => explainLimit(limit, applicant))
  const dropped = sections.filter(({ scored }) => !scored).map(({ section }) => section.id)
  const { total, scored, factor } = conversionOf(sections)

  return {
    result,
    rows,
    conversion: dropped.length
      ? `${dropped.join(', ')} not scored: ${plain(result.raw)} ÷ ${plain(scored)} × ${plain(total)} = ${plain(result.raw * factor)}`
      : null,
    deduction: explainDeduction(card, applicant, chosen, result),
    levelCut: explainCut(card, result.score),
    levelLimit: explainLevel(card, result, bestLevel(sections), dropped),
    limits,
  }
}

function explainDeduction(
  card: Scorecard,
  applicant: Applicant,
  options: CardOptions,
  result: ScoreResult,
): string | null {
  if (!card.deduction || result.deduction === 0) return null
  const { amount, base, step, minus, max } = card.deduction
  const exposed = applicant[amount] as number
  const cushion = applicant[base] as number
  if (!(cushion > 0)) return `${amount} ${plain(exposed)} with ${base} ${plain(cushion)}, not positive: −${plain(max)}`
  const ratio = exposed / cushion
  const steps = countSteps(ratio, step, roundingOf(options))
  const most = minus * steps > max ? `, at most ${plain(max)}` : ''
  return (
    `${amount} ÷ ${base} = ${plain(exposed)} ÷ ${plain(cushion)} = ${plain(ratio)}, ` +
    `${counted(steps, 'step')} of ${plain(step)}: −${plain(minus * steps)}${most}`
  )
}

function explainCut(card: Scorecard, score: number): string {
  const level = levelOfScore(card, score)
  const reached = level <= card.levelCuts.length
  const cut = lowestScoreOfLevel(card, reached ? level : level - 1)
  return reached
    ? `${plain(score)} reaches ${plain(cut)}, the cut of level ${level}`
    : `${plain(score)} is below ${plain(cut)}, the cut of level ${level - 1}: level ${level}`
}

function explainLevel(
  card: Scorecard,
  { score, level, vetoes }: ScoreResult,
  best: number,
  dropped: readonly string[],
): string | null {
  if (level === levelOfScore(card, score)) return null
  const limits = card.limits.filter((limit) => vetoes.includes(limit.id) && limit.level === level)
  const causes = limits.map(({ id }) => `limit ${id}`)
  if (level === best) causes.push(`${dropped.join(', ')} not scored`)
  return `level ${level} because of ${causes.join(' and ')}`
}

function explainLimit(limit: ScorecardLimit, applicant: Applicant): ExplainedLimit {
  const { id, title, level, exact, anyOf } = limit
  const causes = anyOf
    .filter((trigger) => isSet(trigger, applicant))
    .map((trigger) => {
      if (typeof trigger === 'string') return trigger
      if ('below' in trigger)
        return `${trigger.field} ${plain(applicant[trigger.field] as number)} below ${plain(trigger.below)}`
      return trigger.join(' and ')
    })
  const consequence = exact ? `level ${level}` : `level ${level} at best`
  return {
    id,
    title,
    applies: causes.length > 0,
    why: causes.length ? `${causes.join(', ')}: ${consequence}` : 'nothing applies',
  }
}
