import { describe, expect, test } from 'vitest'
import { toJson } from '../../report/json.ts'

describe('toJson', () => {
  test('writes typed arrays as lists and maps as objects, and leaves undefined fields out', () => {
    const data = { a: Float64Array.of(0.1, 2), b: new Map([['x', { c: null }]]), d: undefined }
    expect(JSON.parse(toJson(data))).toEqual({ a: [0.1, 2], b: { x: { c: null } } })
  })

  test('keeps every bit of a number', () => {
    const value = 0.1 + 0.2
    expect(JSON.parse(toJson(value))).toBe(value)
  })

  test.each([NaN, Infinity, -Infinity])('refuses %s and says where it is', (value) => {
    expect(() => toJson({ results: [{ years: [{ surplus: value }] }] })).toThrow(
      new RangeError(`toJson: results[0].years[0].surplus must be a finite number, got ${value}`),
    )
    expect(() => toJson({ rates: Float64Array.of(1, value) })).toThrow('rates[1] must be a finite number')
  })
})
