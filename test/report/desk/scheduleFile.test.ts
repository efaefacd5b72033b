import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Terms } from '../../../models/reprice/terms.ts'
import { CELL_COUNT, cellIndex } from '../../../models/types.ts'
import { scheduleFile } from '../../../report/desk/scheduleFile.ts'
import { readSchedule } from '../../../scenarios/index.ts'
import { temporaryDirectory } from '../../temporaryDirectory.ts'

const { costs, crossIncome, cap, rates } = await readSchedule('2021-local')
const terms: Terms = { costs, crossIncome, cap, rates: rates! }
const TITLE = { en: 'Rates: as "tried"', zh: '试算' }

async function readBack(tried: Terms) {
  const file = join(temporaryDirectory(), 'tried.yaml')
  writeFileSync(file, scheduleFile(TITLE, tried))
  return readSchedule(file)
}

describe('a schedule file', () => {
  test('is read back to the same title, rates, costs, cross income and cap', async () => {
    const tried: Terms = {
      ...terms,
      crossIncome: 'none',
      cap: 0.2,
      costs: { ...costs, fundingRate: 0.0123456789012345 },
    }
    const { title, ...read } = await readBack(tried)
    expect(title).toEqual(TITLE)
    expect(read).toMatchObject(tried)
  })

  test('has one block where all cells of a grade have one rate', () => {
    const flat = { ...terms, rates: Array.from({ length: CELL_COUNT }, (_, i) => (50 + Math.floor(i / 20)) / 1000) }
    expect(scheduleFile(TITLE, flat)).toContain(
      'rates:\n  - rates: [ 0.05, 0.051, 0.052, 0.053, 0.054, 0.055, 0.056, 0.057, 0.058, 0.059 ]\n',
    )
  })

  test('has a block of its own for the place of an edited cell', () => {
    const edited = { ...terms, rates: terms.rates.with(cellIndex(3, 1, 0), 0.0512) }
    const blocks = (tried: Terms): number => scheduleFile(TITLE, tried).match(/^ {4}rates:|^ {2}- rates:/gm)!.length
    expect(blocks(edited)).toBe(blocks(terms) + 1)
    expect(scheduleFile(TITLE, edited)).toContain('- terms: [ 6-12m ]\n    collateral: [ residential ]\n')
  })

  test('keeps any rates to the last bit', async () => {
    const rate = fc.oneof(fc.constantFrom(0, 0.05, 0.0575), fc.double({ min: 0, max: cap, noNaN: true }))
    await fc.assert(
      fc.asyncProperty(fc.array(rate, { minLength: CELL_COUNT, maxLength: CELL_COUNT }), async (any) => {
        expect((await readBack({ ...terms, rates: any })).rates).toEqual(any.map(Math.abs))
      }),
      { numRuns: 20 },
    )
  })
})
