import { describe, expect, test } from 'vitest'
import type { Book, TapeBook } from '../../models/book.ts'
import type { Scenario, Shocks } from '../../models/scenario.ts'
import type { Strategy } from '../../models/strategy.ts'
import { idleLevers, readBook, readScenario, readStrategy } from '../../scenarios/index.ts'

const synthetic = await readBook('small-firms')
const tape: Book = {
  ...(synthetic as unknown as TapeBook),
  kind: 'tape',
  columns: {} as TapeBook['columns'],
  guarantees: null,
}
const [funded, unfunded] = [await readStrategy('guarantee-fund'), await readStrategy('as-booked')]
const baseline = await readScenario('baseline')

const scenarioWith = (shocks: Partial<Shocks>): Scenario => ({ ...baseline, shocks: { ...baseline.shocks, ...shocks } })

const CHAIN = { guaranteeShare: 0.6, linkProbability: [0.1] }

const found = (book: Book, shocks: Partial<Shocks>, strategies: readonly Strategy[] = [unfunded]) =>
  idleLevers(book, scenarioWith(shocks), strategies).map(({ lever, hiddenRisk }) => [lever, hiddenRisk])

describe('levers that do nothing on a book', () => {
  test('are none where a scenario sets none', () => {
    expect(found(tape, {})).toEqual([])
  })

  test('are frauds on a tape and chains without a network, and their risk is hidden', () => {
    expect(found(tape, { fraudShare: 0.1, ...CHAIN })).toEqual([
      ['fraudShare', 'fraud'],
      ['guaranteeShare', 'guarantees'],
      ['linkProbability', 'guarantees'],
    ])
    expect(found(synthetic, { fraudShare: 0.1, ...CHAIN })).toEqual([])
  })

  test('are sales and receivables on a tape, whose loans are as they are', () => {
    const sales = { salesChange: -0.1, sectorSalesChange: { transport: -0.2 } }
    const receivables = { receivableDays: 20, sectorReceivableDays: { transport: 0 } }
    expect(found(tape, { ...sales, ...receivables })).toEqual([
      ['salesChange', null],
      ['receivableDays', null],
      ['sectorSalesChange', null],
      ['sectorReceivableDays', null],
    ])
    expect(found(synthetic, { ...sales, ...receivables })).toEqual([])
  })

  test('hide no risk where a scenario asks for none of it', () => {
    expect(found(tape, { fraudShare: 0, guaranteeShare: 0, linkProbability: [0] }).map(([, risk]) => risk)).toEqual([
      null,
      null,
      null,
    ])
  })

  test('are a cap where no strategy has a fund', () => {
    expect(found(synthetic, { guaranteeFundCap: [0.04] })).toEqual([['guaranteeFundCap', null]])
    expect(found(synthetic, { guaranteeFundCap: [0.04] }, [unfunded, funded])).toEqual([])
  })

  test('are auctions on a tape that states its losses, unless they change nothing anyway', () => {
    const stated: Book = { ...tape, columns: { lgd: {} } as TapeBook['columns'] }
    const auctions = { saleDelay: [0, 0.5], auctionFactor: [0.9] }
    expect(found(tape, auctions)).toEqual([])
    expect(found(stated, auctions)).toEqual([
      ['saleDelay', null],
      ['auctionFactor', null],
    ])
    expect(found(stated, { saleDelay: [0], auctionFactor: [1] })).toEqual([])
  })
})
