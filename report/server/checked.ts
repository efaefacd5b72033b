import type { z } from 'zod'
import { describeIssue } from '../../scenarios/index.ts'
import { badRequest } from './refused.ts'

/** Problems told of one request. */
const MOST_PROBLEMS = 3

/**
 * What a request says, checked.
 *
 * @param schema  of the body or of the query
 * @throws {Refused} with the first problems, each with its place
 */
export function checked<T>(schema: z.ZodType<T>, said: unknown): T {
  const { data, error } = schema.safeParse(said, { error: describeIssue })
  if (!error) return data
  const problems = error.issues
    .slice(0, MOST_PROBLEMS)
    .map(({ path, message }) => `${path.length === 0 ? 'the request' : path.map(String).join('.')} ${message}`)
  const more = error.issues.length - problems.length
  throw badRequest([...problems, ...(more > 0 ? [`and ${more} more`] : [])].join('; '))
}
