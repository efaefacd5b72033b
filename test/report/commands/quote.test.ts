import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import golden from '../../golden/pricing.json' with { type: 'json' }
import { yieldcover } from '../yieldcover.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quote-'))
})
afterAll(() => rm(folder, { recursive: true }))

const write = (name: string, value: unknown) =>
  writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))

const quote = (...args: readonly string[]) => yieldcover(folder, 'quote', ...args)

const INPUTS = golden.vectors.map(({ inputs }) => inputs)

function expectGolden(stdout: string): void {
  const results = JSON.parse(stdout) as Record<string, number>[]
  expect(results).toHaveLength(golden.vectors.length)
  for (const [i, { expected }] of golden.vectors.entries())
    for (const [name, value] of Object.entries(expected))
      expect(results[i]![name], `${i} ${name}`).toBeCloseTo(value, 9)
}

describe('yieldcover quote', () => {
  test('gives the golden build-ups as JSON, in the order of the file', async () => {
    await write('golden.json', INPUTS)
    const { code, stdout, stderr } = await quote('income-covers-risk', 'golden.json', '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expectGolden(stdout)
  })

  test('reads the same loans from CSV', async () => {
    const rows = [Object.keys(INPUTS[0]!), ...INPUTS.map((inputs) => Object.values(inputs))]
    await write('golden.csv', rows.map((row) => row.join(',')).join('\n'))
    const { code, stdout } = await quote('income-covers-risk', 'golden.csv', '--json')
    expect(code).toBe(0)
    expectGolden(stdout)
  })

  test('takes cost parameters from the schedule, unless the loan states its own', async () => {
    await write('costs.yaml', 'extends: income-covers-risk\ncosts: { variableCost: 0.01, fixedCost: 0 }\n')
    await write('loans.json', [
      { balance: 100, pd: 0, lgd: 0 },
      { balance: 100, pd: 0, lgd: 0, variableCost: 0.02 },
    ])
    const { code, stdout } = await quote('./costs.yaml', 'loans.json', '--json')
    expect(code).toBe(0)
    expect((JSON.parse(stdout) as { operatingCost: number }[]).map((one) => one.operatingCost)).toEqual([0.01, 0.02])
  })

  test('counts no cross income under a schedule that counts none', async () => {
    await write('bare.yaml', 'extends: income-covers-risk\ncrossIncome: none\n')
    await write('loans.json', [{ balance: 100, pd: 0.03, lgd: 0.45, averageDeposit: 50, fees: 1, ownerAum: 100 }])
    const bare = await quote('./bare.yaml', 'loans.json', '--json')
    const observed = await quote('income-covers-risk', 'loans.json', '--json')
    const crossIncome = ({ stdout }: { stdout: string }) =>
      (JSON.parse(stdout) as { crossIncome: number }[])[0]!.crossIncome
    expect(crossIncome(bare)).toBe(0)
    expect(crossIncome(observed)).toBeGreaterThan(0.01)
  })

  test('prints the whole build-up in percent', async () => {
    await write('golden.json', INPUTS)
    const { code, stdout } = await quote('income-covers-risk', 'golden.json')
    expect(code).toBe(0)
    expect(stdout).toMatch(/1\.90%.*1\.20%.*1\.35%.*1\.01%.*0\.00%.*0\.00%.*5\.46%.*5\.54%.*0\.07%.*5\.61%/)
  })

  test('names every bad input with file, line and column, and exits with 2', async () => {
    await write(
      'bad.json',
      '[{"balance": 1, "pd": "x", "lgd": 2, "lgdd": 1},\n {"balance": -1, "pd": 0.1, "lgd": 0.1},\n {"pd": 0.1}]',
    )
    const { code, stdout, stderr } = await quote('income-covers-risk', 'bad.json', '--json')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.trimEnd().split('\n')).toEqual([
      'bad.json:1:23 [0].pd must be a number, got "x"',
      'bad.json:1:46 [0].lgdd unknown field "lgdd", did you mean "lgd"?',
      'bad.json:2:14 [1].balance must be > 0, got -1',
      'bad.json:3:2 [2].balance is required',
      'bad.json:3:2 [2].lgd is required',
    ])
  })

  test('exits with 2 on a schedule that is not there', async () => {
    await write('golden.json', INPUTS)
    const { code, stderr } = await quote('no-such', 'golden.json')
    expect(code).toBe(2)
    expect(stderr).toContain('no schedule "no-such"')
  })
})
