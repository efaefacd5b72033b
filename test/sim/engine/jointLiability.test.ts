import { describe, expect, test } from 'vitest'
import type { OutcomeCube } from '../../../models/cube.ts'
import type { Shocks } from '../../../models/scenario.ts'
import { Pool } from '../../../sim/engine/pool.ts'
import type { JointGroups } from '../../../sim/engine/task.ts'
import { plainLender } from '../../../sim/lender.ts'
import { simulate } from '../../../sim/simulate.ts'
import { mixedBook } from './mixedBook.ts'
import { bookSettings, firmsOf, ready, replicateMean, scenario } from '../equalBook.ts'

const [H, P] = [0.1, 0.3]

/** Three firms in one group, under a plain lender and one whose borrowers answer for each other. */
async function run(terms: Partial<JointGroups>, shocks: Partial<Shocks> = {}): Promise<OutcomeCube[]> {
  const fill = (value: number): Float64Array => new Float64Array(3).fill(value)
  const book = bookSettings([])
  const { simulated, settings, factors } = ready(firmsOf(fill(H), fill(1), fill(1)), book, { paths: 200_000 })
  const joint: JointGroups = {
    groupOf: Int32Array.of(0, 0, 0),
    starts: Int32Array.of(0, 3),
    members: Int32Array.of(0, 1, 2),
    linkProbability: P,
    rounds: 5,
    payEach: 0,
    payMost: 0,
    ...terms,
  }
  const [layout] = simulated.layouts
  const both = {
    ...simulated,
    layouts: [layout!, layout!],
    lenders: [plainLender(book), { ...plainLender(book), joint }],
  }
  const options = { pool: new Pool(1), onPaths: () => undefined, signal: undefined }
  return simulate(both, scenario(shocks), settings, factors, options)
}

function expectMean(values: Float64Array, exact: number): void {
  const { mean, standardError } = replicateMean(values, 20)
  expect(standardError).toBeGreaterThan(0)
  expect(Math.abs(mean - exact) / standardError, `${mean} against ${exact} ± ${standardError}`).toBeLessThan(4)
}

describe('a joint-liability group of three (联保)', () => {
  const keep = 1 - P
  const alone = keep ** 2
  const pair = 2 * P * keep * keep
  const seeds = [(1 - H) ** 3, 3 * H * (1 - H) ** 2, 3 * H ** 2 * (1 - H), H ** 3]

  test('has the number of defaults that enumeration gives, whatever the months', async () => {
    const [plain, joint] = await run({})
    const exact = [
      seeds[0]!,
      seeds[1]! * alone,
      seeds[1]! * pair + seeds[2]! * keep * keep,
      seeds[1]! * (1 - alone - pair) + seeds[2]! * (1 - keep * keep) + seeds[3]!,
    ]
    for (const [k, probability] of exact.entries())
      expectMean(
        Float64Array.from(joint!.defaults, (n) => (n === k ? 1 : 0)),
        probability,
      )
    expectMean(plain!.defaults, 3 * H)
  })

  test('has the link probability of a scenario in place of its own', async () => {
    const [, stated] = await run({ linkProbability: 0.6 })
    const [, shocked] = await run({}, { linkProbability: [0.6] })
    expect(shocked!.defaults).toEqual(stated!.defaults)
  })

  test('adds to the defaults of the same firms at a bank without groups, and never takes any away', async () => {
    const [plain, joint] = await run({})
    expect(joint!.defaults.every((n, p) => n >= plain!.defaults[p]!)).toBe(true)
    expect(joint!.defaults.some((n, p) => n > plain!.defaults[p]!)).toBe(true)
  })

  test('members who survive a call pay their share of the loss', async () => {
    const [plain, joint] = await run({ linkProbability: 0, payEach: 0.2, payMost: 0.3 })
    expect(joint!.defaults).toEqual(plain!.defaults)
    // One default leaves two payers (30 % at most), the second of two leaves one (20 %), the last nobody.
    const one = 3 * H * (1 - H) ** 2 * 0.7
    const two = 3 * H ** 2 * (1 - H) * (0.7 + 0.8)
    const three = H ** 3 * (0.7 + 0.8 + 1)
    expectMean(joint!.loss, one + two + three)
  })

  test('of one firm changes nothing, however many loans the firm has', async () => {
    const { simulated, settings, factors } = mixedBook({ firms: 300, loansEach: 3, settings: { paths: 400 } })
    const firms = Int32Array.from({ length: 300 }, (_, firm) => firm)
    const joint: JointGroups = { groupOf: firms, starts: Int32Array.from({ length: 301 }, (_, g) => g), members: firms, linkProbability: 0.5, rounds: 3, payEach: 0.2, payMost: 0.5 } // prettier-ignore
    const [layout] = simulated.layouts
    const plain = plainLender(simulated.book)
    const both = { ...simulated, layouts: [layout!, layout!], lenders: [plain, { ...plain, joint }] }
    const options = { pool: new Pool(1), onPaths: () => undefined, signal: undefined }
    const [alone, grouped] = await simulate(both, scenario(), settings, factors, options)
    expect(grouped!.defaults).toEqual(alone!.defaults)
    const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)
    expect(total(grouped!.loss) / total(alone!.loss)).toBeCloseTo(1, 12)
  })
})
