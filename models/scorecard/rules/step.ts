import { roundingOf } from '../cardOptions.ts'
import { countSteps } from '../countSteps.ts'
import { aligned, counted, plain } from '../words.ts'
import type { RuleKind, RuleOf } from './kind.ts'

/** Full marks at the standard; each step on its worse side takes `minus`, down to 0. */
export const stepRule: RuleKind<RuleOf<'step'>> = {
  fields: ({ field }) => [field],

  compile({ field, better, standard, step, minus }, fullMarks, options) {
    const rounding = roundingOf(options)
    const worse = better === 'lower' ? 1 : -1
    const beyond = (value: number): number => countSteps(worse * (value - standard), step, rounding)

    return {
      marks: (applicant) => Math.max(0, fullMarks - minus * beyond(applicant[field] as number)),
      value: (applicant) => applicant[field]!,
      why: (applicant) => {
        const value = applicant[field] as number
        const steps = beyond(value)
        const limit = aligned(standard, step)
        const side = better === 'lower' ? 'above' : 'below'
        if (worse * (value - standard) <= 0)
          return `${plain(value)} is ${value === standard ? 'at' : `not ${side}`} ${limit}: full marks`
        const sort = { floor: 'whole step', ceil: 'started step', linear: 'step' }[rounding]
        const taken = minus * steps
        const cost = taken === 0 ? 'full marks' : `−${plain(taken)}`
        const most = taken > fullMarks ? `, at most ${plain(fullMarks)}` : ''
        return `${plain(value)} is ${counted(steps, sort)} of ${plain(step)} ${side} ${limit}: ${cost}${most}`
      },
    }
  },
}
