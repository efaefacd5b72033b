import { expect, test } from 'vitest'
import { raroc } from '../../models/raroc.ts'
import published from '../golden/published.json' with { type: 'json' }

const textbook = published.raroc[0]!

test('the textbook case has a RAROC of 19.33 %: 50 + 2.25 − 10 − 30 − 5 on a capital of 37.5', () => {
  expect(Math.abs(raroc(textbook) - textbook.raroc)).toBeLessThanOrEqual(0.00005)
  expect(raroc(textbook)).toBeCloseTo(7.25 / 37.5, 14)
})

test('income tax takes its share of the whole', () => {
  expect(raroc({ ...textbook, incomeTaxRate: 0.25 })).toBeCloseTo((0.75 * 7.25) / 37.5, 14)
})

test('inputs outside their range are refused', () => {
  expect(() => raroc({ ...textbook, capital: 0 })).toThrow('raroc: capital must be > 0, got 0')
  expect(() => raroc({ ...textbook, pd: 2 })).toThrow('raroc: pd must be in [0, 1], got 2')
  expect(() => raroc({ ...textbook, rate: NaN })).toThrow('raroc: rate must be a finite number, got NaN')
  expect(() => raroc({ ...textbook, incomeTaxRate: 1 })).toThrow('raroc: incomeTaxRate must be in [0, 1), got 1')
})
