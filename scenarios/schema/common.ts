/** Pieces that the schemas of all kinds share. Rates, shares and probabilities are decimals. */
import { z } from 'zod'

export const share = z.number().min(0).max(1)
/** A probability that is neither impossible nor certain. */
export const probability = z.number().gt(0).lt(1)
export const positive = z.number().gt(0)
export const nonNegative = z.number().min(0)
/** A change of a yearly rate or of a share, at most one whole either way. */
export const change = z.number().min(-1).max(1)
export const count = z.int().min(1)

/** A limit that may be left open: null in a file and in a manifest, as JSON has no infinity, and Infinity in a study. */
export const orOpen = (value: z.ZodNumber) =>
  value
    .nullable()
    .default(null)
    .transform((written) => written ?? Infinity)

/** Two numbers from low to high. */
export const range = z.tuple([z.number(), z.number()]).superRefine(([low, high], context) => {
  if (!(low <= high)) report(context, [], `must run from low to high, got [${low}, ${high}]`)
})

const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1).optional() })

/** English alone, or `{ en, zh }`. */
export const text = z.union([z.string().min(1), bilingual]).transform((written) => {
  return typeof written === 'string' ? { en: written } : written
})

export const identifier = z.string().regex(/^[^\s/\\]+$/, {
  error: (issue) => `must be a word without spaces or slashes, got ${JSON.stringify(issue.input)}`,
})

/** Fields of every kind but cards and studies. The reader fills `id` and `title` from the file's name, and `vary` from a study. */
export const named = {
  id: identifier.describe('name in studies and results; by default the file’s name'),
  title: text.describe('shown in reports: text, or { en, zh }; by default the id'),
  context: z
    .record(z.string(), z.unknown())
    .default({})
    .describe('levers kept and reported, not simulated in this version'),
  vary: z.record(z.string(), z.unknown()).default({}),
}

/** Keys that only the reader fills in. */
export const FILLED = ['vary', 'filePath']

/** Keys that may be written in a map of the schemas, out of those that the schema has. A study's own `vary` is written. */
export const writtenKeys = (keys: readonly string[]): string[] =>
  keys.filter((key) => keys.includes('scenarios') || !FILLED.includes(key))

/** Adds a problem found by a check. */
export function report(context: z.core.$RefinementCtx, path: PropertyKey[], message: string): void {
  context.addIssue({ code: 'custom', path, message })
}

/**
 * Lets a check over several fields run as soon as those fields have the right form, whatever is wrong with the others, so that one
 * reading shows every problem. Such a check must not touch any other field.
 */
export function needs(...fields: string[]): { when: (payload: z.core.ParsePayload) => boolean } {
  return {
    when: ({ value, issues }) =>
      typeof value === 'object' &&
      value !== null &&
      issues.every(
        ({ code, path = [] }) =>
          code === 'custom' || (path.length > 0 ? !fields.includes(String(path[0])) : code === 'unrecognized_keys'),
      ),
  }
}

/** Checks that shares add up to 1. */
export function sumsToOne(context: z.core.$RefinementCtx, path: PropertyKey[], shares: readonly number[]): void {
  const sum = shares.reduce((total, one) => total + one, 0)
  if (!(Math.abs(sum - 1) <= 1e-9)) report(context, path, `shares must add up to 1, got ${Number(sum.toPrecision(12))}`)
}

/** Names written more than once, each once. */
export const repeated = <T>(names: readonly T[]): T[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
]
