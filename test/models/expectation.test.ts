import { describe, expect, test } from 'vitest'
import { isExpectationExact } from '../../models/expectation.ts'
import type { ExpectationInputs } from '../../models/expectation.ts'
import { expectedSums } from '../expectedSums.ts'
import { lgdTables } from '../../models/lgd.ts'
import { lgdLink } from '../../models/lgdLink.ts'
import type { GuaranteeNetwork } from '../../models/book.ts'
import type { Deferral, Shocks } from '../../models/scenario.ts'
import type { GuaranteeFund } from '../../models/strategy.ts'
import { aliveMonths, shiftedPds, yearlyPds } from '../../models/yearlyPds.ts'
import { NO_SHOCKS } from '../../scenarios/index.ts'
import { bookSettings, firmsOf, ready } from '../sim/equalBook.ts'

/** Four firms with one unsecured loan each; the tape states an LGD of 45 % for the first three. */
const pds = Float64Array.of(0.01, 0.02, 0.05, 0.1)
const lgds = Float64Array.of(0.45, 0.45, 0.45, NaN)
const book = bookSettings([{ by: 'global', loading: 0.3 }])
const { simulated } = ready(firmsOf(pds, Float64Array.of(100, 200, 50, 80), lgds), book, { horizonMonths: 12 })
const layout = simulated.layouts[0]!

function inputs(changes: Partial<ExpectationInputs> = {}): ExpectationInputs {
  const { firms, layouts, levels } = simulated
  return {
    firms,
    layout,
    alive: aliveMonths(firms, layouts, 1),
    shocks: NO_SHOCKS,
    lgd: lgdTables(book.lgd, NO_SHOCKS, 1),
    timing: book.timing,
    exposure: levels,
    link: null,
    fund: null,
    ...changes,
  }
}

const loss = (changes: Partial<ExpectationInputs>): number =>
  expectedSums(inputs(changes)).loss.reduce((a, b) => a + b, 0)

describe('expected loss', () => {
  test('is Σ h·LGD·balance', () => {
    expect(loss({})).toBeCloseTo(0.45 * (1 + 4 + 2.5) + 8 * 0.8, 3)
  })

  test('under a guarantee fund is the bank’s share of what it covers', () => {
    const fund: GuaranteeFund = { covers: ['unsecured'], bankShare: 0.2, cap: 0.05 }
    expect(loss({ fund }) / loss({})).toBeCloseTo(0.2, 12)
    expect(loss({ fund: { ...fund, covers: ['movable'] } })).toBe(loss({}))
  })

  test('linked to the global factor stays the same until that is shifted, and then rises beyond what the PDs explain', () => {
    const { firms, levels } = simulated
    const portfolio = {
      loans: layout.loans,
      pds: [yearlyPds(firms, NO_SHOCKS, 0, inputs().alive)],
      exposure: levels,
      factorVolatility: [1],
      degreesOfFreedom: null,
    }
    const link = lgdLink(0.3, portfolio, inputs().lgd)
    expect(loss({ link })).toBe(loss({}))
    const shocks: Shocks = { ...NO_SHOCKS, factorMean: [-2] }
    const shifted = shiftedPds(portfolio.pds[0]!, levels, shocks, 0)
    expect(loss({ shocks })).toBeGreaterThan((loss({}) * shifted[3]!) / 0.1 - 1)
    // logit .45 rises by up to .3 × 2: at most to .60, and by at least half of that
    const ratio = loss({ shocks, link }) / loss({ shocks })
    expect(ratio).toBeGreaterThan(1.08)
    expect(ratio).toBeLessThan(0.6 / 0.45)
  })
})

describe('the expectation leaves something out', () => {
  const plain = {
    globalFactor: { persistence: 0, degreesOfFreedom: null },
    guarantees: null,
    lgd: book.lgd,
  }
  const network: GuaranteeNetwork = {
    share: 0.5,
    kind: 'groups',
    groups: [{ size: 5, share: 1 }],
    linksPerFirm: 2,
    linkProbability: 0.2,
    rounds: 3,
    payment: { each: 0.1, most: 0.5 },
  }
  const idle: GuaranteeNetwork = { ...network, linkProbability: 0, payment: { each: 0, most: 0 } }
  const deferral: Deferral = { share: 0.3, from: 3, until: 9, months: 6, extended: 0.5, failed: 0.02 }
  const shifted: Shocks = { ...NO_SHOCKS, factorMean: [0, -1] }
  const linked = { ...plain, lgd: { ...book.lgd, link: 0.3 } }
  const student = { ...plain, globalFactor: { persistence: 0, degreesOfFreedom: 5 } }
  const persistent = { ...plain, globalFactor: { persistence: 0.4, degreesOfFreedom: null } }
  const guaranteed = { ...plain, guarantees: network }
  const fund: GuaranteeFund = { covers: ['guarantee'], bankShare: 0.2, cap: 0.05 }

  test.each([
    ['nothing', plain, null, NO_SHOCKS, true],
    ['a shifted normal factor', plain, null, shifted, true],
    ['a linked LGD', linked, null, NO_SHOCKS, true],
    ['a Student factor', student, null, NO_SHOCKS, true],
    ['a network in which nobody fails or pays', { ...plain, guarantees: idle }, null, NO_SHOCKS, true],
    ['guarantors who only pay', { ...plain, guarantees: { ...network, linkProbability: 0 } }, null, NO_SHOCKS, false],
    ['a network that the scenario empties', guaranteed, null, { ...NO_SHOCKS, guaranteeShare: 0 }, true],
    ['a deferral after which nobody fails', plain, null, { ...NO_SHOCKS, deferral: { ...deferral, failed: 0 } }, true],
    ['a persistent factor', persistent, null, NO_SHOCKS, false],
    ['a shifted Student factor', student, null, shifted, false],
    ['a linked LGD under a shift', linked, null, shifted, false],
    ['guarantee calls', guaranteed, null, NO_SHOCKS, false],
    ['calls that only the scenario makes', { ...plain, guarantees: idle }, null, { ...NO_SHOCKS, linkProbability: [0, 0.1] }, false],
    ['failures after a deferral', plain, null, { ...NO_SHOCKS, deferral }, false],
    ['a guarantee fund', plain, fund, NO_SHOCKS, false],
  ] as const)('%s', (_, settings, guaranteeFund, shocks: Shocks, exact) => {
    expect(isExpectationExact(settings, guaranteeFund, shocks, true)).toBe(exact)
  }) // prettier-ignore

  test('persistence, shift and Student’s t only where firms feel the global factor', () => {
    expect(isExpectationExact(persistent, null, shifted, false)).toBe(true)
    expect(isExpectationExact(student, null, shifted, false)).toBe(true)
  })
})
