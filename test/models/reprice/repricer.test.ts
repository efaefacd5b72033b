import fc from 'fast-check'
import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import type { OutcomeCube } from '../../../models/cube.ts'
import { judge } from '../../../models/judge/judge.ts'
import type { PricingCase } from '../../../models/judge/pricingCase.ts'
import { PRICING_DEFAULTS } from '../../../models/pricing/rateFloor.ts'
import { repricer } from '../../../models/reprice/repricer.ts'
import { underTerms } from '../../../models/reprice/terms.ts'
import type { Repriced, Terms } from '../../../models/reprice/terms.ts'
import { toRepriced } from '../../../models/reprice/toRepriced.ts'
import { CELL_COUNT } from '../../../models/types.ts'
import { conditionalDefaults, schedule } from '../judge/cltBook.ts'
import { CELLS, cubeOf } from '../judge/cubeOf.ts'
import { caseOf } from './caseOf.ts'

const PATHS = 400
const { means, variances } = conditionalDefaults('repriced', PATHS)
/** Whole defaults, so that many paths are alike, on lines of all VAT bands. */
const cube = ofAllVatBands(
  cubeOf(
    means.map((cell) => cell.map((mean) => Math.floor(mean / 4))),
    null,
    20,
  ),
)
const SHOCKS = { loanRate: [-0.004, 0.003], fundingRate: [0.002], depositRate: [0.001, 0], depositVolume: [-0.1, -0.2] }
const today: Terms = {
  costs: { ...PRICING_DEFAULTS, fixedCost: 0.05 },
  crossIncome: 'observed',
  cap: 0.15,
  rates: Array.from({ length: CELL_COUNT }, () => 0.06),
}

function ofAllVatBands(from: OutcomeCube): OutcomeCube {
  return { ...from, columns: from.columns.map((column, k) => ({ ...column, vatBand: (k + 1) % 3 })) }
}

/** What a full judgement answers. */
const judged = ({ scenario, inputs }: PricingCase, terms: Terms): Repriced =>
  toRepriced(scenario.id, judge(inputs(underTerms(schedule, terms))))

const rate = fc.double({ min: 0, max: 0.2, noNaN: true })
const rateEdit = fc
  .tuple(fc.integer({ min: 0, max: CELLS.length - 1 }), rate)
  .map(([c, to]) => (terms: Terms): Terms => ({ ...terms, rates: terms.rates.map((r, i) => (i === cube.cells[c] ? to : r)) })) // prettier-ignore
const tableEdit = rate.map((to) => (terms: Terms): Terms => ({ ...terms, rates: terms.rates.map(() => to) }))
const costEdit = fc
  .record(
    {
      fundingRate: fc.double({ min: 0, max: 0.05, noNaN: true }),
      variableCost: fc.double({ min: 0, max: 0.03, noNaN: true }),
      fixedCost: fc.double({ min: 0, max: 0.5, noNaN: true }),
      capitalRatio: fc.constantFrom(0, 0.08),
      hurdleRate: fc.double({ min: 0, max: 0.2, noNaN: true }),
      incomeTaxRate: fc.constantFrom(0, 0.25),
      extraTargetProfit: fc.constantFrom(0, 0.01),
      depositTransferRate: fc.constantFrom(0.02, 0.024),
      depositRate: fc.constantFrom(0, 0.006),
      lpr: fc.constantFrom(0.03, 0.0385),
      vatRate: fc.constantFrom(0, 0.0634),
      vatMethod: fc.constantFrom(1 as const, 2 as const),
      bankShare: fc.constantFrom(0, 0.2, 1),
    },
    { requiredKeys: [] },
  )
  .map((changes) => (terms: Terms): Terms => ({ ...terms, costs: { ...terms.costs, ...changes } }))
const policyEdit = fc
  .tuple(fc.constantFrom('none' as const, 'observed' as const), fc.constantFrom(0.04, 0.08, 1))
  .map(([crossIncome, cap]) => (terms: Terms): Terms => ({ ...terms, crossIncome, cap }))
