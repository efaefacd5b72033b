import type { Applicant } from '../../types.ts'
import { TOLERANCE } from '../countSteps.ts'
import { plain } from '../words.ts'
import type { RuleKind, RuleOf } from './kind.ts'

/** Marks of the first band whose lower edge the value reaches, or exceeds where the band is strict. */
export const bandsRule: RuleKind<RuleOf<'bands'>> = {
  fields: ({ field, zeroIf }) => (zeroIf === undefined ? [field] : [field, zeroIf]),

  compile({ field, bands, otherwise, zeroIf }, fullMarks) {
    const reaches = (value: number, { from, strict }: (typeof bands)[number]): boolean =>
      strict ? value > from + TOLERANCE : value >= from - TOLERANCE
    const zeroed = zeroIf === undefined ? () => false : (applicant: Applicant) => applicant[zeroIf] === true

    return {
      marks: (applicant) => {
        if (zeroed(applicant)) return 0
        const value = applicant[field] as number
        for (const band of bands) if (reaches(value, band)) return band.marks
        return otherwise
      },
      value: (applicant) => applicant[field]!,
      why: (applicant) => {
        if (zeroed(applicant)) return `${zeroIf} is true: none`
        const value = applicant[field] as number
        const band = bands.find((one) => reaches(value, one))
        if (!band) return `${plain(value)} reaches no band: ${plain(otherwise)} of ${plain(fullMarks)}`
        const edge = band.strict ? 'above' : 'at least'
        return `${plain(value)} is ${edge} ${plain(band.from)}: ${plain(band.marks)} of ${plain(fullMarks)}`
      },
    }
  },
}
