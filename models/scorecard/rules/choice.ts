import { plain } from '../words.ts'
import type { RuleKind, RuleOf } from './kind.ts'

/** Marks by what was chosen. */
export const choiceRule: RuleKind<RuleOf<'choice'>> = {
  fields: ({ field }) => [field],

  compile({ field, marks }, fullMarks) {
    const of = (chosen: string): number => marks[chosen]!
    return {
      marks: (applicant) => of(applicant[field] as string),
      value: (applicant) => applicant[field]!,
      why: (applicant) => {
        const chosen = applicant[field] as string
        return `${chosen}: ${plain(of(chosen))} of ${plain(fullMarks)}`
      },
    }
  },
}
