import { CommanderError } from 'commander'
import { expect, test } from 'vitest'
import { explainError } from '../../../report/commands/exitCode.ts'
import { CheckFailed, Interrupted, UsageError } from '../../../report/errors.ts'
import { InputError } from '../../../scenarios/index.ts'

const problem = { file: 'a.yaml', line: 3, column: 5, path: 'shocks', message: 'must be > 0, got -2' }

test.each([
  ['help that was asked for', new CommanderError(0, 'commander.help', 'help'), 0, null],
  ['a check that did not hold', new CheckFailed('not covered: 1 of 2'), 1, 'not covered: 1 of 2'],
  ['a wrong option', new CommanderError(1, 'commander.unknownOption', 'unknown'), 2, null],
  ['a wrong file', new InputError([problem]), 2, 'a.yaml:3:5 shocks must be > 0, got -2'],
  ['wrong usage', new UsageError('no such folder'), 2, 'error: no such folder'],
  ['an interruption', new Interrupted(), 130, 'interrupted: nothing was written'],
])('%s is told without a stack, and exits with its code', (_, error, code, message) => {
  expect(explainError(error)).toEqual({ code, message })
})

test('a defect exits with 70, not as a check that failed, and shows where it happened', () => {
  const { code, message } = explainError(new TypeError('x is not a function'))
  expect(code).toBe(70)
  expect(message).toMatch(/^TypeError: x is not a function\n +at .*exitCode\.test\.ts/)
  expect(explainError('thrown text')).toEqual({ code: 70, message: 'thrown text' })
})
