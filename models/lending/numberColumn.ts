import type { Applicants } from '../types.ts'

/**
 * A column of the applicants as numbers.
 *
 * @param asker  who needs it, for the message
 * @returns one entry an applicant; the column itself where it holds numbers
 * @throws {RangeError} when the applicants have no such column, or it holds words
 */
export function numberColumn(applicants: Applicants, field: string, asker: string): Float64Array {
  const column = applicants.get(field)
  if (!column) throw new RangeError(`${asker}: needs the applicants' ${field}, which they do not have`)
  if (column instanceof Float64Array) return column
  const { values, codes } = column
  const words = values.filter((value) => typeof value !== 'number')
  if (words.length) throw new RangeError(`${asker}: needs the applicants' ${field} as numbers, got ${words.join(', ')}`)
  return Float64Array.from(codes, (code) => values[code] as number)
}
