/** What every kind of scorecard has. */
import { z } from 'zod'
import { named, report } from './common.ts'

const field = z.strictObject({
  type: z.enum(['number', 'boolean', 'choice']),
  min: z.number().optional(),
  above: z.number().optional().describe('bound that the number must exceed'),
  max: z.number().optional(),
  integer: z.boolean().optional(),
  choices: z.array(z.string().min(1)).min(2).optional(),
  optional: z.boolean().optional(),
})

export const cardBase = {
  id: named.id,
  title: named.title,
  source: z.string().default('').describe('where the card is published'),
  options: z
    .record(z.string(), z.array(z.union([z.string(), z.boolean()])).min(2))
    .default({})
    .describe('option → allowed values, the first is the default'),
  fields: z.record(z.string(), field).describe('every applicant field that the card reads, with its type and range'),
  levelCuts: z.array(z.number()).min(1).max(9).describe('lowest score of levels 1, 2, …, falling'),
}

/** Level cuts fall. */
export function checkCuts(
  { levelCuts }: { readonly levelCuts: readonly number[] },
  context: z.core.$RefinementCtx,
): void {
  levelCuts.forEach((cut, index) => {
    const better = levelCuts[index - 1]
    if (better !== undefined && !(cut < better))
      report(context, ['levelCuts', index], `must be below the cut of the better level ${better}, got ${cut}`)
  })
}
