import { beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../../models/judge/judge.ts'
import type { Study } from '../../../models/study.ts'
import { simulateCases } from '../../../sim/cases.ts'
import { confirm } from '../../../sim/optimise/confirm.ts'
import { optimiseStudy } from '../../../sim/optimise/optimiseStudy.ts'
import type { OptimisedStudy } from '../../../sim/optimise/optimiseStudy.ts'
import { runStudy } from '../../../sim/runStudy.ts'
import { UNLIMITED, expected, littleCommittee, worst } from './littleCommittee.ts'

let study: Study
let found: OptimisedStudy

beforeAll(async () => {
  const little = await littleCommittee()
  const goals = [expected('severe_downturn'), worst('baseline', 0.9)]
  study = { ...little, optimise: { ...UNLIMITED, monotone: true, scenarios: goals } }
  found = await optimiseStudy(study, { confirm: true })
})

describe('a study’s nearest covering schedule', () => {
  test('has the surplus 0 in a run of the study with it', async () => {
    const scenarios = study.scenarios.filter(({ id }) => id === 'severe_downturn')
    const { schedule, optimised } = found
    const exact = { ...schedule!, rates: optimised.rates! }
    const { results } = await runStudy({ ...study, scenarios, schedules: [exact], lawOfLargeNumbers: null })
    expect(optimised.binding).toContain('severe_downturn')
    expect(results[0]!.surplus).toBeCloseTo(0, 12)
    expect(results[0]!.coverageRatio).toBeCloseTo(1, 9)
  })

  test('is handed over in whole basis points, and covers then too', () => {
    const { schedule, optimised } = found
    expect(schedule!.rates).toBe(optimised.rounded!.rates)
    const [severe] = optimised.rounded!.scenarios
    expect(severe!.after).toBeGreaterThanOrEqual(0)
    expect(severe!.achieved.after).toBeGreaterThanOrEqual(1)
  })

  test('covers with another seed within Monte Carlo error, and not to the last digit', () => {
    expect(found.confirmed!.map(({ name }) => name)).toEqual(['severe_downturn', 'baseline'])
    for (const { value, standardError, originalError, holds } of found.confirmed!) {
      expect(holds).toBe(true)
      expect(standardError! / originalError!).toBeGreaterThan(0.3)
      expect(standardError! / originalError!).toBeLessThan(3)
      // 3.9 standard errors at 19 degrees: a false alarm in 1,000
      expect(value!).toBeGreaterThan(-3.9 * Math.hypot(standardError!, originalError!))
    }
    expect(Math.abs(found.confirmed![0]!.value!)).toBeGreaterThan(1e-7)
  })

  test('is not confirmed where it falls short, nor is what has too few paths', async () => {
    const scenarios = study.scenarios.filter(({ id }) => id === 'baseline')
    const few = { ...study, simulation: { ...study.simulation, paths: 40 } }
    const simulated = await simulateCases(few, { scenarios })
    const [schedule] = study.schedules
    const cheap = { ...schedule!, rates: schedule!.rates!.map((rate) => rate - 0.02) }
    const goals = [expected('baseline'), worst('baseline', 0.9)]
    const confirmed = await confirm(simulated, cheap, { ...UNLIMITED, scenarios: goals })
    await simulated.close()
    expect(confirmed.map(({ holds }) => holds)).toEqual([false, null])
    expect(confirmed[0]!.value).toBeLessThan(-0.005)
    expect(confirmed[1]).toMatchObject({ name: 'baseline conditionalValueAtRisk', value: null, standardError: null })
  })

  test('has no schedule where there is none', async () => {
    const { optimised, schedule, confirmed } = await optimiseStudy(
      { ...study, optimise: { ...study.optimise, maximumRate: 0.05 } },
      { confirm: true },
    )
    expect(optimised.status).toBe('infeasible')
    expect(schedule).toBeNull()
    expect(confirmed).toBeNull()
  })
})

test('another seed gives the same book other futures, factors among them', async () => {
  const scenarios = study.scenarios.filter(({ id }) => id === 'baseline')
  const lln = { ...study, simulation: { ...study.simulation, fidelity: 'lln' as const, paths: 40 } }
  const simulated = await simulateCases(lln, { scenarios })
  const again = await simulated.simulateIn(scenarios[0]!, { ...lln.simulation, seed: 'other' })
  const same = await simulated.simulateIn(scenarios[0]!, lln.simulation)
  await simulated.close()
  const [own, other] = [simulated.cases[0]!.cube, again.cube]
  expect(same.cube.loss).toEqual(own.loss)
  expect(other.openingExposure).toBe(own.openingExposure)
  // means given the factors: nothing but the factors can differ
  expect(own.loss.some((loss, p) => Math.abs(loss - other.loss[p]!) > 1e-6 * loss)).toBe(true)
  expect(judge(again.inputs(study.schedules[0]!)).figures.balance).toBeGreaterThan(0)
})
