import type { Strategy } from '../strategy.ts'
import type { Applicants } from '../types.ts'
import { numberColumn } from './numberColumn.ts'

/** Readings of a year's sales that a firm does not write itself. */
const READINGS = ['taxSales', 'meterSales', 'flowSales'] as const

/** What only statements tell: a strategy that asks for none does not know it. */
export const STATEMENT_FIELDS: readonly string[] = [
  'debtRatio', 'quickRatio', 'paidInCapital', 'minAssetGrowth3y', 'annualSales', 'lossAmount', 'netAssets',
] // prettier-ignore

/** What verification needs to know of a strategy. */
export type Verifying = Pick<Strategy, 'id' | 'verification'>

/**
 * What a strategy has before it after checking what applicants report (MODEL §2).
 *
 *     annualSales → middle of tax, meters and bank flows          where annualSales > middle × (1 + tolerance)
 *
 * for `crossCheck`; as told for `none` and `statements`. Only overstated sales are replaced: a firm that hides sales from the tax
 * office is no worse a risk than it says.
 *
 * @returns the same columns, of which `annualSales` alone may be another
 * @throws {RangeError} naming the strategy and a column that the applicants lack
 */
export function verify({ id, verification }: Verifying, applicants: Applicants): Applicants {
  if (verification.kind !== 'crossCheck') return applicants
  const asker = `strategy ${id}`
  const verified = numberColumn(applicants, 'annualSales', asker).slice()
  const [tax, meters, flows] = READINGS.map((field) => numberColumn(applicants, field, asker))
  for (let i = 0; i < verified.length; i++) {
    const read = middle(tax![i]!, meters![i]!, flows![i]!)
    if (verified[i]! > read * (1 + verification.tolerance)) verified[i] = read
  }
  return new Map([...applicants, ['annualSales', verified]])
}

/** The middle of three readings: one that is far off, as bank flows of money sent round, does not move it far. */
export const middle = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))

/**
 * Sales of twelve months as a strategy sees them: bank flows where it asks for no statements, else those of the statements, verified
 * where it cross-checks.
 *
 * @param told  what {@link verify} leaves
 * @throws {RangeError} naming the strategy and a column that the applicants lack
 */
export const salesSeen = ({ id, verification }: Verifying, told: Applicants): Float64Array =>
  numberColumn(told, verification.kind === 'none' ? 'flowSales' : 'annualSales', `strategy ${id}`)
