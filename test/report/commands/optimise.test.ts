import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSchedule } from '../../../scenarios/index.ts'
import { yieldcover } from '../yieldcover.ts'

const STUDY = `
extends: committee
books: [{ extends: small-firms, id: little, size: { loans: 300 } }]
schedules: [2021-big, income-covers-risk]
scenarios: [baseline, severe_downturn]
simulation: { paths: 200, seed: little }
lawOfLargeNumbers: null
optimise:
  scenarios:
    - { scenario: severe_downturn }
    - { scenario: baseline, coverage: conditionalValueAtRisk, level: 0.9 }
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yieldcover-'))
  await writeFile(join(folder, 'little.yaml'), STUDY)
  await writeFile(join(folder, 'capped.yaml'), `${STUDY}  maximumRate: 0.055\n`)
})
afterAll(() => rm(folder, { recursive: true }))

const optimise = (study: string, ...args: string[]) => yieldcover(folder, 'optimise', study, ...args)

interface Printed {
  readonly schedule: readonly { readonly cell: string; readonly from: number; readonly rate: number }[]
  readonly shadowPrices: readonly { readonly constraint: string; readonly words: Readonly<Record<string, string>> }[]
  readonly conflicts: readonly { readonly constraint: string; readonly words: Readonly<Record<string, string>> }[]
}

describe('yieldcover optimise', { timeout: 120_000 }, () => {
  test('prints what it found as JSON, confirmed by another seed', async () => {
    const { code, stdout, stderr } = await optimise('little.yaml', '--json', '--confirm')
    expect(code, stderr).toBe(0)
    const printed = JSON.parse(stdout) as Printed
    expect(printed).toMatchObject({
      status: 'optimal',
      scenarios: [
        { scenario: 'severe_downturn', coverage: 'expected', binding: true },
        { scenario: 'baseline', coverage: 'conditionalValueAtRisk', level: 0.9 },
      ],
      cost: { distance: expect.any(Number) as number },
      crossSubsidy: { largest: expect.any(Number) as number },
      comparison: ['today', 'nearest', 'rounded', 'uniform', 'byExpectedLoss', 'cheapest'].map((name) => ({ name })),
      conflicts: [],
      confirmed: [
        { name: 'severe_downturn', holds: true },
        { name: 'baseline', holds: true },
      ],
    })
    expect(printed).toHaveProperty('binding', expect.arrayContaining(['severe_downturn']))
    expect(printed.schedule.every(({ rate, from }) => rate > from)).toBe(true)
    const [price] = printed.shadowPrices
    expect(price!.constraint).toBe('severe_downturn')
    expect(price!.words['en']).toMatch(
      /^Severe downturn binds: 1 bp of surplus less asked for would bring the rates at most \d\.\d bp nearer$/,
    )
    expect(price!.words['zh']).toMatch(/^“重度下行”起约束作用：盈余要求降低1 bp，利率最多可靠近\d\.\d bp$/)
  })

  test('writes the schedule to a new file, which covers, and never over another', async () => {
    const { code, stdout, stderr } = await optimise('little.yaml', '--out-schedule', 'new.yaml')
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/The nearest schedule that meets every goal, in whole basis points: \d+ cells change, by /)
    expect(stdout).toContain('The goals of the study (optimise.scenarios).')
    expect(stdout).toMatch(/Severe downturn +│ coverage ratio ≥ 1 +│ +0\.\d\d +│ +1\.00 │ yes/)
    expect(stdout).toContain('Other ways to the same goals')
    const file = join(folder, 'new.yaml')
    const { rates, cap } = await readSchedule(file)
    expect(rates!.every((rate) => rate <= cap && Number.isInteger(Number((rate * 1e4).toFixed(6))))).toBe(true)
    const again = await yieldcover(folder, 'optimise', 'little.yaml', '--json')
    const { schedule } = JSON.parse(again.stdout) as Printed
    expect(schedule.length).toBeGreaterThan(20)

    const study = STUDY.replace('2021-big, income-covers-risk', './new.yaml')
    await writeFile(join(folder, 'covered.yaml'), study)
    const covered = await optimise('covered.yaml')
    expect(covered.stdout).toContain('Today’s rates meet every goal and limit: nothing has to change')

    const before = await readFile(file, 'utf8')
    expect(before).toMatch(/^# Found by: yieldcover optimise little\.yaml --paths \d+ --seed \S+\n/)
    const refused = await optimise('little.yaml', '--out-schedule', 'new.yaml')
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('--out-schedule: new.yaml exists already')
    expect(await readFile(file, 'utf8')).toBe(before)
    const nowhere = await optimise('little.yaml', '--out-schedule', 'no/such/folder.yaml')
    expect(nowhere.code).toBe(2)
    expect(await readdir(folder)).not.toContainEqual(expect.stringContaining('partial'))
  })

  test('starts from a schedule of the study by id, in Chinese', async () => {
    const { code, stdout } = await optimise('little.yaml', '--schedule', 'income-covers-risk', '--lang', 'zh')
    expect(code).toBe(0)
    expect(stdout).toContain('达到同样目标的其他做法')
    const unknown = await optimise('little.yaml', '--schedule', '2018-big')
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toContain('--schedule: must be one of 2021-big, income-covers-risk, got 2018-big')
  })

  test('exits 1 with the constraints that conflict, and by how much', async () => {
    const { code, stdout, stderr } = await optimise('capped.yaml', '--json', '--out-schedule', 'never.yaml')
    expect(code).toBe(1)
    expect(stderr).toContain('No schedule meets every goal and limit')
    const printed = JSON.parse(stdout) as Printed
    expect(printed).toMatchObject({ status: 'infeasible', cost: null, crossSubsidy: null, schedule: [], binding: [] })
    expect(printed.conflicts.map(({ constraint }) => constraint)).toContain('maximumRate')
    expect(printed.conflicts.find(({ constraint }) => constraint === 'severe_downturn')!.words['en']).toMatch(
      /^in Severe downturn a surplus \d+\.\d bp lower \(CNY [\d.]+ m a year\)$/,
    )
    expect(await readdir(folder)).not.toContain('never.yaml')
    const told = await optimise('capped.yaml')
    expect(told.stdout).toMatch(/- a highest rate \d+\.\d bp higher/)
    const inChinese = await optimise('capped.yaml', '--lang', 'zh')
    expect(inChinese.stderr.trim().split('\n').at(-1)).toBe('没有任何利率表能同时满足全部目标和限制')
  })

  test('refuses worst paths where a path is a distribution', async () => {
    const { code, stderr } = await optimise('little.yaml', '--fidelity', 'clt')
    expect(code).toBe(2)
    expect(stderr).toContain('error: goal baseline by conditionalValueAtRisk needs fidelity exact or lln, got clt')
  })
})
