import { chosenNumber } from '../cardOptions.ts'
import { plain } from '../words.ts'
import type { RuleKind, RuleOf } from './kind.ts'

/** Full marks without any occurrence; each takes `minusEach`, and from `zeroFrom` on nothing is left. */
export const countRule: RuleKind<RuleOf<'count'>> = {
  fields: ({ field }) => [field],

  compile({ field, minusEach, zeroFrom }, fullMarks, options) {
    const last = chosenNumber(zeroFrom, options)
    return {
      marks: (applicant) => {
        const times = applicant[field] as number
        return times >= last ? 0 : Math.max(0, fullMarks - minusEach * times)
      },
      value: (applicant) => applicant[field]!,
      why: (applicant) => {
        const times = applicant[field] as number
        if (times === 0) return 'none: full marks'
        if (times >= last) return `${plain(times)}, and no marks are left from ${plain(last)} on`
        return `${plain(times)} × ${plain(minusEach)}: −${plain(Math.min(fullMarks, minusEach * times))}`
      },
    }
  },
}
