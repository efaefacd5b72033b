import { afterAll, beforeAll, expect, test } from 'vitest'
import { equalLoansStandardDeviation } from '../../models/lawOfLargeNumbers.ts'
import { PRICING_DEFAULTS } from '../../models/pricing/rateFloor.ts'
import type { LawOfLargeNumbers, Result } from '../../models/result.ts'
import type { Book } from '../../models/book.ts'
import type { Study } from '../../models/study.ts'
import { Pool } from '../../sim/engine/pool.ts'
import { withLawOfLargeNumbers } from '../../sim/lawOfLargeNumbers.ts'
import { PathProgress } from '../../sim/pathProgress.ts'
import type { PreparedBook } from '../../sim/prepareBook.ts'
import type { RunContext } from '../../sim/runContext.ts'
import { Stopwatch } from '../../sim/stopwatch.ts'
import { strategyOf } from '../strategyOf.ts'
import { bookSettings, equalBook, scenario } from './equalBook.ts'

const [PD, CORRELATION, LOANS] = [0.03, 0.05, 1000]
const FACTORS = [{ by: 'global', loading: Math.sqrt(CORRELATION) }]
let pool: Pool
beforeAll(() => {
  pool = new Pool(2)
})
afterAll(() => pool.close())

/** The study of 1,000 equal loans over a year, LGD 1, with joint guarantees in groups of five. */
async function study(
  linkProbability: number,
  sizes: readonly number[] = [100, 300, 5000],
  correlation: 'model' | 'none' = 'model',
  bankShare = 1,
): Promise<{ readonly result: LawOfLargeNumbers; readonly errors: LawOfLargeNumbers }> {
  const { simulated, settings, factors } = equalBook({ loans: LOANS, pd: PD, lgd: 1, factors: FACTORS })
  const book = {
    ...bookSettings(FACTORS),
    guarantees: {
      share: 1,
      kind: 'groups',
      groups: [{ size: 5, share: 1 }],
      linksPerFirm: 4,
      linkProbability,
      rounds: 5,
      payment: { each: 0, most: 0 },
    },
  } satisfies Book
  const schedule = {
    id: 'flat',
    kind: 'incomeCoversRisk',
    crossIncome: 'none',
    cap: 1,
    policyFloor: 0,
    spreads: null,
    rates: null,
    costs: { ...PRICING_DEFAULTS, bankShare },
  }
  const whole = {
    strategies: [strategyOf()],
    schedules: [schedule],
    simulation: { ...settings, correlation },
    verdict: { confidence: 0.95 },
  } as unknown as Study
  const [layout] = simulated.layouts
  const prepared = {
    book,
    firms: simulated.firms,
    lendings: [
      { strategy: strategyOf(), screened: null, loans: layout!.loans, layout: layout!, lender: simulated.lenders[0]! },
    ],
    simulated,
  } as unknown as PreparedBook
  const context: RunContext = {
    study: whole,
    factors,
    pool,
    watch: new Stopwatch(),
    progress: new PathProgress(() => undefined),
    signal: undefined,
  }
  const replicates = { surplus: Float64Array.of(1, 2) }
  const plain = { result: { reasons: {}, standardErrors: {} } as unknown as Result, paths: null as never, replicates }
  const [entry] = await withLawOfLargeNumbers(context, { loans: sizes, paths: 8000 }, prepared, scenario(), [plain])
  expect(entry!.replicates).toBe(replicates)
  const { lawOfLargeNumbers, standardErrors } = entry!.result
  return { result: lawOfLargeNumbers!, errors: standardErrors['lawOfLargeNumbers'] as LawOfLargeNumbers }
}

test('formula and simulation of equal loans are SD²(∞) + (p(1−p) − SD²(∞))/N, with factors and without', async () => {
  const { result, errors } = await study(0)
  expect(result.curve.map(({ loans, dependence }) => `${loans} ${dependence}`)).toEqual(
    [100, 300, 1000].flatMap((n) => ['independence', 'factors', 'guarantees'].map((d) => `${n} ${d}`)),
  )
  for (const [k, { loans, dependence, standardDeviation }] of result.curve.entries()) {
    const exact = equalLoansStandardDeviation(PD, dependence === 'independence' ? 0 : CORRELATION, loans)
    const error = errors.curve[k]!.standardDeviation
    expect(Math.abs(standardDeviation.formula - exact)).toBeLessThan(4 * error.formula + 1e-6)
    expect(Math.abs(standardDeviation.simulated - exact)).toBeLessThan(4 * error.simulated)
  }
})

test('the parts, the effective number and the number of loans at which more stop helping are the closed form’s', async () => {
  const { result } = await study(0)
  const systematic = equalLoansStandardDeviation(PD, CORRELATION, 1e12)
  const diversifiable = Math.sqrt((PD * (1 - PD) - systematic ** 2) / LOANS)
  expect(result.systematic / systematic).toBeCloseTo(1, 1)
  expect(result.diversifiable / diversifiable).toBeCloseTo(1, 2)
  expect(result.effectiveNumber).toBeCloseTo(LOANS, 6)
  // DOMAIN B6: 1,142 loans at p = 3 %, ρ = 5 %.
  expect(Math.abs(result.minimumLoans! / 1142 - 1)).toBeLessThan(0.1)
})

test('all of it is about the bank’s share of the loss', async () => {
  const [whole, fifth] = [await study(0, [5000]), await study(0, [5000], 'model', 0.2)]
  for (const name of ['systematic', 'diversifiable'] as const) {
    expect(fifth.result[name]).toBeCloseTo(0.2 * whole.result[name], 12)
    expect(fifth.errors[name]).toBeCloseTo(0.2 * whole.errors[name], 12)
  }
  expect(fifth.result.minimumLoans).toBeCloseTo(whole.result.minimumLoans!, 6)
  const last = fifth.result.curve.at(-1)!.standardDeviation.formula
  expect(Math.hypot(fifth.result.systematic, fifth.result.diversifiable)).toBeCloseTo(last, 4)
})

test('by formula, independent defaults leave nothing to the paths', async () => {
  const { errors } = await study(0)
  for (const { dependence, coverageProbability, standardDeviation } of errors.curve.filter(
    (p) => p.dependence === 'independence',
  )) {
    expect(coverageProbability.formula, dependence).toBeLessThan(1e-12)
    expect(standardDeviation.formula).toBeLessThan(1e-12)
  }
})

test('guarantee calls make every size more volatile, by formula and by simulation', async () => {
  const { result } = await study(0.15, [200, 5000])
  for (const size of [200, LOANS]) {
    const [factors, guarantees] = ['factors', 'guarantees'].map(
      (name) => result.curve.find(({ loans, dependence }) => loans === size && dependence === name)!.standardDeviation,
    )
    expect(guarantees!.simulated).toBeGreaterThan(1.2 * factors!.simulated)
    expect(guarantees!.formula).toBeGreaterThan(1.2 * factors!.formula)
    expect(Math.abs(guarantees!.formula / guarantees!.simulated - 1)).toBeLessThan(0.1)
  }
})

test('without correlation only guarantees tie firms together, and nothing is systematic', async () => {
  const { result } = await study(0.1, [100, 5000], 'none')
  expect(result.curve.map(({ dependence }) => dependence)).toEqual([
    'independence',
    'guarantees',
    'independence',
    'guarantees',
  ])
  expect(result.systematic).toBe(0)
  expect(result.minimumLoans).toBeNull()
})
