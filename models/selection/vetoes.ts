import { applicantReader } from '../applicants.ts'
import { isSet } from '../scorecard/compileMarks.ts'
import type { Strategy } from '../strategy.ts'
import type { Applicants } from '../types.ts'

/**
 * Who is declined by a limit of the card whatever he scores (突出否决): the limit's level is worse than the worst admitted.
 *
 * @param told  applicants as the card reads them
 * @returns whether the applicant of a row is; nobody where the card has no such limit
 */
export function vetoes(
  { scorecard, admission }: Pick<Strategy, 'scorecard' | 'admission'>,
  told: Applicants,
): (row: number) => boolean {
  const card = scorecard?.card
  const limits = card?.kind === 'marks' ? card.limits : []
  const triggers = limits.filter(({ level }) => level > admission.worstLevel).flatMap(({ anyOf }) => anyOf)
  if (triggers.length === 0) return () => false
  const fields = new Set(
    triggers.flatMap((trigger) =>
      typeof trigger === 'string' ? [trigger] : 'field' in trigger ? [trigger.field] : trigger,
    ),
  )
  const applicantAt = applicantReader(new Map([...told].filter(([field]) => fields.has(field))))
  return (row) => {
    const applicant = applicantAt(row)
    return triggers.some((trigger) => isSet(trigger, applicant))
  }
}
