import { expect, test } from 'vitest'
import type { Shocks } from '../../models/scenario.ts'
import type { Study } from '../../models/study.ts'
import { readStudy } from '../../scenarios/index.ts'
import { runStudy } from '../../sim/runStudy.ts'
import type { Progress, ResultTables } from '../../sim/types.ts'

const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)

/** Shocks of the study's first scenario with three times the PDs. */
const worse = ({ scenarios: [scenario] }: Study): Shocks => ({ ...scenario!.shocks, pdMultiple: [3] })

/** The committee study on a small book, with one scenario. */
async function small(change: (study: Study) => Partial<Study> = () => ({})): Promise<Study> {
  const study = await readStudy('committee', { paths: 200 })
  const books = study.books.map((book) => (book.kind === 'synthetic' ? { ...book, size: { loans: 300 } } : book))
  const one = { ...study, books, scenarios: study.scenarios.slice(0, 1), lawOfLargeNumbers: null }
  return { ...one, ...change(one) }
}

test('variants of a strategy that share an id each grant their own loans', async () => {
  const study = await small(({ strategies: [strategy] }) => ({
    strategies: [3, 5, 7].map((worstLevel) => ({
      ...strategy!,
      admission: { ...strategy!.admission, worstLevel },
      vary: { 'strategy.admission.worstLevel': worstLevel },
    })),
  }))
  const { results, books } = await runStudy(study)
  const loans = results.map((result) => result.loans)
  expect(loans[2]).toBe(300)
  expect(loans[0]).toBeLessThan(loans[1]!)
  expect(loans[1]).toBeLessThan(loans[2]!)
  expect(books[0]!.loans.map((lent) => lent.loans.count)).toEqual(loans)
  expect(results.map((result) => result.vary?.['strategy.admission.worstLevel'])).toEqual([3, 5, 7])
})

test('a year in which nothing is left has a build-up of nulls with their reason, and the rest stands', async () => {
  const study = await small(({ books: [book] }) => {
    if (book?.kind !== 'synthetic') throw new Error('a synthetic book is expected')
    const request = { ...book.request, terms: [{ months: 12, share: 1 }] }
    return { books: [{ ...book, renewal: 'runOff', request }] }
  })
  const { results } = await runStudy(study)
  const { years, surplus, reasons, standardErrors } = results[0]!
  // paths keep lost balance-years in single precision, the years' sums do not: 6e-8 of the 3 % lost, at a yield of 6 %
  expect(Math.abs(years[0]!.surplus! - surplus)).toBeLessThan(6e-8 * 0.03 * 0.06)
  expect(years[1]).toMatchObject({ year: 2, balance: 0, surplus: null, portfolioYield: null })
  expect(reasons['years.1.surplus']).toBe('no balance is left in this year')
  expect((standardErrors['years'] as Record<string, unknown>[])[2]).toMatchObject({ year: 3, surplus: null })
})

test('scenarios that an earlier run has finished are not simulated again, and the results are the same to the bit', async () => {
  const one = await small()
  const worlds = [one.scenarios[0]!, { ...one.scenarios[0]!, id: 'worse', shocks: worse(one) }]
  const study = { ...one, scenarios: [...worlds, { ...worlds[0]!, id: 'again' }] }
  const disk = new Map<string, readonly ResultTables[]>()
  const save = (key: string, tables: readonly ResultTables[]) => Promise.resolve(void disk.set(key, tables))
  const first = await runStudy(study, { checkpoints: { load: () => Promise.resolve(null), save } })
  expect([...disk.keys()]).toEqual(['0-0', '0-1', '0-2'])

  const kept = structuredClone(disk.get('0-0')!)
  const told: Progress[] = []
  const second = await runStudy(study, {
    workers: 1,
    onProgress: (progress) => told.push(progress),
    checkpoints: { load: (key) => Promise.resolve(key === '0-0' ? kept : null), save },
  })
  expect(second.tables[0]).toBe(kept[0])
  expect(second.tables).toEqual(first.tables)
  expect(told.filter(({ unit }) => unit === 'paths').at(-1)).toMatchObject({ done: 400, total: 400 })
  expect(told.filter(({ unit }) => unit === 'firms').length).toBeGreaterThan(1)
})

test('what one scenario leaves does not depend on those simulated after it', async () => {
  const study = await small()
  const both = {
    ...study,
    scenarios: [study.scenarios[0]!, { ...study.scenarios[0]!, id: 'worse', shocks: worse(study) }],
  }
  const [alone] = (await runStudy(study)).tables
  const [first, second] = (await runStudy(both)).tables
  expect(first!.paths).toEqual(alone!.paths)
  expect(total(second!.paths.defaults)).toBeGreaterThan(1.5 * total(first!.paths.defaults))
})

