import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScenarioDemand } from '../../../models/demand/scenarioDemand.ts'
import { yieldcover } from '../yieldcover.ts'

const STUDY = `
extends: committee
books: [{ extends: small-firms, id: tiny, size: { loans: 200 } }]
scenarios: [baseline]
simulation: { paths: 100, seed: tiny, horizonMonths: 12 }
lawOfLargeNumbers: null
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yieldcover-'))
  await writeFile(join(folder, 'tiny.yaml'), STUDY)
  await writeFile(join(folder, 'own.yaml'), `${STUDY}demand: {}\n`)
  await writeFile(join(folder, 'two.yaml'), `${STUDY}schedules: [2021-big, 2021-local]\n`)
})
afterAll(() => rm(folder, { recursive: true }))

describe('yieldcover price --demand', { timeout: 120_000 }, () => {
  test('weighs all applicants and draws who takes the loan, by the default demand where the study has none', async () => {
    const { code, stdout, stderr } = await yieldcover(folder, 'price', 'tiny.yaml', '--demand', '--json')
    expect(code, stderr).toBe(0)
    const [entry] = JSON.parse(stdout) as { scenario: string; drawn: { loans: number }; weighed: ScenarioDemand }[]
    expect(entry!.scenario).toBe('baseline')
    expect(entry!.weighed.offered.loans).toBe(200)
    expect(entry!.drawn.loans).toBeLessThan(200)
    expect(entry!.weighed.curve.map(({ shift }) => shift)).toContain(0.06)
  })

  test('prints a row every 50 basis points, and what follows', async () => {
    const { code, stdout, stderr } = await yieldcover(folder, 'price', 'tiny.yaml', '--demand', '--lang', 'zh')
    expect(code, stderr).toBe(0)
    expect(stdout.match(/ bp +│ +[\d.]+%/g)).toHaveLength(17)
    expect(stdout).toContain('平均真实违约概率')
    expect(stdout).toContain('是本工具的假设（默认需求）：研究文件未自行设定')
    const own = await yieldcover(folder, 'price', 'own.yaml', '--demand')
    expect(own.stdout).toContain('is an assumption of the study (demand)')
  })

  test('is refused with several schedules, and beside other questions', async () => {
    const two = await yieldcover(folder, 'price', 'two.yaml', '--demand')
    expect(two).toMatchObject({ code: 2, stdout: '' })
    expect(two.stderr).toContain('book tiny: demand needs one schedule, got 2')
    const both = await yieldcover(folder, 'price', 'tiny.yaml', '--demand', '--kinds')
    expect(both.code).toBe(2)
    expect(both.stderr).toContain('cannot be used with')
  })
})
