import { CommanderError } from 'commander'
import { InputError } from '../../scenarios/index.ts'
import { CheckFailed, Interrupted, UsageError } from '../errors.ts'

/** Exit codes of the command line. */
export const DONE = 0
const NOT_HELD = 1
const BAD_INPUT = 2
/** A defect of this program: EX_SOFTWARE of sysexits.h. */
const DEFECT = 70
const INTERRUPTED = 130

/** All of them, as --help says it. */
export const EXIT_CODES =
  `Exit codes: ${DONE} done, ${NOT_HELD} a check or --fail-on did not hold, ${BAD_INPUT} bad input or usage, ` +
  `${DEFECT} a defect of this program, ${INTERRUPTED} interrupted.`

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
  if (error instanceof Interrupted) return { code: INTERRUPTED, message: error.message }
  return { code: DEFECT, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
