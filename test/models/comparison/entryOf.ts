import type { ComparedEntry } from '../../../models/comparison/figureOf.ts'
import { COMPARED } from '../../../models/result.ts'

/** What names an entry, and the values by replicate of the figures it is about; every other figure is 0 in all replicates. */
export interface EntryTerms {
  readonly strategy: string
  readonly book?: string
  readonly schedule?: string
  readonly scenario?: string
  readonly vary?: Readonly<Record<string, unknown>>
  readonly replicates?: number
  readonly figures?: Readonly<Record<string, readonly number[] | null>>
  readonly loans?: number
  readonly approvalRate?: number | null
  readonly coverageError?: number
}

/** An entry whose figures are the means of their replicates. */
export function entryOf(terms: EntryTerms): ComparedEntry {
  const { strategy, book = 'firms', schedule = '2021', scenario = 'baseline', vary, figures = {} } = terms
  const { loans = 100, approvalRate = 0.5, coverageError = 0 } = terms
  const replicates = terms.replicates ?? Object.values(figures).find((own) => own)?.length ?? 3
  const simulated = COMPARED.filter((name) => name !== 'loans' && name !== 'approvalRate')
  const byReplicate = Object.fromEntries(
    simulated.flatMap((name) => {
      const own = figures[name]
      return own === null ? [] : [[name, Float64Array.from(own ?? new Array<number>(replicates).fill(0))]]
    }),
  )
  const mean = (name: string): number | null =>
    byReplicate[name] ? byReplicate[name].reduce((a, b) => a + b, 0) / replicates : null
  return {
    result: {
      ...Object.fromEntries(simulated.map((name) => [name, mean(name)])),
      book,
      strategy,
      schedule,
      scenario,
      ...(vary && { vary }),
      loans,
      replicates,
      selection: approvalRate === null ? null : { approvalRate },
      standardErrors: { coverageProbability: coverageError },
    } as unknown as ComparedEntry['result'],
    replicates: byReplicate,
  }
}
