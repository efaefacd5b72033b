import { expect, test } from 'vitest'
import { warnedAhead } from '../../report/warnedAhead.ts'

test('a default counts as warned of three months ahead when its alarm came three months before or earlier', () => {
  expect(warnedAhead({ alarmByLead: [0.1, 0.2, 0.05, 0.04, 0.01] }, 3)).toBeCloseTo(0.05, 12)
  expect(warnedAhead({ alarmByLead: [0.1, 0.2] }, 0)).toBeCloseTo(0.3, 12)
  expect(warnedAhead({ alarmByLead: [0.1, 0.2] }, 2)).toBe(0)
})
