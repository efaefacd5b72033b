import { describe, expect, test } from 'vitest'
import { gini } from '../../../models/discrimination.ts'
import { score } from '../../../models/lending/score.ts'
import { compileFlags } from '../../../models/settlement/negativeSituations.ts'
import { toSettlementRecord } from '../../../models/settlement/toSettlementRecord.ts'
import { applicantReader } from '../../../models/applicants.ts'
import type { SyntheticBook } from '../../../models/book.ts'
import type { FirmColumns } from '../../../sim/synthesise/firmColumns.ts'
import { fraudWave } from '../../../sim/synthesise/fraudWave.ts'
import { FRAUD } from '../../../sim/synthesise/honesty.ts'
import type { Population } from '../../../sim/synthesise/population.ts'
import { synthesise } from '../../../sim/synthesise/synthesise.ts'
import { toApplicants } from '../../../sim/synthesise/toApplicants.ts'
import { truePds } from '../../../sim/synthesise/toFirms.ts'
import { settlementCard } from '../../models/settlement/settlementCard.ts'
import { bookOf } from './smallBook.ts'

const WAVE = 0.12
const book = await bookOf({ applicants: 20_000 })
const { population, drawn, intercept } = await synthesise(book, 'a seed', { settlement: true })
const wave = fraudWave(book, population, drawn, WAVE, 'a seed').drawn

/** Ginis on all applicants, against true PDs: of the trade card, and of the settlement index. */
function ginis(own: SyntheticBook, { variables }: Population, firms: FirmColumns, alpha: number) {
  const strategy = { ...own.referenceStrategy, settlement: { card: settlementCard, channel: null } }
  const { scores, index } = score(strategy, toApplicants(variables, firms), firms.count)
  const pds = truePds(firms, alpha)
  return { card: gini(scores, pds)!, index: gini(index, pds)! }
}

describe('the shipped book (DOMAIN D, target d)', async () => {
  const { shading, fraud } = book.honesty
  const truthful = { ...book, honesty: { shading: { ...shading, share: 0 }, fraud: { ...fraud, share: 0 } } }
  const honest = await synthesise(truthful, 'a seed', { settlement: true })
  const before = ginis(truthful, honest.population, honest.drawn, honest.intercept)
  const after = ginis(book, population, wave, intercept)

  test('gives the trade card a Gini of .45 to .65 where everybody is honest', () => {
    expect(before.card).toBeGreaterThan(0.45)
    expect(before.card).toBeLessThan(0.65)
  })

  test('costs it .10 or more in a wave of falsified statements, of which the settlement index wins back at least half', () => {
    const lost = before.card - after.card
    expect(lost).toBeGreaterThan(0.1)
    expect(after.index - after.card).toBeGreaterThan(lost / 2)
  })
})

test('settlement raises the flag of round trips on nine in ten of those who send money round, and on one in twelve of the others', () => {
  const firms = applicantReader(toApplicants(population.variables, wave))
  const flagsOf = compileFlags(settlementCard)
  const roundTrip = 4
  let [round, caught, others, flagged] = [0, 0, 0, 0]
  for (let i = 0; i < wave.count; i++) {
    const raised = (flagsOf(toSettlementRecord(firms(i))) & roundTrip) > 0 ? 1 : 0
    if (wave.traits.roundTrip[i]! > 1) {
      round++
      caught += raised
    } else if (wave.traits.honesty[i] !== FRAUD) {
      others++
      flagged += raised
    }
  }
  expect(round).toBeGreaterThan(1000)
  expect(caught / round).toBeGreaterThan(0.88)
  expect(caught / round).toBeLessThan(0.96)
  expect(flagged / others).toBeLessThan(1 / 12)
})
