import type { Compared, Result } from '../result.ts'
import { twoWayVariance } from './twoWayError.ts'

/** A result, with its headline figures by replicate. */
export interface ComparedEntry {
  readonly result: Pick<Result, 'book' | 'strategy' | 'schedule' | 'scenario' | 'vary' | 'selection' | 'replicates' | 'standardErrors'> &
    Readonly<Record<Exclude<Compared, 'approvalRate'>, number | null>>
  readonly replicates: Readonly<Record<string, Float64Array>>
} // prettier-ignore

/** A figure of one strategy; one entry a population. */
export interface Figure {
  readonly values: readonly number[]
  /** By replicate, linearised: the mean of each is the value. */
  readonly replicates: readonly Float64Array[]
  /** Part of the standard errors that the replicates do not show: that of a probability of few events. */
  readonly hidden: readonly number[]
}

/**
 * A figure of a strategy in every population; null where one of them has none.
 *
 * Loans and the approval rate are exact in a population: they differ between populations alone.
 *
 * @throws {RangeError} when a simulated figure comes without its replicates
 */
export function figureOf(name: Compared, populations: readonly ComparedEntry[]): Figure | null {
  const values = populations.map(({ result }) =>
    name === 'approvalRate' ? (result.selection?.approvalRate ?? null) : result[name],
  )
  if (!values.every((value) => value !== null)) return null
  if (name === 'loans' || name === 'approvalRate') {
    const exact = populations.map(({ result }, p) => new Float64Array(result.replicates).fill(values[p]!))
    return { values, replicates: exact, hidden: values.map(() => 0) }
  }
  const replicates = populations.map((entry) => {
    const own = entry.replicates[name]
    if (!own) throw new RangeError(`compare: ${entry.result.strategy} has no replicates of ${name}`)
    return own
  })
  const isProbability = name === 'coverageProbability'
  const hidden = populations.map(({ result }, p) =>
    isProbability ? hiddenError(Number(result.standardErrors[name]), replicates[p]!) : 0,
  )
  return { values, replicates, hidden }
}

/** What a stated error has on top of that of its replicates; nothing but rounding where those tell all of it. */
function hiddenError(stated: number, replicates: Float64Array): number {
  const shown = Math.sqrt(twoWayVariance([replicates]))
  return stated > shown * (1 + ROUNDING) ? Math.sqrt(stated ** 2 - shown ** 2) : 0
}

const ROUNDING = 1e-9
