import { afterAll, beforeAll, expect, test } from 'vitest'
import { coverage } from '../../../models/judge/coverage.ts'
import { judge } from '../../../models/judge/judge.ts'
import type { JudgeInputs } from '../../../models/judge/judgement.ts'
import type { Scenario } from '../../../models/scenario.ts'
import type { Study } from '../../../models/study.ts'
import { readStudy } from '../../../scenarios/index.ts'
import { simulateCases } from '../../../sim/cases.ts'
import type { SimulatedCases } from '../../../sim/cases.ts'

let cases: SimulatedCases
let study: Study

beforeAll(async () => {
  const committee = await readStudy('committee', { paths: 200 })
  const books = committee.books.map((book) => (book.kind === 'synthetic' ? { ...book, size: { loans: 200 } } : book))
  study = { ...committee, books }
  cases = await simulateCases(study, { scenarios: [study.scenarios[0]!] })
})

afterAll(() => cases.close())

async function inputsOf(fidelity: 'exact' | 'lln' | 'clt', scenario: Scenario): Promise<JudgeInputs> {
  const outcomes = await cases.simulateIn(scenario, { ...study.simulation, fidelity })
  return outcomes.inputs(study.schedules[0]!)
}

test.each(['exact', 'lln', 'clt'] as const)('coverage in fidelity %s is that of the judgement', async (fidelity) => {
  const inputs = await inputsOf(fidelity, study.scenarios[3]!)
  const { figures, standardErrors } = judge(inputs)
  const { coverageRatio, coverageProbability } = figures
  expect(coverage(inputs, 'ratio', 1)).toMatchObject({
    value: coverageRatio,
    standardError: standardErrors['coverageRatio'],
  })
  expect(coverage(inputs, 'probability', 0.9)).toMatchObject({
    value: coverageProbability,
    standardError: standardErrors['coverageProbability'],
    margin: { value: coverageProbability - 0.9 },
  })
})

test('the margin of the ratio is 0 at the level of the ratio itself, and falls by the loss rate with the level', async () => {
  const inputs = await inputsOf('exact', study.scenarios[0]!)
  const { value, margin } = coverage(inputs, 'ratio', 1)
  expect(margin.value).toBeGreaterThan(0)
  expect(coverage(inputs, 'ratio', value!).margin.value).toBeCloseTo(0, 12)
  const lossRate = judge(inputs).figures.lossRate.mean
  expect(margin.value - coverage(inputs, 'ratio', 2).margin.value).toBeCloseTo(lossRate, 12)
})

test('without any loss there is no ratio, and a margin all the same', async () => {
  const [scenario] = study.scenarios
  const lgdAdd = { residential: [-1], commercial: [-1], movable: [-1], guarantee: [-1], unsecured: [-1] }
  const inputs = await inputsOf('exact', { ...scenario!, shocks: { ...scenario!.shocks, lgdAdd } })
  const { value, standardError, margin } = coverage(inputs, 'ratio', 1)
  expect({ value, standardError }).toEqual({ value: null, standardError: null })
  expect(margin.value).toBeGreaterThan(0)
})
