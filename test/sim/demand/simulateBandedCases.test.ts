import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demandAnswer } from '../../../models/demand/demandAnswer.ts'
import type { ScenarioDemand } from '../../../models/demand/scenarioDemand.ts'
import { judge } from '../../../models/judge/judge.ts'
import type { Terms } from '../../../models/reprice/terms.ts'
import type { Study } from '../../../models/study.ts'
import { readStrategy } from '../../../scenarios/index.ts'
import { simulateCases } from '../../../sim/cases.ts'
import { simulateBandedCases } from '../../../sim/demand/simulateBandedCases.ts'
import type { SimulatedBandedCases } from '../../../sim/demand/simulateBandedCases.ts'
import { runStudy } from '../../../sim/runStudy.ts'
import { smallStudy } from './smallStudy.ts'

const opened: { readonly close: () => Promise<void> }[] = []
afterAll(() => Promise.all(opened.map((one) => one.close())))

function kept<T extends (typeof opened)[number]>(one: T): T {
  opened.push(one)
  return one
}

const bandedOf = async (study: Study): Promise<SimulatedBandedCases> =>
  kept(await simulateBandedCases(study, { workers: 2 }))

function termsOf({ schedules }: Study): Terms {
  const { costs, crossIncome, cap, rates } = schedules[0]!
  return { costs, crossIncome, cap, rates: rates! }
}

const answersOf = (study: Study, { cases }: SimulatedBandedCases, terms = termsOf(study)): readonly ScenarioDemand[] =>
  demandAnswer(cases, study.schedules[0]!, terms).scenarios

describe('where everybody takes the loan at any rate', { timeout: 120_000 }, () => {
  const scenarios = ['baseline', 'covid_deferral', 'falsified_wave']

  test.each(['exact', 'clt', 'lln'] as const)('all is as without demand, in fidelity %s', async (fidelity) => {
    const free = smallStudy({ mostLost: 0 }, { scenarios })
    const study = { ...free, simulation: { ...free.simulation, fidelity } }
    const { cases } = await bandedOf(study)
    const plain = kept(await simulateCases({ ...study, demand: null }, { workers: 2 }))
    const answers = demandAnswer(cases, study.schedules[0]!, termsOf(study)).scenarios
    for (const [i, { cube, bands }] of cases.entries()) {
      const other = plain.cases[i]!
      expect(cube.loss).toEqual(other.cube.loss)
      expect(cube.sums).toEqual(other.cube.sums)
      for (let p = 0; p < cube.paths; p++) {
        const loss = bands.reduce((sum, band) => sum + band.cube.loss[p]!, 0)
        expect(Math.abs(loss - cube.loss[p]!)).toBeLessThan(1e-9 * (1 + cube.loss[p]!))
      }
      const { figures, standardErrors } = judge(other.inputs(study.schedules[0]!))
      const answer = answers[i]!
      expect(answer.volume).toBeCloseTo(1, 12)
      expect(answer.offered.loans).toBe(cube.loans)
      expect(answer.offered.balance).toBeCloseTo(cube.openingExposure, 6)
      expect(answer.meanTruePd).toBeCloseTo(answer.offered.meanTruePd, 12)
      expect(Math.abs(answer.surplus - figures.surplus)).toBeLessThan(1e-9)
      expect(Math.abs(answer.annualSurplus / figures.balance - figures.surplus)).toBeLessThan(1e-9)
      expect(Math.abs(answer.coverageRatio! - figures.coverageRatio!)).toBeLessThan(1e-7)
      // By formula a path's variance is put together cell by cell, and bands split the cells.
      const off = fidelity === 'clt' ? 1e-3 : 0
      expect(Math.abs(answer.coverageProbability - figures.coverageProbability)).toBeLessThanOrEqual(off)
      expect(answer.standardErrors.surplus).toBeCloseTo(standardErrors['surplus'] as number, 9)
    }
  })
})

