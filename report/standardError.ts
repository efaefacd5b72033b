import type { Result } from '../models/result.ts'

/**
 * Standard error of a figure of a result.
 *
 * @param path  where the figure stands, for instance `surplus`, `lossRate.mean` or `cells.3.gap`
 * @returns 0 for an exact figure, null where there is none
 */
export function standardError(result: Pick<Result, 'standardErrors'>, path: string): number | null {
  const found = path.split('.').reduce<unknown>(stepInto, result.standardErrors)
  return typeof found === 'number' ? found : null
}

const stepInto = (node: unknown, key: string): unknown =>
  typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined
