import { expect, test } from 'vitest'
import { readStudy } from '../../scenarios/index.ts'
import { runId } from '../../sim/runId.ts'

test('a run id is 12 hex digits that every figure-changing setting changes, and nothing else', async () => {
  const study = await readStudy('committee')
  const id = runId(study)
  expect(id).toMatch(/^[0-9a-f]{12}$/)
  const changed = await Promise.all(
    [{ paths: 5000 }, { seed: 'other' }, { correlation: 'none' as const }].map((overrides) =>
      readStudy('committee', overrides),
    ),
  )
  expect(new Set([id, ...changed.map(runId)]).size).toBe(4)

  const backwards = Object.fromEntries(Object.entries(study).reverse()) as unknown as typeof study
  expect(runId(backwards)).toBe(id)
  expect(runId({ ...study, notices: [], inputs: { 'elsewhere/committee.yaml': 'abc' } })).toBe(id)
  expect(runId({ ...study, inputs: { 'tape.csv': 'abc' } })).not.toBe(id)
})
