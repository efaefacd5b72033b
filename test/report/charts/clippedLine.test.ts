import { describe, expect, test } from 'vitest'
import { clippedLine } from '../../../report/charts/clippedLine.ts'

const line = (...points: [number, number][]) => points.map(([x, y]) => ({ x, y }))

describe('a line between two heights', () => {
  test('stays as it is where all of it lies between them, the heights included', () => {
    const inside = line([0, 0], [1, 2], [2, 4])
    expect(clippedLine(inside, 0, 4)).toEqual([inside])
  })

  test('ends where it leaves and begins where it comes back', () => {
    expect(clippedLine(line([0, 2], [1, 6], [3, 2]), 0, 4)).toEqual([line([0, 2], [0.5, 4]), line([2, 4], [3, 2])])
  })

  test('is one piece where it passes through from below to above', () => {
    expect(clippedLine(line([0, -2], [8, 6]), 0, 4)).toEqual([line([2, 0], [6, 4])])
  })

  test('is nothing where all of it lies outside', () => {
    expect(clippedLine(line([0, 5], [1, 9]), 0, 4)).toEqual([])
    expect(clippedLine([], 0, 4)).toEqual([])
  })
})
