import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CrossSubsidy } from '../../models/pricing/crossSubsidy.ts'
import type { Summary } from '../../models/result.ts'
import { type Finished, startYieldcover, yieldcover } from './yieldcover.ts'

const STUDY = `
extends: committee
title: { en: Tiny study, zh: 小型研究 }
books: [{ extends: small-firms, id: tiny, size: { loans: 200 } }]
scenarios: [baseline, severe_downturn]
simulation: { paths: 200, seed: tiny }
`

let folder: string
let first: Finished
let runId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yieldcover-'))
  await writeFile(join(folder, 'tiny.yaml'), STUDY)
  first = await yieldcover(folder, 'run', 'tiny.yaml', '--workers', '2')
  runId = (await readdir(join(folder, 'runs')))[0] ?? 'none'
})
afterAll(() => rm(folder, { recursive: true }))

const summary = () => readFile(join(folder, 'runs', runId, 'summary.json'), 'utf8')

describe('yieldcover run', () => {
  test('answers in one line, then prints a row a scenario and where the run is', async () => {
    expect(first.code, first.stderr).toBe(0)
    const lines = first.stdout.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^Tiny study: .*covers.* 1 of 2 scenarios; Severe downturn is short by \d+ bp a year$/)
    expect(lines.find((line) => line.includes('│ Baseline '))).toMatch(/│ Covered .*│ +\+\d+ bp ± \d+ bp │/)
    expect(lines.find((line) => line.includes('│ Severe downturn '))).toMatch(/│ Not covered .*│ +−\d+ bp ± \d+ bp │/)
    expect(lines.at(-1)).toBe(`200 paths · Seed tiny · runs/${runId}`)
    const { results } = JSON.parse(await summary()) as Summary
    expect(results.map(({ scenario }) => scenario)).toEqual(['baseline', 'severe_downturn'])
  })

  test('shows progress and levers that are not simulated on stderr only', () => {
    expect(first.stderr).toMatch(/100 % \| (\d+)\/\1 paths/)
    expect(first.stderr).toMatch(
      /^note: 2 files have context that this version does not simulate \(.*\); the report of a run lists it$/m,
    )
    expect(first.stdout).not.toMatch(/paths \||note:/)
  })

  test('writes a complete run folder, and no other', async () => {
    expect(await readdir(join(folder, 'runs'))).toEqual([runId])
    expect((await readdir(join(folder, 'runs', runId))).toSorted()).toEqual([
      'cells.parquet',
      'comparisons.parquet',
      'contributions.parquet',
      'firms.parquet',
      'loans.parquet',
      'manifest.json',
      'paths.parquet',
      'report.html',
      'report.json',
      'summary.json',
    ])
  })

  test('repeats a manifest to the same bits on another number of workers; --json prints summary.json alone; --fail-on exits with 1', async () => {
    const manifest = join('runs', runId, 'manifest.json')
    const expected = await summary()
    const args = ['--json', '--workers', '1', '--out', 'again', '--fail-on', 'not-covered']
    const { code, stdout, stderr } = await yieldcover(folder, 'run', manifest, ...args)
    expect(stdout).toBe(expected)
    expect(await readFile(join(folder, 'again', runId, 'summary.json'), 'utf8')).toBe(expected)
    expect(stderr).toMatch(/^not covered: 1 of 2$/m)
    expect(code).toBe(1)
  })

  test('takes overrides, which give the run another id, and speaks Chinese', async () => {
    const args = ['--paths', '100', '--seed', 'other', '--correlation', 'none', '--lang', 'zh', '--out', 'zh']
    const { code, stdout } = await yieldcover(folder, 'run', 'tiny.yaml', ...args)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^小型研究：/)
    expect(stdout).toMatch(/│ 情景 .*│ 结论 .*│ +盈余 │/)
    expect(stdout).toMatch(/100条路径 · 随机种子 other · zh\/[0-9a-f]{12}\n$/)
    expect(await readdir(join(folder, 'zh'))).not.toContain(runId)
  })

  test('stopped by Ctrl-C before any scenario is finished leaves nothing, not even its folder, and exits with 130', async () => {
    const running = startYieldcover(folder, 'run', 'tiny.yaml', '--paths', '3000000', '--out', 'stopped')
    await running.until('preparing')
    running.child.kill('SIGINT')
    // a terminal and a launcher may both pass it on
    running.child.kill('SIGINT')
    const { code, stdout, stderr } = await running.finished
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
    expect(stderr).toMatch(/^interrupted: nothing was written$/m)
    expect(existsSync(join(folder, 'stopped'))).toBe(false)
  })

  test('--serve serves the report when the table is printed, until Ctrl-C', async () => {
    const running = startYieldcover(folder, 'run', 'tiny.yaml', '--serve', '--port', '0')
    await running.until('Ctrl-C')
    running.child.kill('SIGINT')
    const { code, stdout } = await running.finished
    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`│ Baseline [^]*runs/${runId}\\nReport: http://127.0.0.1:\\d+/runs/${runId} `))
  })
})

