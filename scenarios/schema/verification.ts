import { z } from 'zod'
import { nonNegative } from './common.ts'

const KINDS = ['none', 'statements', 'crossCheck'] as const
type Kind = (typeof KINDS)[number]

/** On top of the schedule's costs, which hold the taking of statements. Half a day and the fees of readings [A]. */
const COST_PER_FILE: Readonly<Record<Kind, number>> = { none: 0, statements: 0, crossCheck: 0.08 }

const written = z.strictObject({
  kind: z
    .enum(KINDS)
    .describe('none: no statements; statements: as reported; crossCheck: sales against tax, meters, bank flows'),
  tolerance: nonNegative
    .default(0.15)
    .describe('reported ÷ verified sales − 1 above which the verified take the place of the reported'),
  costPerFile: nonNegative.optional().describe('cost of checking one file, money'),
})

/** How much of what applicants report is checked: a word, or a map. */
export const verification = z
  .union([z.enum(KINDS), written])
  .prefault('statements')
  .transform((one) => {
    const { kind, tolerance, costPerFile } = written.parse(typeof one === 'string' ? { kind: one } : one)
    return { kind, tolerance, costPerFile: costPerFile ?? COST_PER_FILE[kind] }
  })
