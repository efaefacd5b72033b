import { describe, expect, test } from 'vitest'
import { guaranteeGraph, guaranteeOrder } from '../../sim/guaranteeGraph.ts'
import type { GuaranteeGraph } from '../../sim/guaranteeGraph.ts'
import { streamKey } from '../../sim/random.ts'

const FIRMS = 20_000
const BORROWERS = 14_000
const key = streamKey('a seed', 'guarantees', 'book')
const admitted = Uint8Array.from({ length: FIRMS }, (_, f) => (f % 10 < 7 ? 1 : 0))
const order = guaranteeOrder(FIRMS, admitted, key)

const groups = {
  kind: 'groups',
  groups: [
    { size: 3, share: 0.5 },
    { size: 5, share: 0.3 },
    { size: 12, share: 0.2 },
  ],
  linksPerFirm: 0,
} as const
const scaleFree = { kind: 'scaleFree', groups: [], linksPerFirm: 2.5 } as const

const guarantorsOf = ({ starts, guarantors }: GuaranteeGraph, firm: number): number[] => [
  ...guarantors.subarray(starts[firm], starts[firm + 1]),
]
const linksOf = (graph: GuaranteeGraph): Set<string> =>
  new Set(Array.from(admitted.keys()).flatMap((f) => guarantorsOf(graph, f).map((g) => `${f}<${g}`)))

describe('the order', () => {
  test('holds every firm once, borrowers before the −1 and the rest behind it', () => {
    expect(order.indexOf(-1)).toBe(BORROWERS)
    expect(order.subarray(0, BORROWERS).every((f) => admitted[f] === 1)).toBe(true)
    expect(order.subarray(BORROWERS + 1).every((f) => admitted[f] === 0)).toBe(true)
    expect(new Set(order).size).toBe(FIRMS + 1)
  })

  test('is random: neighbours are not neighbours by number, and another key gives another order', () => {
    const everyone = guaranteeOrder(1000, null, key)
    expect([...everyone].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, f) => f))
    const together = everyone.filter((f, i) => Math.abs(f - everyone[i - 1]!) === 1).length
    // About 2 of 999 pairs; a Poisson variable of mean 2 exceeds 12 once in 10 million keys.
    expect(together).toBeLessThanOrEqual(12)
    expect(guaranteeOrder(1000, null, streamKey('another', 'guarantees', 'book'))).not.toEqual(everyone)
  })
})

describe.each([groups, scaleFree])('a network of kind $kind', (network) => {
  const graph = guaranteeGraph(network, order, 0.6, key)

  test('has no firm that guarantees itself, nor one twice', () => {
    for (let f = 0; f < FIRMS; f++) {
      const own = guarantorsOf(graph, f)
      expect(own).not.toContain(f)
      expect(new Set(own).size).toBe(own.length)
    }
  })

  test('holds the share asked for among borrowers and among the others, and no link between them', () => {
    const members = new Set([...order.subarray(0, 8400), ...order.subarray(BORROWERS + 1, BORROWERS + 1 + 3600)])
    for (let f = 0; f < FIRMS; f++)
      for (const g of guarantorsOf(graph, f)) {
        expect(members.has(f) && members.has(g)).toBe(true)
        expect(admitted[f]).toBe(admitted[g])
      }
    const linked = new Set([...linksOf(graph)].flatMap((link) => link.split('<')))
    expect(linked.size).toBe(members.size)
  })

  test('only grows with its share: links of a smaller one remain', () => {
    const smaller = linksOf(guaranteeGraph(network, order, 0.35, key))
    const larger = linksOf(graph)
    expect(smaller.size).toBeGreaterThan(0)
    expect([...smaller].every((link) => larger.has(link))).toBe(true)
    expect(smaller.size).toBeLessThan(larger.size)
  })

  test('is empty at a share of 0', () => {
    const empty = guaranteeGraph(network, order, 0, key)
    expect(empty.guarantors).toHaveLength(0)
    expect(empty.starts).toEqual(new Int32Array(FIRMS + 1))
  })
})

describe('groups', () => {
  const graph = guaranteeGraph(groups, order, 0.6, key)

  test('are cliques: members have the same fellow members', () => {
    for (let f = 0; f < FIRMS; f++) {
      const group = [f, ...guarantorsOf(graph, f)].sort((a, b) => a - b)
      for (const g of group) expect([g, ...guarantorsOf(graph, g)].sort((a, b) => a - b)).toEqual(group)
    }
  })

  test('of each size hold the share of firms that is stated, to within one group a part', () => {
    const bySize = new Map<number, number>()
    for (let f = 0; f < FIRMS; f++) {
      const size = guarantorsOf(graph, f).length + 1
      bySize.set(size, (bySize.get(size) ?? 0) + 1)
    }
    for (const { size, share } of groups.groups)
      expect(Math.abs(bySize.get(size)! - share * 12_000)).toBeLessThanOrEqual(2 * 12)
  })
})

describe('a scale-free network', () => {
  const graph = guaranteeGraph(scaleFree, guaranteeOrder(FIRMS, null, key), 1, key)

  test('has the stated links a firm on average, rounded up or down at random', () => {
    // Standard deviation of the mean .5 / √20,000 = .0035; the first three firms lack at most 6 links.
    expect(Math.abs(graph.guarantors.length / FIRMS - 2.5)).toBeLessThan(4 * 0.0035 + 6 / FIRMS)
    const counts = new Set(Array.from({ length: FIRMS }, (_, f) => graph.starts[f + 1]! - graph.starts[f]!))
    expect([...counts].sort()).toEqual([0, 1, 2, 3])
  })

  test("has Barabási and Albert's degrees: P(links ≥ k) = m(m + 1) / (k(k + 1)), a power law of exponent 3", () => {
    const m = 2
    const whole = guaranteeGraph({ ...scaleFree, linksPerFirm: m }, guaranteeOrder(FIRMS, null, key), 1, key)
    const links = new Int32Array(FIRMS).fill(m)
    for (const g of whole.guarantors) links[g]!++
    for (const k of [3, 5, 10, 20, 40, 80]) {
      const expected = (m * (m + 1)) / (k * (k + 1))
      const actual = links.filter((own) => own >= k).length / FIRMS
      const error = Math.sqrt((expected * (1 - expected)) / FIRMS)
      // Six bounds of four standard errors: a false alarm once in 2,600 keys.
      expect(Math.abs(actual - expected), `P(links >= ${k}): ${actual}, expected ${expected}`).toBeLessThan(4 * error)
    }
  })
})

test('first links of a network are pinned', () => {
  const few = guaranteeOrder(12, null, key)
  const graph = guaranteeGraph(scaleFree, few, 1, key)
  expect({ order: [...few], starts: [...graph.starts], guarantors: [...graph.guarantors] }).toMatchInlineSnapshot(`
    {
      "guarantors": [
        2,
        9,
        9,
        9,
        1,
        0,
        11,
        2,
        2,
        9,
        7,
        0,
        3,
        9,
        2,
        1,
        11,
        2,
        1,
        3,
        1,
        11,
        11,
        3,
        9,
        0,
        9,
        1,
      ],
      "order": [
        9,
        1,
        2,
        0,
        11,
        3,
        10,
        8,
        5,
        7,
        4,
        6,
      ],
      "starts": [
        0,
        2,
        3,
        5,
        8,
        11,
        14,
        17,
        19,
        22,
        22,
        25,
        28,
      ],
    }
  `)
})