describe('yieldcover price', () => {
  test('gives offered, floor and required rate by cell and scenario as JSON', async () => {
    const { code, stdout } = await yieldcover(folder, 'price', 'tiny.yaml', '--json')
    expect(code).toBe(0)
    const { results } = JSON.parse(await summary()) as Summary
    const expected = results.map(({ scenario, cells }) => ({
      scenario,
      cells: cells.map(({ cell, offeredRate, floorRate, requiredRate, gap }) => ({
        cell,
        offeredRate,
        floorRate,
        requiredRate,
        gap,
      })),
    }))
    const printed = JSON.parse(stdout) as (object & { crossSubsidy: CrossSubsidy })[]
    expect(printed).toMatchObject(expected)
    for (const [i, { parallelShift, cells, standardErrors }] of results.entries()) {
      expect(printed[i]).toMatchObject({
        parallelShift: { ...parallelShift, level: 0.95 },
        standardErrors: { parallelShift: standardErrors['parallelShift'] },
      })
      const { net } = printed[i]!.crossSubsidy
      expect(net).toBeCloseTo(
        cells.reduce((sum, { balance, gap }) => sum + balance * gap!, 0),
        8,
      )
    }
  })

  test('gives the shift to another coverage probability', async () => {
    const { stdout } = await yieldcover(folder, 'price', 'tiny.yaml', '--json', '--probability', '.6')
    const [own] = JSON.parse(stdout) as { parallelShift: { ratio: number; probability: number; level: number } }[]
    const { results } = JSON.parse(await summary()) as Summary
    const { ratio, probability } = results[0]!.parallelShift
    expect(own!.parallelShift).toMatchObject({ ratio, level: 0.6 })
    expect(own!.parallelShift.probability).toBeLessThan(probability!)
  })

  test('holds the ways to price against each other without simulating', async () => {
    const { code, stdout, stderr } = await yieldcover(folder, 'price', 'tiny.yaml', '--kinds', '--json')
    expect(code).toBe(0)
    expect(stderr).not.toContain('paths')
    const [only] = JSON.parse(stdout) as { ways: { kind: string; portfolio: number }[] }[]
    expect(only!.ways.map(({ kind }) => kind)).toEqual(
      ['schedule', 'incomeCoversRisk', 'incomeCoversRisk', 'cgap', 'raroc', 'riskNeutral'], // prettier-ignore
    )
    const table = await yieldcover(folder, 'price', 'tiny.yaml', '--kinds', '--lang', 'zh')
    expect(table.stdout).toContain('同一批贷款')
  })

  test('prints a table a scenario, in percent and basis points with their errors, and what it would take', async () => {
    const { code, stdout } = await yieldcover(folder, 'price', 'tiny.yaml')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Baseline\n[^]*^Severe downturn\n/m)
    expect(stdout).toMatch(
      /│ Grade \d+, 6–12 months, home +│ +\d+ │ +\d\.\d\d% │ +\d\.\d\d% │ +\d\.\d\d% │ +[+−]\d+\.\d bp ± \d+\.\d bp │ +[+−]?[\d,]+ │/,
    )
    expect(stdout).toMatch(/^All rates together: [+−]\d+\.\d bp ± \d+\.\d bp to a coverage ratio of 1, /m)
    expect(stdout).toMatch(/^Cells above their required rate pay .* a year beyond it, cells below it lack /m)
  })
})

describe('yieldcover export', () => {
  test.each([
    ['html', ['report.html']],
    ['csv', ['cells.csv', 'comparisons.csv', 'contributions.csv', 'firms.csv', 'loans.csv', 'paths.csv']],
    [
      'parquet',
      [
        'cells.parquet',
        'comparisons.parquet',
        'contributions.parquet',
        'firms.parquet',
        'loans.parquet',
        'paths.parquet',
      ],
    ],
  ])('--to %s copies %s of a run', async (form, names) => {
    const { code, stdout } = await yieldcover(folder, 'export', runId, '--to', form, '--out', `as-${form}`)
    expect(code).toBe(0)
    const expected = names.map((name) => `${runId}-${name}`)
    expect(await readdir(join(folder, `as-${form}`))).toEqual(expected)
    expect(stdout).toBe(expected.map((name) => `${join(`as-${form}`, name)}\n`).join(''))
  })

  test('writes a row a path as CSV', async () => {
    await yieldcover(folder, 'export', join('runs', runId), '--to', 'csv', '--out', 'rows')
    const lines = (await readFile(join(folder, 'rows', `${runId}-paths.csv`), 'utf8')).trimEnd().split('\n')
    expect(lines[0]).toMatch(/scenario.*loss.*surplus/)
    expect(lines).toHaveLength(1 + 2 * 200)
  })

  test('exits with 2 for a run that is not there', async () => {
    const { code, stderr } = await yieldcover(folder, 'export', 'none', '--to', 'csv')
    expect(code).toBe(2)
    expect(stderr).toMatch(/no finished run "none"/)
  })
})

