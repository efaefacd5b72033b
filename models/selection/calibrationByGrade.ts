import { gradeOf } from '../originate.ts'
import type { Selection } from '../result.ts'
import { GRADES } from '../types.ts'

/**
 * Mean assigned beside mean true PD by grade.
 *
 * @param assigned  PD by applicant
 * @param truePd    the same
 * @param cuts      upper edges of grades 1..9
 * @returns grades that somebody is in, from the best
 */
export function calibrationByGrade(
  assigned: Float64Array,
  truePd: Float64Array,
  cuts: readonly number[],
): Selection['calibration'] {
  const grades = Array.from({ length: GRADES }, (_, g) => ({ grade: g + 1, applicants: 0, assigned: 0, true: 0 }))
  for (const [i, pd] of assigned.entries()) {
    const grade = grades[gradeOf(pd, cuts) - 1]!
    grade.applicants++
    grade.assigned += pd
    grade.true += truePd[i]!
  }
  return grades
    .filter(({ applicants }) => applicants > 0)
    .map(({ grade, applicants, ...sums }) => ({
      grade,
      applicants,
      assignedPd: sums.assigned / applicants,
      truePd: sums.true / applicants,
    }))
}
