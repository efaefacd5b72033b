import { describe, expect, test } from 'vitest'
import { FOLDERS, jsonSchema, type Kind } from '../../scenarios/index.ts'

interface Property {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Property>>
  readonly anyOf?: readonly Property[]
}

const kinds = Object.keys(FOLDERS) as Kind[]

/** Every property of a schema or of its alternatives, with its path. */
const propertiesOf = (schema: Property, path: string): [path: string, property: Property][] => [
  ...Object.entries(schema.properties ?? {}).map(([name, one]): [string, Property] => [`${path}.${name}`, one]),
  ...(schema.anyOf ?? []).flatMap((one) => propertiesOf(one, path)),
]

const undescribed = (properties: readonly [string, Property][]): string[] =>
  properties.filter(([, { description }]) => !description?.trim()).map(([path]) => path)

describe('an editor is told what a field means:', () => {
  test.each(kinds)('every field of a %s', (kind) => {
    const properties = propertiesOf(jsonSchema(kind), kind)
    expect(properties.length).toBeGreaterThan(4)
    expect(undescribed(properties)).toEqual([])
  })

  test.each([
    ['study', 'simulation'],
    ['study', 'verdict'],
    ['scenario', 'shocks'],
    ['schedule', 'costs'],
    ['strategy', 'verification'],
    ['strategy', 'settlement'],
    ['strategy', 'admission'],
    ['strategy', 'limit'],
    ['strategy', 'collateral'],
    ['strategy', 'jointLiability'],
    ['strategy', 'monitoring'],
    ['strategy', 'renewal'],
    ['strategy', 'process'],
    ['book', 'lgd'],
    ['book', 'npl'],
    ['book', 'globalFactor'],
    ['book', 'guarantees'],
    ['strategy', 'guaranteeFund'],
    ['study', 'lawOfLargeNumbers'],
  ] as const)('every field of a %s’s %s', (kind, field) => {
    const [, schema] = propertiesOf(jsonSchema(kind), kind).find(([path]) => path === `${kind}.${field}`)!
    const properties = propertiesOf(schema, field)
    expect(properties.length).toBeGreaterThan(1)
    expect(undescribed(properties)).toEqual([])
  })
})
