import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import type { Check } from '../../../sim/validate/validate.ts'
import { startYieldcover, yieldcover } from '../yieldcover.ts'

test('validate --json reproduces every figure within a minute', { timeout: 120_000 }, async () => {
  const start = performance.now()
  const { code, stdout, stderr } = await yieldcover(tmpdir(), 'validate', '--json')
  expect(performance.now() - start).toBeLessThan(60_000)
  const checks = JSON.parse(stdout) as Check[]
  expect(checks.filter(({ pass }) => !pass)).toEqual([])
  expect(code).toBe(0)
  expect(stderr).toMatch(/groups/)
  expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length)
  for (const check of checks) {
    expect(Object.keys(check)).toEqual(['name', 'source', 'expected', 'actual', 'tolerance', 'pass'])
    // a tolerance as wide as the figure would let anything pass
    expect(check.tolerance, check.name).toBeLessThan(check.expected === 0 ? 0.001 : 0.25 * Math.abs(check.expected!))
    expect(check.source).not.toBe('')
  }
})

test('Ctrl-C stops it with 130', async () => {
  const { child, until, finished } = startYieldcover(tmpdir(), 'validate')
  await until('groups')
  child.kill('SIGINT')
  const { code, stderr } = await finished
  expect(code).toBe(130)
  expect(stderr).toMatch(/interrupted/)
})
