import type { Applicant, ApplicantColumn, Applicants } from './types.ts'

/** What a column says of an applicant. */
export const toldAt = (column: ApplicantColumn, row: number): number | string | boolean =>
  column instanceof Float64Array ? column[row]! : column.values[column.codes[row]!]!

/**
 * Reads applicants out of their columns.
 *
 * @returns a function that gives the applicant of a row, in one record that the next call overwrites
 */
export function applicantReader(applicants: Applicants): (row: number) => Applicant {
  const record: Record<string, number | string | boolean> = {}
  const fields = Array.from(applicants, ([name, column]) => ({ name, column }))
  return (row) => {
    for (const { name, column } of fields) record[name] = toldAt(column, row)
    return record
  }
}