describe('yieldcover serve', () => {
  test('serves finished runs on this machine until Ctrl-C, which is no error', async () => {
    const running = startYieldcover(folder, 'serve', '--port', '0')
    await running.until('Ctrl-C')
    running.child.kill('SIGINT')
    const { code, stdout } = await running.finished
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Report: http:\/\/127\.0\.0\.1:\d+\/ /)
  })

  test('answers with the report of a run', async () => {
    const running = startYieldcover(folder, 'serve', 'runs', '--port', '0')
    const address = await running.until(/http:\S+/)
    const response = await fetch(`${address}runs/${runId}`)
    const page = await response.text()
    running.child.kill('SIGTERM')
    await running.finished
    expect(response.status).toBe(200)
    expect(page).toContain('Tiny study')
  })

  test('exits with 2 when the port asked for is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await yieldcover(folder, 'serve', '--port', String(port))
    other.close()
    expect(code).toBe(2)
    expect(stderr).toContain(`port ${port} is taken`)
  })

  test('exits with 2 when there is no such folder', async () => {
    const { code, stderr } = await yieldcover(folder, 'serve', 'nowhere')
    expect(code).toBe(2)
    expect(stderr).toContain('no folder "nowhere"')
  })
})

describe('yieldcover schema', () => {
  test('prints the JSON Schema of one kind of file, or of all', async () => {
    const one = await yieldcover(folder, 'schema', 'scenario')
    const all = await yieldcover(folder, 'schema')
    expect([one.code, all.code]).toEqual([0, 0])
    const schemas = JSON.parse(all.stdout) as Record<string, unknown>
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['book', 'strategy', 'schedule', 'scenario', 'study']))
    expect(JSON.parse(one.stdout)).toEqual(schemas['scenario'])
    expect(one.stdout).toContain('"pdMultiple"')
  })
})

describe('the command line', { concurrent: true }, () => {
  test('lists exactly the commands that are built, and the exit codes', async () => {
    const { code, stdout } = await yieldcover(folder, '--help')
    expect(code).toBe(0)
    const listed = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)
    expect(listed).toEqual([
      'run',
      'serve',
      'score',
      'quote',
      'price',
      'reverse',
      'optimise',
      'validate',
      'export',
      'schema',
      'help',
    ])
    expect(stdout).toMatch(/\nExit codes: 0 done, 1 a check .*, 2 bad input .*, 70 a defect .*, 130 interrupted\.\n$/)
  })

  test.each([
    [[], /Usage: yieldcover/],
    [['calibrate'], /unknown command 'calibrate'/],
    [['toString'], /unknown command 'toString'/],
    [['run'], /missing required argument 'study'/],
    [['run', 'tiny.yaml', '--fidelity', 'quick'], /'quick' is invalid. Allowed choices are exact, clt, lln/],
    [['run', 'tiny.yaml', '--target-error', '0'], /'0' is invalid. It must be a number > 0/],
    [['price', 'tiny.yaml', '--target-error', '1bp'], /'1bp' is invalid. It must be a number > 0/],
    [['price', 'tiny.yaml', '--probability', '1'], /'1' is invalid. It must be a number above 0 and below 1/],
    [['price', 'tiny.yaml', '--kinds', '--explain', '1'], /'--kinds' cannot be used with option '--explain <firm>'/],
    [['run', 'tiny.yaml', '--paths', '1e3'], /'1e3' is invalid. It must be a whole number from 1/],
    [['run', 'tiny.yaml', '--workers', '0'], /must be a whole number in 1\.\.256/],
    [['run', 'tiny.yaml', '--out', 'tiny.yaml'], /--out: cannot write to tiny.yaml/],
    [['run', 'nosuch'], /no study "nosuch"/],
    [['export', 'x', '--to', 'doc'], /'doc' is invalid. Allowed choices are html, pdf, csv, parquet, svg, png/],
    [['serve', '--port', '70000'], /must be a whole number in 0\.\.65535/],
  ])('refuses %j with exit code 2, on stderr', async (args, message) => {
    const { code, stdout, stderr } = await yieldcover(folder, ...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })

  test('names file, line and column of what is wrong in a study', async () => {
    await writeFile(join(folder, 'bad.yaml'), 'extends: tiny.yaml\nsimulation: { pathz: 10 }\n')
    const { code, stdout, stderr } = await yieldcover(folder, 'run', 'bad.yaml')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^bad\.yaml:2:15 simulation.* unknown field "pathz", did you mean "paths"\?\n$/)
  })

  const old = oldNode()
  test.skipIf(old === null)('starts itself again on the Node it brings where the machine has an older one', () => {
    const bin = join(import.meta.dirname, '..', '..', 'report', 'bin.js')
    expect(execFileSync(old!, [bin, '--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

/** A Node on the path that is too old for this program, or null. */
function oldNode(): string | null {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((place) => join(place, 'node'))
  const isOld = (node: string) =>
    existsSync(node) &&
    Number(execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).split('.')[0]) < 22
  return places.find(isOld) ?? null
}
