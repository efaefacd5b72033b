import type { Applicant } from '../../types.ts'
import { chosenNumber } from '../cardOptions.ts'
import { TOLERANCE, countSteps } from '../countSteps.ts'
import { counted, plain } from '../words.ts'
import type { RuleKind, RuleOf } from './kind.ts'

/** `startMarks` once a weighted sum of fields reaches `start`, and `add` for each `per` beyond, up to the full marks. */
export const volumeRule: RuleKind<RuleOf<'volume'>> = {
  fields: ({ fields }) => Object.keys(fields),

  compile({ fields, start, startMarks, add, per, linearWhen }, fullMarks, options) {
    const weights = Object.entries(fields)
    const step = chosenNumber(per, options)
    const linear = linearWhen !== undefined && options[linearWhen.option] === linearWhen.value
    const volume = (applicant: Applicant): number => {
      let sum = 0
      for (const [field, weight] of weights) sum += weight * (applicant[field] as number)
      return sum
    }
    const steps = (sum: number): number => countSteps(sum - start, step, linear ? 'linear' : 'floor')
    const uncapped = (sum: number): number => (sum < start - TOLERANCE ? 0 : startMarks + add * steps(sum))

    return {
      marks: (applicant) => Math.min(fullMarks, uncapped(volume(applicant))),
      value: volume,
      why: (applicant) => {
        const sum = volume(applicant)
        const shown = weights
          .map(([field, weight]) => (weight === 1 ? '' : `${plain(weight)} × `) + plain(applicant[field] as number))
          .join(' + ')
        const named = weights.length === 1 && weights[0]![1] === 1 ? shown : `${shown} = ${plain(sum)}`
        if (sum < start - TOLERANCE) return `${named} is below ${plain(start)}: none`
        const sort = linear ? 'step' : 'whole step'
        const most = uncapped(sum) > fullMarks ? `, at most ${plain(fullMarks)}` : ''
        return (
          `${named} is ${counted(steps(sum), sort)} of ${plain(step)} beyond ${plain(start)}: ` +
          `${plain(startMarks)} + ${plain(steps(sum))} × ${plain(add)} = ${plain(uncapped(sum))}${most}`
        )
      },
    }
  },
}
