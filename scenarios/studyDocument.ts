import type { Study } from '../models/study.ts'

/**
 * A study as a document that JSON can hold and the reader gives back the same: a limit that is Infinity is written as null, as in a
 * user's file.
 */
export const studyDocument = (study: Study): unknown => withoutInfinity(study)

function withoutInfinity(value: unknown): unknown {
  if (value === Infinity) return null
  if (Array.isArray(value)) return value.map(withoutInfinity)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutInfinity(inner)]))
}
