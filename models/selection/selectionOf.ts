import type { Selection } from '../result.ts'
import { frontier } from './frontier.ts'
import type { FrontierInputs } from './frontier.ts'
import { screening } from './screening.ts'
import type { ScreeningInputs } from './screening.ts'

/**
 * How a strategy told applicants apart and what that was worth. Only the frontier depends on schedule and scenario; what comes before
 * need be worked out but once for the firms of a book.
 */
export const selectionOf = (screened: ScreeningInputs, cuts: FrontierInputs): Selection => ({
  ...screening(screened),
  frontier: frontier(cuts),
})
