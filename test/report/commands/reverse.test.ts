import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SHOCK_IDS } from '../../../sim/reverse/shocks/index.ts'
import { yieldcover } from '../yieldcover.ts'

const STUDY = `
extends: committee
books: [{ extends: small-firms, id: tiny, size: { loans: 150 } }]
scenarios: [baseline, severe_downturn]
simulation: { paths: 100, seed: tiny, horizonMonths: 12 }
lawOfLargeNumbers: null
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yieldcover-'))
  await writeFile(join(folder, 'tiny.yaml'), STUDY)
})
afterAll(() => rm(folder, { recursive: true }))

const reverse = (...args: string[]) => yieldcover(folder, 'reverse', 'tiny.yaml', ...args)

describe('yieldcover reverse', { timeout: 120_000 }, () => {
  test('prints one object, whose root drawn defaults confirm', async () => {
    const { code, stdout, stderr } = await reverse('--shock', 'funding', '--json', '--scenario', 'severe_downturn')
    expect(code, stderr).toBe(0)
    const reversal = JSON.parse(stdout) as Record<string, unknown>
    expect(Object.keys(reversal)).toEqual([
      'shock', 'scenario', 'measure', 'level', 'root', 'standardError', 'confirmed', 'fidelity',
    ]) // prettier-ignore
    expect(reversal).toMatchObject({
      shock: 'funding',
      scenario: 'severe_downturn',
      measure: 'ratio',
      level: 1,
      fidelity: 'exact',
      confirmed: { value: expect.closeTo(1, 9) as number, paths: 100, holds: true },
    })
    expect(reversal['root']).toBeTypeOf('number')
  })

  test('says that there is no root, and why, and is done', async () => {
    const { code, stdout } = await reverse('--shock', 'depositVolume', '--measure', 'probability', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      measure: 'probability',
      level: 0.95,
      root: null,
      standardError: null,
      confirmed: null,
      reason: 'not covered at any size from −100.0% to +100.0%',
    })
  })

  test.each([
    ['en', 'Baseline: how far each shock may go until the coverage ratio is 1, on top of the scenario', 'Funding rate'],
    ['zh', '基准：在情景之上，各冲击达到多大时覆盖率为1', '资金成本变动'],
  ])('prints a table in %s with a row a shock', async (lang, heading, row) => {
    const { code, stdout, stderr } = await reverse('--shock', 'all', '--lang', lang)
    expect(code, stderr).toBe(0)
    const lines = stdout.split('\n')
    expect(lines[0]).toBe(heading)
    expect(lines.filter((line) => line.startsWith('│'))).toHaveLength(1 + SHOCK_IDS.length)
    expect(stdout).toContain(row)
  })

  test.each([
    [['--shock', 'pdMultipel'], 'error: --shock: unknown shock "pdMultipel", did you mean "pdMultiple"?'],
    [['--shock', 'weather'], /^error: --shock: unknown shock "weather", allowed: all, assetCorrelation, /],
    [['--shock', 'lgd', '--scenario', 'fair'], 'error: --scenario: must be one of baseline, severe_downturn, got fair'],
    [
      ['--shock', 'lgd', '--measure', 'probability', '--level', '1'],
      'error: --level: must be < 1 for a probability, got 1',
    ],
    [
      ['--shock', 'factorMean', '--scenario', 'severe_downturn'],
      'error: shock factorMean: the scenario has a PD multiple other than 1: a shift of the factor would shift the same default rate twice',
    ],
    [[], /^error: required option '--shock <name>' not specified/],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await reverse(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    const told = stderr.slice(stderr.indexOf('error:')).trimEnd()
    if (typeof message === 'string') expect(told).toBe(message)
    else expect(told).toMatch(message)
  })
})
