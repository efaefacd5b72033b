import type { Estimate, Unavailable } from '../../models/standardErrors.ts'

/** A figure of ours beside the figure it must be. Decimals, money or counts, as the name says. */
export interface Row {
  readonly name: string
  /** Where the expected figure comes from. */
  readonly source: string
  readonly expected: number
  readonly actual: number
  /** Largest difference at which they agree, in the same unit. */
  readonly tolerance: number
}

/** Whether the figures of a row agree; a figure that is not a number agrees with none. */
export const agrees = ({ expected, actual, tolerance }: Row): boolean => Math.abs(actual - expected) <= tolerance

/**
 * A row against a printed figure: they may differ by half a unit of the last printed digit.
 *
 * @param figure the figure as printed, for instance '.0406'
 */
export function published(name: string, source: string, figure: string, actual: number): Row {
  const decimals = figure.split('.')[1]?.length ?? 0
  return { name, source, expected: Number(figure), actual, tolerance: 0.5 * 10 ** -decimals }
}

/** How far two of our own methods may differ, relative to the figure's scale. */
const METHODS_AGREE = 1e-9

/**
 * A row of two ways to the same figure.
 *
 * @param scale size that the difference is relative to; default the expected figure's own
 */
export const sameByBoth = (
  name: string,
  source: string,
  expected: number,
  actual: number,
  scale = Math.abs(expected),
): Row => ({ name, source, expected, actual, tolerance: METHODS_AGREE * scale })

/** Standard errors by which a simulated figure may miss: with 20 replicates chance alone does so once in 1,300 rows. */
const STANDARD_ERRORS = 4

/** A row of a simulated figure against the exact one. A figure that these paths cannot give is a miss. */
export const simulated = (
  name: string,
  source: string,
  exact: number,
  estimate: Pick<Estimate, 'value' | 'standardError'> | Unavailable,
): Row =>
  'reason' in estimate
    ? { name: `${name} (${estimate.reason})`, source, expected: exact, actual: NaN, tolerance: 0 }
    : { name, source, expected: exact, actual: estimate.value, tolerance: STANDARD_ERRORS * estimate.standardError }
