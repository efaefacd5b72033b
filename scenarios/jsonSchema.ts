import { z } from 'zod'
import type { Kind } from './reader/findFile.ts'
import { writtenKeys } from './schema/common.ts'
import { SCHEMAS } from './schema/index.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * JSON Schema (2020-12) of a file as a user writes it, for editors.
 *
 * Outside lists nothing is required, because a file may leave it to another that it `extends`; the reader checks the whole.
 */
export function jsonSchema(kind: Kind): Json {
  return asWritten(z.toJSONSchema(SCHEMAS[kind], { io: 'input', unrepresentable: 'any' }), false)
}

const EXTENDS: Json = {
  description: 'ids or paths that this builds on: later ones win over earlier ones, this one over all',
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
}

/** The schema of what stands in a file, made from that of what the reader checks. List items cannot extend, so theirs is whole. */
function asWritten(schema: Json, inList: boolean): Json {
  const { required, reference, oneOf, anyOf, properties, items, prefixItems, additionalProperties, ...rest } = schema
  const written: Record<string, unknown> = {
    ...rest,
    ...(isMap(properties) && { properties: writtenProperties(properties, inList) }),
    ...(inList && required !== undefined && { required }),
    // Without its required tag, an unfinished file may fit several kinds at once.
    ...((oneOf ?? anyOf) !== undefined && { anyOf: ((oneOf ?? anyOf) as Json[]).map((one) => asWritten(one, inList)) }),
    ...(items !== undefined && { items: isMap(items) ? asWritten(items, true) : items }),
    ...(prefixItems !== undefined && { prefixItems: (prefixItems as Json[]).map((one) => asWritten(one, true)) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: isMap(additionalProperties)
        ? asWritten(additionalProperties, inList)
        : additionalProperties,
    }),
  }
  if (reference === undefined) return written
  const { description, ...document } = written
  return { ...(description !== undefined && { description }), anyOf: [{ type: 'string' }, document] }
}

function writtenProperties(properties: Json, inList: boolean): Json {
  const isDocument = !inList && 'id' in properties && 'title' in properties
  const written = writtenKeys(Object.keys(properties)).map((name): [string, unknown] => {
    const property = properties[name]
    return [name, isMap(property) ? asWritten(property, inList) : property]
  })
  return { ...(isDocument && { extends: EXTENDS }), ...Object.fromEntries(written) }
}

const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
