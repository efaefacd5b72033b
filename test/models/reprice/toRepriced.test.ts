import { expect, test } from 'vitest'
import { REPRICED, toRepriced } from '../../../models/reprice/toRepriced.ts'
import { conditionalDefaults, judged } from '../judge/cltBook.ts'
import { cubeOf } from '../judge/cubeOf.ts'

const cube = cubeOf(conditionalDefaults('picked', 400).means, null, 20)

test('an answer holds the figures of the judgement, and the error of each and of no other', () => {
  const judgement = judged(cube, [0.05, 0.06, 0.08])
  const answer = toRepriced('baseline', judgement)
  for (const name of REPRICED) expect(answer[name], name).toBe(judgement.figures[name])
  expect(Object.keys(answer.standardErrors)).toEqual([...REPRICED])
  expect(answer.standardErrors['surplus']).toBe(judgement.standardErrors['surplus'])
  expect(answer).toMatchObject({ scenario: 'baseline', tests: judgement.tests, verdict: judgement.verdict })
  expect(answer).not.toHaveProperty('lossRate')
})

test('the reasons are those of its own figures', () => {
  const ruinous = { ...cube, sums: { ...cube.sums, loss: cube.sums.loss.map((loss) => 1000 * loss) } }
  const judgement = judged(ruinous, [0.05, 0.06, 0.08])
  const { reasons, cells } = toRepriced('baseline', judgement)
  expect(judgement.reasons).toHaveProperty(['concentration.cluster'])
  expect(cells.map(({ requiredRate }) => requiredRate)).toEqual([null, null, null])
  const ofCells = cells.flatMap((_, c) => [`cells.${c}.requiredRate`, `cells.${c}.gap`])
  expect(Object.keys(reasons)).toEqual([...ofCells, 'tests.largestClusterShare'])
})
