/** What the desk's requests must look like. */
import { z } from 'zod'
import { cellFlags } from '../../models/pricing/cellFlags.ts'
import type { Terms } from '../../models/reprice/terms.ts'
import { CELL_COUNT, cellAt, cellKey } from '../../models/types.ts'
import { costParameters, optimiseSettings } from '../../scenarios/index.ts'
import { badRequest } from '../server/refused.ts'

const name = z.string().min(1).max(200)
const title = z.string().trim().min(1).max(200)
type CostShape = typeof costParameters.shape

/** Every parameter is asked for: a default in the place of a forgotten one would be a wrong figure. */
const costs = z.strictObject(
  Object.fromEntries(Object.entries(costParameters.shape).map(([key, value]) => [key, value.unwrap()])) as {
    readonly [Name in keyof CostShape]: ReturnType<CostShape[Name]['unwrap']>
  },
)

const terms = z.strictObject({
  costs,
  crossIncome: z.enum(['none', 'observed']),
  cap: z.number().gt(0).max(10),
  /** Null where there is none; see {@link usableTerms}. */
  rates: z.array(z.number().nullable()).length(CELL_COUNT),
})

const risk = z.strictObject({
  pdMultiple: z.number().gt(0).max(100),
  // beyond, means given the factors hang on single paths
  assetCorrelation: z.number().min(0).max(0.9).nullable(),
  lgdAdd: z.number().min(-1).max(1),
  loans: z.int().min(1).max(10_000_000).nullable(),
})

export const caseNames = z.strictObject({ book: name, strategy: name, schedule: name })
export const repriceRequest = z.strictObject({ terms })
export const detailRequest = z.strictObject({ terms, scenario: name })
export const riskRequest = z.strictObject({ terms, scenario: name, risk })
export const optimiseRequest = z.strictObject({
  terms,
  settings: optimiseSettings.transform(({ scenarios, ...settings }, context) => {
    if (scenarios) return { ...settings, scenarios }
    context.addIssue({ code: 'custom', path: ['scenarios'], message: 'is required: a list' })
    return z.NEVER
  }),
})
export const saveRequest = z.strictObject({ terms, title })
export const confirmRequest = z.strictObject({ terms, title, risk: risk.nullable() })

/** Cells named in one message. */
const MOST_CELLS = 3

/**
 * Terms as written, with a rate for every cell.
 *
 * @throws {Refused} naming the cells without a usable rate; its `flags` has them all
 */
export function usableTerms({ rates, ...others }: z.output<typeof terms>): Terms {
  const flags = cellFlags(rates, others.cap).filter(({ severity }) => severity === 'error')
  const high = rates.flatMap((rate, i) =>
    rate !== null && rate > 1 ? [`${cellKey(cellAt(i))}: must be <= 1, got ${rate}`] : [],
  )
  refuseCells([...flags.map(({ cell, message }) => `${cell}: ${message.en}`), ...high], { flags })
  return { ...others, rates: rates as number[] }
}

/**
 * Terms that a schedule file may hold: none of its rates is above the cap.
 *
 * @throws {Refused} naming the cells above it; its `flags` has them all
 */
export function writableTerms(written: z.output<typeof terms>): Terms {
  const usable = usableTerms(written)
  const flags = cellFlags(usable.rates, usable.cap).filter(({ kind }) => kind === 'aboveCap')
  refuseCells(
    flags.map(({ cell, message }) => `${cell}: ${message.en}`),
    { flags },
  )
  return usable
}

function refuseCells(problems: readonly string[], details: Readonly<Record<string, unknown>>): void {
  if (problems.length === 0) return
  const more = problems.length - MOST_CELLS
  const text = problems.slice(0, MOST_CELLS).join('; ')
  throw badRequest(more > 0 ? `${text}; and ${more} more` : text, details)
}
