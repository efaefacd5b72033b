import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { syntheticBook } from '../../../scenarios/schema/syntheticBook.ts'

const shipped: Record<string, unknown> = parse(
  readFileSync(new URL('../../../scenarios/books/small-firms.yaml', import.meta.url), 'utf8'),
)
const settlement = shipped['settlement'] as Record<string, unknown>
const field = <T extends keyof typeof syntheticBook.shape>(name: T) => syntheticBook.shape[name]

test('a book that says nothing of readings, settlement or population has those of the shipped one, and is its first', () => {
  expect(field('readings').parse(undefined)).toEqual(shipped['readings'])
  expect(field('settlement').parse(undefined)).toEqual({ ...settlement, sectorDepositNorm: {} })
  expect(field('population').parse(undefined)).toBe(1)
})

test('populations are numbered from 1', () => {
  for (const wrong of [0, 1.5, -1]) expect(field('population').safeParse(wrong).success).toBe(false)
})

test('a deposit norm of a sector that the book does not have is found', () => {
  const book = { ...shipped, settlement: { ...settlement, sectorDepositNorm: { manufacturing: 0.02, mining: 0.02 } } }
  const { error } = syntheticBook.safeParse(book)
  const own = error!.issues.filter(({ path }) => path[0] === 'settlement')
  expect(own.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
    'settlement.sectorDepositNorm.mining must be one of manufacturing, wholesale_retail, construction, transport, hospitality, services, agriculture, got "mining"',
  ])
})
