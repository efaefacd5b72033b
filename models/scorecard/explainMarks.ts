import type { MarksCard, ScorecardLimit } from './card.ts'
import type { Applicant } from '../types.ts'
import { type CardOptions, cardOptions, roundingOf } from './cardOptions.ts'
import { bestLevel, compileMarks, compileSections, conversionOf, isSet } from './compileMarks.ts'
import { countSteps } from './countSteps.ts'
import type { ExplainedLimit, ScoreExplanation } from './scoreExplanation.ts'
import { explainCut } from './explainCut.ts'
import { levelOfScore } from './level.ts'
import type { ScoreResult } from './scoreResult.ts'
import { counted, plain } from './words.ts'

/** Why an applicant scores what he scores on a card of marks. */
export function explainMarks(card: MarksCard, applicant: Applicant, options: CardOptions): ScoreExplanation {
  const result = compileMarks(card, options)(applicant)
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
  card: MarksCard,
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

function explainLevel(
  card: MarksCard,
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
