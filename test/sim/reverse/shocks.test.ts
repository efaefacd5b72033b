import { beforeAll, describe, expect, test } from 'vitest'
import { economics } from '../../../models/economics.ts'
import type { Shocks } from '../../../models/scenario.ts'
import type { Schedule } from '../../../models/schedule.ts'
import type { Study } from '../../../models/study.ts'
import { COLLATERALS } from '../../../models/types.ts'
import { NO_SHOCKS, readStudy } from '../../../scenarios/index.ts'
import type { World } from '../../../sim/reverse/shock.ts'
import { SHOCKS, SHOCK_IDS } from '../../../sim/reverse/shocks/index.ts'
import { bookSettings } from '../equalBook.ts'

let study: Study
let schedule: Schedule

const worldOf = (scenarioId: string, shocks: Partial<Shocks> = {}): World => {
  const scenario = study.scenarios.find(({ id }) => id === scenarioId)!
  return {
    book: study.books[0]!,
    strategy: study.strategies[0]!,
    scenario: { ...scenario, shocks: { ...scenario.shocks, ...shocks } },
    correlation: 'model',
    loadingScale: 1,
  }
}

beforeAll(async () => {
  study = await readStudy('committee')
  schedule = study.schedules[0]!
})

describe('a shock', () => {
  test.each(SHOCK_IDS)('%s is named as it is registered, and its sizes rise over a range that holds today’s', (id) => {
    const { id: own, sizes, today } = SHOCKS[id]
    expect(own).toBe(id)
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
    const size = today(worldOf('baseline'))
    expect(size).toBeGreaterThanOrEqual(sizes[0]!)
    expect(size).toBeLessThanOrEqual(sizes.at(-1)!)
  })

  test.each([
    ['funding', 'fundingRate'],
    ['loanRate', 'loanRate'],
    ['depositVolume', 'depositVolume'],
  ] as const)('%s changes %s alone, and at today’s size no price', (id, list) => {
    const world = worldOf('severe_downturn')
    const at = (size: number): Shocks => SHOCKS[id].apply(world, size).scenario.shocks
    const pricesAt = (size: number) => economics(schedule, { shocks: at(size) }, 3)
    expect(pricesAt(0)).toEqual(economics(schedule, world.scenario, 3))
    expect(pricesAt(0.1)).not.toEqual(pricesAt(0))
    const before = world.scenario.shocks
    const changed = Object.entries(at(0.1)).filter(([name, value]) => value !== before[name as keyof Shocks])
    expect(changed.map(([name]) => name)).toEqual([list])
  })

  test('comes on top of the scenario’s own, year by year', () => {
    const world = worldOf('sector_collapse', { lgdAdd: { guarantee: [0.1, 0.2] }, fundingRate: [0.01, 0.02] })
    const shocksAt = (id: 'pdMultiple' | 'lgd' | 'collateralPrice' | 'funding' | 'loanRate', size: number): Shocks =>
      SHOCKS[id].apply(world, size).scenario.shocks
    const { pdMultiple, sectorPdMultiple } = shocksAt('pdMultiple', 2)
    expect(pdMultiple).toEqual([2.4, 2.4, 2.4])
    expect(sectorPdMultiple).toEqual({ wholesale_retail: [8, 6, 4] })
    const { lgdAdd } = shocksAt('lgd', 0.25)
    expect(Object.keys(lgdAdd)).toEqual([...COLLATERALS])
    expect(lgdAdd).toMatchObject({ guarantee: [0.35, 0.45], residential: [0.25] })
    const { collateralPrice } = shocksAt('collateralPrice', -0.5)
    expect(collateralPrice.residential).toEqual([-0.5])
    expect(collateralPrice.movable![2]).toBeCloseTo(0.9 * 0.5 - 1, 12)
    expect(shocksAt('funding', 0.03).fundingRate).toEqual([0.04, 0.05])
    expect(shocksAt('loanRate', -0.01).loanRate).toEqual([-0.0105, -0.011, -0.0115])
  })

  test('may stand in place of the book’s: frauds, links, the asset correlation', () => {
    const world = worldOf('baseline')
    expect(SHOCKS.fraudShare.today(world)).toBe(0.03)
    expect(SHOCKS.fraudShare.today(worldOf('baseline', { fraudShare: 0.2 }))).toBe(0.2)
    expect(SHOCKS.linkProbability.today(world)).toBe(0.1)
    expect(SHOCKS.linkProbability.today(worldOf('baseline', { linkProbability: [0.3, 0.4] }))).toBe(0.3)
    expect(SHOCKS.linkProbability.apply(world, 0.5).scenario.shocks.linkProbability).toEqual([0.5])
    expect(SHOCKS.fraudShare.apply(world, 0.5).scenario.shocks.fraudShare).toBe(0.5)
    const total = world.book.factors.reduce((sum, { loading }) => sum + loading ** 2, 0)
    expect(SHOCKS.assetCorrelation.today(world)).toBe(total)
    expect(SHOCKS.assetCorrelation.apply(world, 4 * total).loadingScale).toBeCloseTo(2, 12)
    expect(SHOCKS.assetCorrelation.today(SHOCKS.assetCorrelation.apply(world, 0.3))).toBeCloseTo(0.3, 12)
  })

  test('on the default rate is refused where the scenario has the other one', () => {
    expect(SHOCKS.pdMultiple.refusal(worldOf('severe_downturn'))).toBeNull()
    expect(SHOCKS.factorMean.refusal(worldOf('severe_downturn'))!.en).toContain('PD multiple other than 1')
    expect(SHOCKS.factorMean.refusal(worldOf('baseline', { sectorPdMultiple: { transport: [1, 2] } }))).not.toBeNull()
    const shifted = worldOf('baseline', { ...NO_SHOCKS, factorMean: [0, -1] })
    expect(SHOCKS.factorMean.refusal(shifted)).toBeNull()
    expect(SHOCKS.pdMultiple.refusal(shifted)!.en).toContain('shifts the global factor')
  })

  test('is refused where nothing is there for it to act on', () => {
    const world = worldOf('baseline')
    const tape: World = { ...world, book: bookSettings([]) }
    expect(SHOCKS.linkProbability.refusal(tape)).not.toBeNull()
    expect(SHOCKS.linkProbability.refusal(worldOf('baseline', { guaranteeShare: 0 }))).not.toBeNull()
    expect(SHOCKS.fraudShare.refusal(tape)).not.toBeNull()
    expect(SHOCKS.factorMean.refusal(tape)).not.toBeNull()
    expect(SHOCKS.assetCorrelation.refusal(tape)).not.toBeNull()
    expect(SHOCKS.assetCorrelation.refusal({ ...world, correlation: 'none' })).not.toBeNull()
    for (const id of SHOCK_IDS) expect(SHOCKS[id].refusal(world), id).toBeNull()
  })
})
