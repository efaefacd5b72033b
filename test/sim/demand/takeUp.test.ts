import { describe, expect, test } from 'vitest'
import { readStrategy, readStudy } from '../../../scenarios/index.ts'
import { prepareBook } from '../../../sim/prepareBook.ts'
import type { PreparedBook } from '../../../sim/prepareBook.ts'
import { streamKey, uniformAt } from '../../../sim/random.ts'
import type { Study } from '../../../models/study.ts'
import { underShocks } from '../../../sim/underShocks.ts'
import { smallStudy } from './smallStudy.ts'

const prepare = (study: Study): Promise<PreparedBook> =>
  prepareBook(study, study.books[0]!, { masterScale: null, skipBadRows: false })

/** The study at rates moved by a shift. */
function shifted(study: Study, shift: number): Study {
  const [schedule] = study.schedules
  return { ...study, schedules: [{ ...schedule!, rates: schedule!.rates!.map((rate) => rate + shift) }] }
}

const borrowers = ({ lendings }: PreparedBook): Set<number> => new Set(lendings[0]!.loans.obligor)

describe('applicants who decide on their rate', () => {
  test('are those of the study without demand, and a higher rate keeps none whom a lower one loses', async () => {
    const study = smallStudy({})
    const all = borrowers(await prepare({ ...study, demand: null }))
    const today = borrowers(await prepare(study))
    const dearer = borrowers(await prepare(shifted(study, 0.02)))
    expect(all.size).toBe(600)
    expect(today.size).toBeLessThan(all.size)
    expect(dearer.size).toBeLessThan(today.size)
    expect([...today].every((firm) => all.has(firm))).toBe(true)
    expect([...dearer].every((firm) => today.has(firm))).toBe(true)
  })

  test('are drawn from a stream of their own, whose first numbers are pinned', () => {
    const [key] = streamKey('committee', 'demand', 'small-firms')
    expect([0, 1, 2].map((firm) => uniformAt(key!, firm).toFixed(9))).toEqual(['0.014138750', '0.221120737', '0.818316226']) // prettier-ignore
  })

  test('have the bands of the book before the scenario, which may make them worse', async () => {
    const study = smallStudy({}, { scenarios: ['falsified_wave'] })
    const prepared = await prepare(study)
    const wave = underShocks(study, prepared, study.scenarios[0]!.shocks)
    const [before, after] = [prepared.lendings[0]!.offer!, wave.lendings[0]!.offer!]
    expect(after.cuts).toBe(before.cuts)
    const shareOfWorst = (bands: Uint8Array): number => bands.filter((band) => band === 2).length / bands.length
    expect(shareOfWorst(before.bandOf)).toBeCloseTo(1 / 3, 1)
    expect(shareOfWorst(after.bandOf)).toBeGreaterThan(shareOfWorst(before.bandOf))
  })

  test('decide on what a formula asks of all of them, which stays whoever takes it', async () => {
    const formula = (await readStudy('committee')).schedules[0]!
    const study = { ...smallStudy({}), schedules: [{ ...formula, kind: 'incomeCoversRisk' as const, rates: null }] }
    const offered = (await prepare(study)).lendings[0]!.offer!
    const all = (await prepare({ ...study, demand: { ...study.demand!, mostLost: 0 } })).lendings[0]!.offer!
    expect(offered.rates).toEqual(all.rates)
    expect(offered.rates.some((rate) => rate > 0.02)).toBe(true)
  })

  test('form joint-liability groups among those who take the loan', async () => {
    const strategy = await readStrategy('joint-guarantee')
    const { lendings } = await prepare({ ...smallStudy({}), strategies: [strategy] })
    const [{ loans, lender, offer }] = lendings as [PreparedBook['lendings'][number]]
    expect(new Set(lender.joint!.members)).toEqual(new Set(loans.obligor))
    expect(loans.count).toBeLessThan(offer!.layout.loans.count)
    expect(offer!.bands).toEqual([])
  })

  test('need one schedule, loans yet to be taken, and somebody who takes one', async () => {
    const study = smallStudy({})
    const [schedule] = study.schedules as [Study['schedules'][number]]
    await expect(prepare({ ...study, schedules: [schedule, schedule] })).rejects.toThrow(
      'book small-firms: demand needs one schedule, got 2: rates decide who takes the loans',
    )
    const books = study.books.map((book) => ({ ...book, origination: 'stock' as const }))
    await expect(prepare({ ...study, books })).rejects.toThrow('book small-firms: its loans run already')
    const nobody = { ...study.demand!, mostLost: 1, scale: study.demand!.scale.map(() => 1e-6) }
    await expect(prepare({ ...study, demand: nobody })).rejects.toThrow(
      'book small-firms: nobody takes a loan of strategy citic-trade at these rates',
    )
  })
})
