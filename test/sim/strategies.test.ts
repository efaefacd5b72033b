import { beforeAll, describe, expect, test } from 'vitest'
import { gini } from '../../models/discrimination.ts'
import type { Comparison, Result } from '../../models/result.ts'
import type { SyntheticBook } from '../../models/book.ts'
import type { Strategy } from '../../models/strategy.ts'
import type { Study } from '../../models/study.ts'
import { selectionFinding } from '../../report/selectionFinding.ts'
import { selectionsOf } from '../../report/selections.ts'
import { readStudy } from '../../scenarios/index.ts'
import { prepareBook } from '../../sim/prepareBook.ts'
import { runStudy } from '../../sim/runStudy.ts'
import type { RunResult } from '../../sim/types.ts'
import { underShocks } from '../../sim/underShocks.ts'

const shipped = await readStudy('strategies')

/** The shipped study with fewer firms, and only some of its parts. */
function part(
  {
    strategies,
    scenarios = ['baseline'],
    populations = 1,
    paths = 400,
    applicants = 4000,
  }: {
    readonly strategies: readonly string[]
    readonly scenarios?: readonly string[]
    readonly populations?: number
    readonly paths?: number
    readonly applicants?: number
  },
  change: (book: SyntheticBook) => Partial<SyntheticBook> = () => ({}),
): Study {
  return {
    ...shipped,
    books: shipped.books.slice(0, populations).map((book) => {
      const own = book as SyntheticBook
      return { ...own, size: { applicants }, ...change(own) }
    }),
    strategies: strategies.map((id) => shipped.strategies.find((strategy) => strategy.id === id)!),
    scenarios: shipped.scenarios.filter(({ id }) => scenarios.includes(id)),
    simulation: { ...shipped.simulation, paths },
  }
}

describe('approve-all', () => {
  test('has the coverage ratio that Σ h·LGD·EAD gives, within 4 standard errors', async () => {
    const study = part({ strategies: ['approve-all'], paths: 2000 })
    const { results, books } = await runStudy(study)
    const [result] = results as [Result]
    const { firms, loans } = books[0]!
    const book = books[0]!.book as SyntheticBook
    const own = loans[0]!.loans
    expect(own.count).toBe(4000)
    // Year 1 in closed form: what each loan loses on average, at the stated mean LGD of its class or that of frauds.
    let year1 = 0
    for (let i = 0; i < own.count; i++) {
      const isFraud = firms.honesty[own.obligor[i]!] === 2
      year1 += firms.truePd[own.obligor[i]!]! * (isFraud ? book.lgd.beta.fraud.mean : own.assignedLgd[i]!) * averageExposure(own, i) // prettier-ignore
    }
    const year = result.years[0]!
    const error = (result.standardErrors['years'] as { expectedLoss: number }[])[0]!.expectedLoss
    const income = year.portfolioYield! + year.crossIncome! - year.fundingCost! - year.operatingCost! - year.tax! - year.targetProfit! // prettier-ignore
    const expectedLoss = year1 / year.balance
    expect(Math.abs(year.expectedLoss! - expectedLoss) / error).toBeLessThan(4)
    expect(Math.abs(income / year.expectedLoss! - income / expectedLoss)).toBeLessThan((4 * error * income) / expectedLoss ** 2) // prettier-ignore
  })

  test('has over three years, in a bad world too, the coverage ratio in closed form', async () => {
    const study = part({ strategies: ['approve-all'], scenarios: ['baseline', 'severe_downturn'], paths: 4000 })
    const { results } = await runStudy(study)
    expect(results).toHaveLength(2)
    for (const { coverageRatio, standardErrors, selection } of results) {
      const everybody = selection!.frontier.at(-1)!
      expect(everybody.approvalRate).toBe(1)
      const error = standardErrors['coverageRatio'] as number
      expect(Math.abs(coverageRatio! - everybody.coverageRatio!) / error).toBeLessThan(4)
    }
  })

  /** Balance that a default of year 1 falls on, mean over the months. */
  function averageExposure(loans: RunResult['books'][number]['loans'][number]['loans'], i: number): number {
    const layout = loans.repayment[i]
    if (layout === 0) return loans.balance[i]!
    let sum = 0
    const n = loans.termMonths[i]!
    const rate = shipped.books[0]!.amortisationRate / 12
    for (let m = 0; m < 12; m++) {
      const paid = m % n
      sum += layout === 1 ? (n - paid) / n : (1 - (1 + rate) ** (paid - n)) / (1 - (1 + rate) ** -n)
    }
    return (loans.balance[i]! * sum) / 12
  }
})

