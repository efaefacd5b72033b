import { describe, expect, test } from 'vitest'
import { PRICING_DEFAULTS } from '../../models/pricing/rateFloor.ts'
import { strategyCosts } from '../../models/strategyCosts.ts'
import type { ProcessWork } from '../../models/strategyCosts.ts'
import type { Strategy } from '../../models/strategy.ts'

type Terms = Pick<Strategy, 'process' | 'verification' | 'renewal'>

const FREE: Terms = {
  process: { perFile: 0, perLoanYear: 0, variable: 0 },
  verification: { kind: 'none', tolerance: 0.2, costPerFile: 0 },
  renewal: null,
}
/** A thousand applicants, 600 loans that stand for three years and are renewed twice. */
const WORK: ProcessWork = {
  applicants: 1000,
  bearing: 1800,
  loanYears: 1800,
  renewals: 1200,
  watch: { fast: 0.5, middle: 0.3, committee: 0.15, exitGood: 0.05 },
}
const RENEWAL: NonNullable<Strategy['renewal']> = {
  kind: 'decision',
  fast: 80,
  low: 40,
  costs: { fast: 0.02, middle: 0.1, committee: 0.5 },
}
const fixedCostOf = (terms: Partial<Terms>, work: Partial<ProcessWork> = {}): number =>
  strategyCosts(PRICING_DEFAULTS, { ...FREE, ...terms }, { ...WORK, ...work }).fixedCost

describe('strategyCosts', () => {
  test('leaves a schedule’s costs as they are where the process costs nothing more', () => {
    expect(strategyCosts(PRICING_DEFAULTS, FREE, WORK)).toEqual(PRICING_DEFAULTS)
  })

  test('adds to the variable cost, which a standard process may lower, and nothing else', () => {
    const process = { perFile: 0, perLoanYear: 0.3, variable: -0.002 }
    expect(strategyCosts(PRICING_DEFAULTS, { ...FREE, process }, WORK)).toEqual({
      ...PRICING_DEFAULTS,
      variableCost: PRICING_DEFAULTS.variableCost - 0.002,
      fixedCost: PRICING_DEFAULTS.fixedCost + 0.3,
    })
  })

  test('has the loans granted pay for every file handled and checked, declined ones too', () => {
    const terms = {
      process: { perFile: 0.4, perLoanYear: 0, variable: 0 },
      verification: { kind: 'crossCheck', tolerance: 0.05, costPerFile: 0.2 },
    } as const
    const added = fixedCostOf(terms) - PRICING_DEFAULTS.fixedCost
    expect(added * WORK.loanYears).toBeCloseTo(1000 * 0.6, 10)
    // a stricter bank spreads the same files over fewer loans
    expect(fixedCostOf(terms, { loanYears: 900, bearing: 900 }) - PRICING_DEFAULTS.fixedCost).toBeCloseTo(2 * added, 12)
  })

  test('has the years that loans are expected to stand bear the files, so that all of them are paid', () => {
    const process = { perFile: 0.4, perLoanYear: 0, variable: 0 }
    const added = fixedCostOf({ process }, { bearing: 1500 }) - PRICING_DEFAULTS.fixedCost
    expect(added * 1500).toBeCloseTo(400, 10)
  })

  test('asks nothing for the files of a tape', () => {
    const process = { perFile: 0.4, perLoanYear: 0, variable: 0 }
    expect(fixedCostOf({ process }, { applicants: 0, watch: null })).toBe(PRICING_DEFAULTS.fixedCost)
  })

  test('adds renewals as they are decided, an exit before the committee', () => {
    const added = fixedCostOf({ renewal: RENEWAL }) - PRICING_DEFAULTS.fixedCost
    const cost = 0.5 * 0.02 + 0.3 * 0.1 + (0.15 + 0.05) * 0.5
    expect(added).toBeCloseTo((cost * 1200) / 1800, 12)
    expect(fixedCostOf({ renewal: RENEWAL }, { renewals: 0 })).toBe(PRICING_DEFAULTS.fixedCost)
    expect(fixedCostOf({ renewal: null })).toBe(PRICING_DEFAULTS.fixedCost)
  })

  test('asks nothing for renewals that nobody decides on', () => {
    expect(fixedCostOf({ renewal: RENEWAL }, { watch: null })).toBe(PRICING_DEFAULTS.fixedCost)
  })

  test.each([0, NaN])('refuses loans that stand for %s years', (loanYears) => {
    expect(() => fixedCostOf({}, { loanYears })).toThrow(`strategyCosts: loanYears must be > 0, got ${loanYears}`)
  })
})
