import { describe, expect, test } from 'vitest'
import { Generator, permute, streamKey, uniformAt } from '../../sim/random.ts'

describe('named streams', () => {
  test('first draws of a stream are pinned: a change here is value-breaking', () => {
    const generator = new Generator().seed(streamKey('committee', 'defaults', 'small-firms'), 0)
    expect([generator.int32(), generator.int32(), generator.int32()]).toMatchInlineSnapshot(`
      [
        -694786065,
        817809504,
        1664870656,
      ]
    `)
    expect(generator.seed(streamKey('committee', 'defaults', 'small-firms'), 1).int32()).toMatchInlineSnapshot(
      `993084661`,
    )
  })

  test('an entry is the same whatever was drawn before', () => {
    const key = streamKey('a', 'lgd', 'book')
    const fresh = new Generator().seed(key, 77)
    const used = new Generator().seed(key, 3)
    used.uniform()
    used.seed(key, 77)
    expect(used.int32()).toBe(fresh.int32())
  })

  test('seed, name and index each change the draws', () => {
    const first = (seed: string, name: string, index: number): number =>
      new Generator().seed(streamKey(seed, name), index).int32()
    const draws = [first('a', 'x', 0), first('b', 'x', 0), first('a', 'y', 0), first('a', 'x', 1)]
    expect(new Set(draws).size).toBe(4)
  })

  test('first draws over indices are uniform and not correlated with their neighbours (chi² below its 99.99 % point)', () => {
    const key = streamKey('quality', 'test')
    const generator = new Generator()
    const n = 200_000
    const cells = new Float64Array(256)
    let [lag, last] = [0, 0.5]
    for (let i = 0; i < n; i++) {
      const u = generator.seed(key, i).uniform()
      cells[Math.floor(u * 256)]!++
      lag += (u - 0.5) * (last - 0.5)
      last = u
    }
    const expected = n / 256
    const chi2 = cells.reduce((sum, c) => sum + (c - expected) ** 2 / expected, 0)
    expect(chi2).toBeLessThan(347) // χ² with 255 degrees: 99.99 % point 346.6
    expect(Math.abs(lag / n / (1 / 12)) * Math.sqrt(n)).toBeLessThan(4)
  })

  test('uniforms lie strictly between 0 and 1', () => {
    const generator = new Generator().seed(streamKey('u'), 0)
    for (let i = 0; i < 100_000; i++) {
      const u = generator.uniform()
      if (!(u > 0 && u < 1)) throw new Error(`got ${u}`)
    }
    expect(uniformAt(1, 2)).toBeGreaterThan(0)
  })
})

describe('permute', () => {
  test.each([1, 2, 3, 7, 256, 500, 1000])('is a permutation of 0..%i−1 under any key', (length) => {
    for (const key of [0, 1, -5, 123456789]) {
      const images = Array.from({ length }, (_, i) => permute(i, length, key)).sort((a, b) => a - b)
      expect(images).toEqual(Array.from({ length }, (_, i) => i))
    }
  })

  test('sends each position everywhere about equally often over keys (chi² below its 99.99 % point)', () => {
    const length = 20
    const keys = 20_000
    for (const position of [0, 7, 19]) {
      const counts = new Float64Array(length)
      for (let key = 0; key < keys; key++) counts[permute(position, length, Math.imul(key, 0x9e3779b9))]!++
      const chi2 = counts.reduce((sum, c) => sum + (c - keys / length) ** 2 / (keys / length), 0)
      expect(chi2).toBeLessThan(51) // χ² with 19 degrees: 99.99 % point 50.8
    }
  })
})

describe('exponential draws', () => {
  test('have the exponential distribution: mean, variance and tail within 4 standard errors, body by chi²', () => {
    const generator = new Generator().seed(streamKey('exponential'), 0)
    const n = 2_000_000
    const cells = new Float64Array(64)
    let [sum, squares, beyond] = [0, 0, 0]
    for (let i = 0; i < n; i++) {
      const x = generator.exponential()
      sum += x
      squares += x * x
      if (x > 8) beyond++
      cells[Math.min(63, Math.floor(64 * -Math.expm1(-x)))]!++
    }
    expect(Math.abs(sum / n - 1) * Math.sqrt(n)).toBeLessThan(4)
    expect(Math.abs(squares / n - 2) * Math.sqrt(n / 20)).toBeLessThan(4)
    const tail = Math.exp(-8)
    expect(Math.abs(beyond / n - tail) * Math.sqrt(n / tail)).toBeLessThan(4)
    const chi2 = cells.reduce((total, c) => total + (c - n / 64) ** 2 / (n / 64), 0)
    expect(chi2).toBeLessThan(111) // χ² with 63 degrees: 99.99 % point 110.6
  })
})
