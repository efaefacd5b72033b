import { expect, test } from 'vitest'
import { calibrationByGrade } from '../../../models/selection/calibrationByGrade.ts'

test('each grade that has applicants shows its mean assigned beside its mean true PD', () => {
  const cuts = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09]
  const calibration = calibrationByGrade(Float64Array.of(0.015, 0.4, 0.02), Float64Array.of(0.01, 0.3, 0.06), cuts)
  expect(calibration).toEqual([
    { grade: 2, applicants: 2, assignedPd: 0.0175, truePd: expect.closeTo(0.035, 12) },
    { grade: 10, applicants: 1, assignedPd: 0.4, truePd: 0.3 },
  ])
})
