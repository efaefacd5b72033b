import { closest, distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { writtenKeys } from '../schema/common.ts'

/**
 * Requirement and finding of one schema issue in the words of this project: `must be > 0, got -2`.
 *
 * Given to every parse as its error map, so that a schema's own message takes precedence. Unknown keys give one line each, in the
 * order of `issue.keys`.
 */
export function describeIssue(issue: z.core.$ZodRawIssue): string {
  const got = `, got ${show(issue.input)}`
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is required: ${kindName(issue.expected)}`
        : `must be ${kindName(issue.expected)}${got}`
    case 'invalid_value':
      return issue.input === undefined ? `is required: ${oneOf(issue.values)}` : `must be ${oneOf(issue.values)}${got}`
    case 'too_small':
    case 'too_big':
      return `must ${boundOf(issue)}${Array.isArray(issue.input) ? lengthOf(issue.input) : got}`
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(key, knownKeys(issue.inst))).join('\n')
    case 'invalid_union':
      return describeUnion(issue, got)
    case 'invalid_key':
      return `must have keys of the right form${got}`
    default:
      return `is not valid${got}`
  }
}

/** `unknown field "pdMultipel", did you mean "pdMultiple"?`, or what is allowed. */
export function unknownField(key: string, known: readonly string[]): string {
  return `unknown field "${key}"${suggest(key, known)}`
}

/** The likely meaning of a word that is not known, else the words there are. */
export function suggest(word: string, known: readonly string[]): string {
  if (known.length === 0) return ''
  const nearest = closest(word, known)
  const alike = distance(word.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, word.length / 4)
  return alike ? `, did you mean "${nearest}"?` : `, allowed: ${[...known].sort().join(', ')}`
}

/** A value short enough for a message. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'a map'
  if (typeof value === 'number') return String(value)
  const written = JSON.stringify(value)
  return written.length <= 60 ? written : `${written.slice(0, 56)}…"`
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a map',
  record: 'a map',
  null: 'null',
}

const kindName = (expected: string): string => KIND_NAMES[expected] ?? expected

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? show(values[0]) : `one of ${values.map(String).join(', ')}`

const lengthOf = (list: readonly unknown[]): string => (list.length === 0 ? '' : `, got ${list.length}`)

type SizeIssue = Extract<z.core.$ZodRawIssue, { code: 'too_small' | 'too_big' }>

function boundOf(issue: SizeIssue): string {
  const [bound, sign, quantity] =
    issue.code === 'too_small'
      ? [issue.minimum, issue.inclusive === false ? '>' : '>=', 'at least']
      : [issue.maximum, issue.inclusive === false ? '<' : '<=', 'at most']
  if (issue.origin === 'string') return bound === 1 ? 'not be empty' : `have ${quantity} ${bound} characters`
  if (issue.origin !== 'array' && issue.origin !== 'map') return `be ${sign} ${bound}`
  if (issue.code === 'too_small' && bound === 1) return 'not be empty'
  return `have ${issue.exact ? 'exactly' : quantity} ${bound} entries`
}

type UnionIssue = Extract<z.core.$ZodRawIssue, { code: 'invalid_union' }>

/** A union whose branches all fail at once; where one of them fits better, `unionBranch` shows that one's issues instead. */
function describeUnion(issue: UnionIssue, got: string): string {
  if ('options' in issue && issue.options) {
    const options = oneOf((issue.options as readonly unknown[]).filter((option) => option !== undefined))
    const { discriminator } = issue
    const tag = (issue.input as Readonly<Record<string, unknown>> | undefined)?.[discriminator ?? '']
    return tag === undefined ? `is required: ${options}` : `must be ${options}, got ${show(tag)}`
  }
  const wanted = issue.errors.flatMap((branch) => branch.map(wantedBy)).filter((kind) => kind !== null)
  return issue.input === undefined
    ? `is required: ${[...new Set(wanted)].join(' or ')}`
    : `must be ${[...new Set(wanted)].join(' or ')}${got}`
}

const wantedBy = (issue: z.core.$ZodIssue): string | null =>
  issue.code === 'invalid_type' ? kindName(issue.expected) : issue.code === 'invalid_value' ? oneOf(issue.values) : null

/** Issues of the branch that was most likely meant: one that accepts the kind of value written, with the fewest problems. */
export function unionBranch(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | null {
  const accepting = issue.errors.filter(
    (branch) =>
      !branch.some(({ code, path }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')),
  )
  const size = (branch: readonly z.core.$ZodIssue[]): number =>
    branch.reduce((sum, one) => sum + (one.code === 'unrecognized_keys' ? one.keys.length : 1), 0)
  return accepting.sort((a, b) => size(a) - size(b))[0] ?? null
}

/** Keys that the schema behind an issue accepts. */
function knownKeys(schema: unknown): string[] {
  const definition = (schema as { _zod?: { def?: { shape?: object; keyType?: { _zod: { values?: Set<unknown> } } } } })
    ._zod?.def
  if (definition?.shape) return writtenKeys(Object.keys(definition.shape))
  return [...(definition?.keyType?._zod.values ?? [])].map(String)
}
