import { TOLERANCE } from '../countSteps.ts'
import { plain } from '../words.ts'
import type { RuleKind, RuleOf } from './kind.ts'

/** Marks when a number does not exceed a limit and a flag is true, otherwise none. */
export const limitAndFlagRule: RuleKind<RuleOf<'limitAndFlag'>> = {
  fields: ({ field, flag }) => [field, flag],

  compile({ field, atMost, flag, marks }, fullMarks) {
    const within = (value: number): boolean => value <= atMost + TOLERANCE
    return {
      marks: (applicant) => (within(applicant[field] as number) && applicant[flag] === true ? marks : 0),
      value: (applicant) => applicant[field]!,
      why: (applicant) => {
        const value = applicant[field] as number
        if (!within(value)) return `${plain(value)} is above ${plain(atMost)}: none`
        if (applicant[flag] !== true) return `${flag} is false: none`
        return `${plain(value)} is at most ${plain(atMost)} and ${flag} is true: ${plain(marks)} of ${plain(fullMarks)}`
      },
    }
  },
}