describe('where applicants go elsewhere', { timeout: 120_000 }, () => {
  const study = smallStudy({}, { scenarios: ['baseline', 'mild_downturn'] })
  let banded: SimulatedBandedCases
  beforeAll(async () => {
    banded = await bandedOf(study)
  })

  test('the same firms default as if nobody did', async () => {
    const plain = kept(await simulateCases({ ...study, demand: null }, { workers: 2 }))
    for (const [i, { cube }] of banded.cases.entries()) {
      expect(cube.loans).toBeLessThan(plain.cases[i]!.cube.loans)
      expect(cube.firmDefaults).toEqual(plain.cases[i]!.cube.firmDefaults)
    }
  })

  test('a run has the same outcomes, and the same answer beside them', async () => {
    const { results } = await runStudy(study, { workers: 2 })
    const answers = answersOf(study, banded)
    for (const [i, result] of results.entries()) {
      const { figures } = judge(banded.cases[i]!.inputs(study.schedules[0]!))
      expect(result.surplus).toBe(figures.surplus)
      expect(result.coverageProbability).toBe(figures.coverageProbability)
      expect(result.demand).toEqual(answers[i])
      expect(result.selection!.frontier).toEqual([])
    }
  })

  test('a higher rate brings fewer, in every grade worse, where the sound are the quicker to leave', () => {
    const terms = termsOf(study)
    const dearer = answersOf(study, banded, { ...terms, rates: terms.rates.map((rate) => rate + 0.02) })
    for (const [i, { curve, grades }] of answersOf(study, banded).entries()) {
      for (const [k, { volume }] of curve.slice(1).entries()) expect(volume).toBeLessThan(curve[k]!.volume)
      expect(grades.length).toBeGreaterThan(3)
      for (const [g, { meanTruePd }] of grades.entries())
        expect(dearer[i]!.grades[g]!.meanTruePd).toBeGreaterThan(meanTruePd)
    }
  })

  test('the answer at shifted rates is the point of the curve', () => {
    const terms = termsOf(study)
    const shifted = answersOf(study, banded, { ...terms, rates: terms.rates.map((rate) => rate + 0.01) })
    for (const [i, { curve }] of answersOf(study, banded).entries()) {
      const point = curve.find(({ shift }) => shift === 0.01)!
      expect(point.annualSurplus).toBeCloseTo(shifted[i]!.annualSurplus, 6)
      expect(point.surplus).toBeCloseTo(shifted[i]!.surplus, 12)
      expect(point.coverageRatio).toBeCloseTo(shifted[i]!.coverageRatio!, 12)
      expect(point.standardErrors.surplus).toBeCloseTo(shifted[i]!.standardErrors.surplus!, 12)
    }
  })

  test('grades add up to the whole', () => {
    for (const { grades, annualSurplus } of answersOf(study, banded))
      expect(grades.reduce((sum, grade) => sum + grade.annualSurplus, 0)).toBeCloseTo(annualSurplus, 6)
  })
})

test('where all leave alike, those who stay are as good as before at every rate', async () => {
  const alike = smallStudy({ elasticity: [1, 1, 1] })
  const [schedule] = alike.schedules as [Study['schedules'][number]]
  const flat = { ...schedule, rates: schedule.rates!.map(() => 0.06) }
  const study = {
    ...alike,
    schedules: [flat],
    demand: { ...alike.demand!, scale: alike.demand!.scale.map(() => 0.042) },
  }
  const [{ curve, volume }] = answersOf(study, await bandedOf(study)) as [ScenarioDemand]
  expect(volume).toBeCloseTo(1 - 0.95 * (1 - Math.exp(-0.02 / 0.042)), 12)
  for (const { meanTruePd } of curve) expect(meanTruePd).toBeCloseTo(curve[0]!.meanTruePd, 12)
})

test('weighing agrees with drawing who takes the loan, over eight books of other firms', async () => {
  const differences: Record<'surplus' | 'coverageRatio' | 'coverageProbability' | 'volume', number[]> = {
    surplus: [],
    coverageRatio: [],
    coverageProbability: [],
    volume: [],
  }
  for (let i = 0; i < 8; i++) {
    const study = smallStudy({}, { scenarios: ['mild_downturn'], seed: `draw ${i}`, paths: 200 })
    const banded = await simulateBandedCases(study, { workers: 2 })
    const [{ inputs, cube, bands }] = banded.cases as [SimulatedBandedCases['cases'][number]]
    const [weighed] = answersOf(study, banded) as [ScenarioDemand]
    const { figures } = judge(inputs(study.schedules[0]!))
    const offered = bands.reduce((sum, band) => sum + band.cube.openingExposure, 0)
    differences.surplus.push(figures.surplus - weighed.surplus)
    differences.coverageRatio.push(figures.coverageRatio! - weighed.coverageRatio!)
    differences.coverageProbability.push(figures.coverageProbability - weighed.coverageProbability)
    differences.volume.push(cube.openingExposure / offered - weighed.volume)
    await banded.close()
  }
  for (const [name, values] of Object.entries(differences)) {
    const mean = values.reduce((a, b) => a + b) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
    // Student's t with 7 degrees passes 4 standard errors five times in a thousand.
    expect(Math.abs(mean), name).toBeLessThan(4 * Math.sqrt(variance / values.length))
  }
}, 180_000)

test('a guarantee fund and joint liability are refused, but in a run they are drawn', async () => {
  const strategies = await Promise.all(['guarantee-fund', 'joint-guarantee'].map((id) => readStrategy(id)))
  for (const strategy of strategies)
    await expect(simulateBandedCases({ ...smallStudy({}), strategies: [strategy] })).rejects.toThrow(
      `strategy ${strategy.id}: loans under a guarantee fund or joint liability hang on each other`,
    )
  const { results } = await runStudy({ ...smallStudy({}, { paths: 100 }), strategies }, { workers: 2 })
  for (const { demand, reasons } of results) {
    expect(demand).toBeNull()
    expect(reasons['demand']).toMatch(/guarantee fund or joint liability/)
  }
})
