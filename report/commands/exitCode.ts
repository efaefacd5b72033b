import { CommanderError } from 'commander'
import { InputError } from '../../scenarios/index.ts'
import { CheckFailed, Interrupted, UsageError } from '../errors.ts'

/** Exit codes of the command line. */
export const DONE = 0
export const NOT_HELD = 1
export const BAD_INPUT = 2
export const INTERRUPTED = 130

/**
 * What to tell the user about an error that ended a command, and the exit code.
 *
 * Wrong input and usage are told in one line a problem; anything else is a defect of this program and shows where it happened.
 */
export function explainError(error: unknown): { readonly code: number; readonly message: string | null } {
  // commander has already said what was wrong
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? DONE : BAD_INPUT, message: null }
  if (error instanceof InputError) return { code: BAD_INPUT, message: error.message }
  if (error instanceof UsageError) return { code: BAD_INPUT, message: `error: ${error.message}` }
  if (error instanceof CheckFailed) return { code: NOT_HELD, message: error.message }
  if (error instanceof Interrupted) return { code: INTERRUPTED, message: 'interrupted: nothing was written' }
  return { code: NOT_HELD, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