describe('with all firms honest and no noise', () => {
  let run: RunResult
  beforeAll(async () => {
    const strategies = ['citic-trade', 'settlement-index', 'citic-plus-settlement', 'collateral-first', 'approve-all']
    run = await runStudy(
      part({ strategies, applicants: 6000 }, ({ honesty, settlement, losses }) => ({
        honesty: { shading: { ...honesty.shading, share: 0 }, fraud: { ...honesty.fraud, share: 0 } },
        readings: { tax: 0, meters: 0, bankFlows: 0 },
        settlement: { ...settlement, noise: { sales: 0, settlement: 0, deposit: 0 } },
        losses: { ...losses, share: 0 },
      })),
    )
  }, 60_000)

  test('the strategies that see more of a firm’s risk have the better half of the applicants', () => {
    const selections = run.results.map(({ selection }) => selection!)
    const byGini = selections.toSorted((a, b) => b.gini! - a.gini!).map(({ bestHalfPd }) => bestHalfPd)
    expect(byGini).toEqual(byGini.toSorted((a, b) => a - b))
    for (const { gini, explained, signals } of selections) {
      expect(gini).toBeGreaterThan(0.3)
      expect(explained).toBeGreaterThan(0.1)
      expect(signals.length).toBeGreaterThan(2)
    }
  })

  test('the report explains the ranking by what each sees', () => {
    const selections = selectionsOf(run)!
    const [sight, order] = selectionFinding(selections, 'en')
    const best = run.results.reduce((a, b) => (a.selection!.gini! >= b.selection!.gini! ? a : b))
    const [strongest] = best.selection!.signals
    expect(sight).toContain(`Gini ${best.selection!.gini!.toFixed(2)}`)
    expect(sight).toContain(strongest!.gini.toFixed(2))
    expect(order).toMatch(/rank correlation with the Gini is/)
    expect(selectionFinding(selections, 'zh').join()).toMatch(/基尼系数/)
  })
})

describe('under a wave of falsified statements', () => {
  let ginis: Record<'honest' | 'wave', Record<'card' | 'both', number>>
  beforeAll(async () => {
    const strategies = ['citic-trade', 'citic-plus-settlement']
    const study = part({ strategies, applicants: 15_000 })
    const options = { masterScale: null, skipBadRows: false }
    const prepared = await prepareBook(study, study.books[0]!, options)
    const honest = part({ strategies, applicants: 15_000 }, ({ honesty }) => ({
      honesty: { shading: { ...honesty.shading, share: 0 }, fraud: { ...honesty.fraud, share: 0 } },
    }))
    const truthful = await prepareBook(honest, honest.books[0]!, options)
    const wave = underShocks(study, prepared, {
      fraudShare: 0.12,
      salesChange: 0,
      sectorSalesChange: {},
      receivableDays: 0,
      sectorReceivableDays: {},
    })
    const of = ({ lendings, firms }: typeof prepared) => {
      const giniOf = (at: number): number =>
        gini(
          lendings[at]!.screened!.assignedPd.map((pd) => -pd),
          firms.truePd,
        )!
      return { card: giniOf(0), both: giniOf(1) }
    }
    ginis = { honest: of(truthful), wave: of(wave) }
  }, 60_000)

  test('the card’s Gini is .45 to .65 on honest statements and falls by .10 or more', () => {
    expect(ginis.honest.card).toBeGreaterThan(0.45)
    expect(ginis.honest.card).toBeLessThan(0.65)
    expect(ginis.honest.card - ginis.wave.card).toBeGreaterThan(0.1)
  })

  test('of which the settlement index wins back at least half', () => {
    const lost = ginis.honest.card - ginis.wave.card
    expect(ginis.wave.both - ginis.wave.card).toBeGreaterThan(lost / 2)
  })
})

describe('strategies compared', () => {
  let comparison: Comparison
  let run: RunResult
  let similar: Strategy
  beforeAll(async () => {
    const study = part({ strategies: ['citic-trade', 'guarantee-fund'], populations: 3, applicants: 6000 })
    const [citicTrade] = study.strategies as [Strategy]
    similar = { ...citicTrade, id: 'a-little-dearer', process: { ...citicTrade.process, perLoanYear: 0.02 } }
    run = await runStudy({ ...study, strategies: [...study.strategies, similar] })
    comparison = run.comparisons[0]!
  }, 60_000)

  test('over three populations, pooled, with the first as the base', () => {
    expect(run.comparisons).toHaveLength(1)
    expect(comparison.populations).toBe(3)
    expect(comparison.strategies.map(({ differences }) => differences === null)).toEqual([true, false, false])
    const [base] = comparison.strategies
    const ratios = run.results.filter(({ strategy }) => strategy === 'citic-trade').map((r) => r.coverageRatio!)
    expect(base!.figures.coverageRatio!.value).toBeCloseTo(ratios.reduce((a, b) => a + b, 0) / 3, 12)
  })

  test('differ with an error at least four times smaller than if each had met firms of its own', () => {
    for (const { strategy, differences } of comparison.strategies.slice(1)) {
      const { standardError, unpairedStandardError } = differences!.coverageRatio!
      expect(unpairedStandardError! / standardError!, strategy).toBeGreaterThan(strategy === similar.id ? 4 : 2)
    }
  })

  test('give the same bits again, and on one worker', async () => {
    const study = part({
      strategies: ['citic-trade', 'settlement-index', 'joint-guarantee'],
      paths: 100,
      applicants: 2000,
    })
    const [two, one] = [await runStudy(study, { workers: 2 }), await runStudy(study, { workers: 1 })]
    expect(one.results).toEqual(two.results)
    expect(one.comparisons).toEqual(two.comparisons)
  }, 60_000)
})
