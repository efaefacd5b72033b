import { expect, test } from 'vitest'
import { scheduleFileName } from '../../../report/desk/scheduleFileName.ts'

test('a schedule’s file is named after its title, in any script', () => {
  expect(scheduleFileName('2021, big bank, as changed')).toBe('2021-big-bank-as-changed.yaml')
  expect(scheduleFileName('2021年（大型银行）（修改后）')).toBe('2021年-大型银行-修改后.yaml')
  expect(scheduleFileName('../..')).toBe('schedule.yaml')
})