const edits = fc.array(
  fc.oneof({ arbitrary: rateEdit, weight: 3 }, tableEdit, { arbitrary: costEdit, weight: 2 }, policyEdit),
  { minLength: 1, maxLength: 12 },
)

describe.each([
  ['drawn', cube],
  ['normal on every path', ofAllVatBands(cubeOf(means, variances, 20))],
  ['without a loss on all but a few paths', ofAllVatBands(cubeOf(means.map((cell) => cell.map((d, p) => (p < 20 ? d : 0))), null, 20))],
  ['without any loss', ofAllVatBands(cubeOf(means.map((cell) => cell.map(() => 0)), null, 20))],
])('outcomes %s', (_, outcomes) => {
  test.each([
    ['no shock', {}],
    ['shocks to all rates', SHOCKS],
  ])('answer any edits with the figures and errors of a judgement, under %s', (_, shocks) => {
    const tried = caseOf(outcomes, shocks)
    fc.assert(
      fc.property(edits, (made) => {
        const reprice = repricer(tried, schedule)
        let terms = today
        for (const edit of made) {
          terms = edit(terms)
          expect(reprice(terms)).toEqual(judged(tried, terms))
        }
      }),
      { numRuns: 25, seed: 5 },
    )
  })
}) // prettier-ignore

describe('what is kept between answers', () => {
  test('does not drift: after 10,000 edits the answer is still that of a judgement', () => {
    const tried = caseOf(cube, SHOCKS)
    const reprice = repricer(tried, schedule)
    const draw = seedrandom('drift')
    let terms = today
    for (let i = 1; i <= 10_000; i++) {
      const edited = cube.cells[i % CELLS.length]!
      terms = { ...terms, rates: terms.rates.map((r, index) => (index === edited ? 0.2 * draw() : r)) }
      const answer = reprice(terms)
      if (i % 1000 === 0) expect(answer).toEqual(judged(tried, terms))
    }
  })

  test('does not decide ties: a path whose surplus is within rounding of 0 is counted as a judgement counts it', () => {
    // One rate for all: under it the many paths with the fewest defaults have a surplus of 0 but for rounding.
    const tried = caseOf({ ...cube, columns: cube.columns.map((column) => ({ ...column, vatBand: 0 })) })
    const at = (to: number): Terms => ({ ...today, cap: 1, rates: today.rates.map(() => to) })
    const surplusOf = (to: number): Float64Array => judge(tried.inputs(underTerms(schedule, at(to)))).paths.surplus
    const [one, other] = [surplusOf(0.05), surplusOf(0.06)]
    const roots = one.map((surplus, p) => 0.05 - (0.01 * surplus) / (other[p]! - surplus))
    const tie = Float64Array.from(roots).sort()[PATHS / 2]!
    const alike = roots.filter((root) => Math.abs(root - tie) < 1e-12).length
    expect(alike).toBeGreaterThan(1)
    const reprice = repricer(tried, schedule)
    const draw = seedrandom('ties')
    const shares = new Set<number>()
    for (let edit = 0; edit < 2000; edit++) reprice(at(draw()))
    for (let i = 0; i < 200; i++) {
      const terms = at(tie * (1 + (i - 100) * Number.EPSILON))
      const { coverageProbability } = judged(tried, terms)
      expect(reprice(terms).coverageProbability).toBe(coverageProbability)
      shares.add(coverageProbability)
    }
    // the edits fall on both sides of the tie
    expect(shares.size).toBeGreaterThan(1)
  })

  test('takes up no number that later answers could not get rid of', () => {
    const tried = caseOf(cube)
    const reprice = repricer(tried, schedule)
    const rates = today.rates.map((r, i) => (i === 7 ? NaN : r))
    expect(() => reprice({ ...today, rates })).toThrow(
      new RangeError('terms: rates[7] must be a finite number, got NaN'),
    )
    expect(() => reprice({ ...today, costs: { ...today.costs, fundingRate: Infinity } })).toThrow(
      new RangeError('terms: fundingRate must be a finite number, got Infinity'),
    )
    expect(reprice(today)).toEqual(judged(tried, today))
  })
})