test('a scenario with another share of frauds lends to other firms, the scenarios beside it and the book do not', async () => {
  const study = await small()
  const [scenario] = study.scenarios
  const wave = (id: string, fraudShare: number) => ({ ...scenario!, id, shocks: { ...scenario!.shocks, fraudShare } })
  const scenarios = [wave('wave', 0.3), scenario!, wave('the same wave', 0.3), wave('calm', 0)]
  const { results, books } = await runStudy({ ...study, scenarios })
  const [plain] = (await runStudy(study)).results
  const [worse, same, again, calm] = results
  expect(same).toEqual(plain)
  expect({ ...again, scenario: 'wave' }).toEqual({ ...worse, reasons: again!.reasons })
  expect(worse!.defaultRate).toBeGreaterThan(1.5 * plain!.defaultRate)
  expect(calm!.defaultRate).toBeLessThan(plain!.defaultRate)
  const frauds = books[0]!.firms.honesty.filter((kind) => kind === 2).length / books[0]!.firms.count
  expect(frauds).toBeLessThan(0.15)
})

test('a scenario that shocks a sector of no book is refused by name', async () => {
  const study = await small(({ scenarios: [scenario] }) => ({
    scenarios: [{ ...scenario!, shocks: { ...scenario!.shocks, sectorPdMultiple: { mining: [2] } } }],
  }))
  await expect(runStudy(study)).rejects.toThrow(
    'book small-firms: has no sector "mining", which scenario baseline shocks',
  )
})

test('a stock of amortising loans: lines are the original amounts, balances what is left of them', async () => {
  const study = await small(({ books: [book] }) => {
    if (book?.kind !== 'synthetic') throw new Error('a synthetic book is expected')
    const repayment = { bullet: 0, equalPrincipal: 1, annuity: 0 }
    return { books: [{ ...book, origination: 'stock', request: { ...book.request, repayment } }] }
  })
  const { loans } = (await runStudy(study)).books[0]!.loans[0]!
  for (let i = 0; i < loans.count; i++)
    expect(loans.balance[i]).toBeCloseTo((loans.line[i]! * loans.remainingMonths[i]!) / loans.termMonths[i]!, 9)
  expect(loans.line.some((line, i) => line > loans.balance[i]!)).toBe(true)
})

test('contracts signed before month 0 keep their rate and funding in a scenario that moves both, until they roll', async () => {
  const study = await small(({ books: [book], scenarios: [scenario] }) => {
    if (book?.kind !== 'synthetic') throw new Error('a synthetic book is expected')
    const request = { ...book.request, terms: [{ months: 24, share: 1 }] }
    const shocks = { ...scenario!.shocks, loanRate: [-0.01], fundingRate: [0.005] }
    return {
      books: [{ ...book, origination: 'stock', renewal: 'runOff', request }],
      scenarios: [scenario!, { ...scenario!, id: 'moved', shocks }],
    }
  })
  const [still, moved] = (await runStudy(study)).results
  // one contract in 24 happens to start at month 0, and has about twice that share of the balance-years
  expect(still!.portfolioYield - moved!.portfolioYield).toBeLessThan(0.01 / 10)
  expect(moved!.fundingCost - still!.fundingCost).toBeLessThan(0.005 / 10)
  const rolling = { ...study, books: study.books.map((book) => ({ ...book, renewal: 'roll' as const })) }
  const [rolled, rolledAndMoved] = (await runStudy(rolling)).results
  expect(rolledAndMoved!.portfolioYield).toBeLessThan(rolled!.portfolioYield - 0.01 / 3)
})

test('more paths than memory holds are refused before any work, with the number that fits', async () => {
  const study = await small(({ simulation }) => ({ simulation: { ...simulation, paths: 1e12 } }))
  await expect(runStudy(study)).rejects.toThrow(
    /book small-firms: 1000000000000 paths need \d+\S* GiB .* at most \d+ paths fit/,
  )
  const tailed = await small(({ simulation }) => ({ simulation: { ...simulation, tail: { paths: 1e10 } } }))
  let simulated = 0
  const onProgress = ({ unit, done }: Progress): void => {
    if (unit === 'paths') simulated = done
  }
  await expect(runStudy(tailed, { onProgress })).rejects.toThrow(/10000000000 paths need/)
  expect(simulated).toBe(0)
})
