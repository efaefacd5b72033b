import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Summary } from '../../../models/result.ts'
import { type Running, startYieldcover, yieldcover } from '../yieldcover.ts'

const STUDY = `
extends: committee
books: [{ extends: small-firms, id: tiny, size: { loans: 200 } }]
scenarios: [baseline, severe_downturn, benign]
simulation: { paths: 200, seed: tiny }
lawOfLargeNumbers: null
`

const RIVALS = `
extends: strategies
books: [{ extends: small-firms, id: tiny, size: { applicants: 400 } }]
strategies: [citic-trade, approve-all]
scenarios: [baseline, severe_downturn]
vary: { book.population: [1, 2] }
# Two populations leave little sure: Student's t with one degree of freedom.
verdict: { confidence: 0.5 }
simulation: { paths: 200, seed: tiny }
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yieldcover-'))
  await writeFile(join(folder, 'tiny.yaml'), STUDY)
  await writeFile(join(folder, 'rivals.yaml'), RIVALS)
  const simulation = 'simulation: { paths: 20, replicates: 2, seed: tiny, tail: { paths: 6000 } }'
  await writeFile(join(folder, 'few.yaml'), `extends: tiny.yaml\nscenarios: [baseline, benign]\n${simulation}\n`)
})
afterAll(() => rm(folder, { recursive: true }))

async function run(study: string, ...args: string[]): Promise<{ summary: Summary; stderr: string }> {
  const { code, stdout, stderr } = await yieldcover(folder, 'run', study, '--json', ...args)
  expect(code, stderr).toBe(0)
  return { summary: JSON.parse(stdout) as Summary, stderr }
}

describe('yieldcover run', { timeout: 120_000 }, () => {
  test.each(['clt', 'lln'])('--fidelity %s is what the results say', async (fidelity) => {
    const { summary } = await run('tiny.yaml', '--fidelity', fidelity, '--out', 'fidelities')
    expect(summary.results.map((result) => result.fidelity)).toEqual([fidelity, fidelity, fidelity])
  })

  test('--target-error doubles the replicates of each scenario until its mean surplus is that sure', async () => {
    const { summary: plain } = await run('tiny.yaml', '--out', 'sure')
    const errors = plain.results.map(({ standardErrors }) => Number(standardErrors['surplus']))
    const target = Math.max(...errors) / 2
    const { summary, stderr } = await run('tiny.yaml', '--out', 'sure', '--target-error', String(target))
    expect(summary.runId).not.toBe(plain.runId)
    for (const { paths, replicates, standardErrors, reasons } of summary.results) {
      expect(Number(standardErrors['surplus'])).toBeLessThanOrEqual(target)
      expect([20, 40, 80, 160]).toContain(replicates)
      expect(paths).toBe(10 * replicates)
      expect(reasons).not.toHaveProperty('targetError')
    }
    const worst = errors.indexOf(Math.max(...errors))
    expect(summary.results[worst]!.replicates).toBeGreaterThan(20)
    expect(stderr).not.toMatch(/^note: .*standard error/m)
  })

  test('--target-error that cannot be reached is told in the entry and on stderr, and the figures stand', async () => {
    const { summary, stderr } = await run('few.yaml', '--target-error', '1e-9', '--out', 'unsure')
    for (const { replicates, reasons } of summary.results) {
      expect(replicates).toBe(2)
      expect(reasons['targetError']).toMatch(
        /^a standard error of 1e-9 of the mean surplus was not reached: .* after 20 paths; it would take some /,
      )
    }
    expect(stderr).toMatch(/^note: Baseline: a standard error of 1e-9 .* was not reached/m)
    expect(stderr).toMatch(/^note: Benign: /m)
  })

  test('strategies over several populations have a table a scenario, and --fail-on looks at its rows', async () => {
    const { code, stdout, stderr } = await yieldcover(
      folder,
      'run',
      'rivals.yaml',
      '--no-serve',
      '--fail-on',
      'not-covered',
    )
    const rows = stdout.split('\n').filter((line) => /^│ (?:CITIC|Approve)/.test(line))
    expect(stdout.match(/^(?:Baseline|Severe downturn)$/gm)).toEqual(['Baseline', 'Severe downturn'])
    expect(rows).toHaveLength(4)
    const failed = rows.filter((row) => row.includes('Not covered')).length
    expect(failed).toBeGreaterThan(0)
    expect(code).toBe(1)
    expect(stderr).toContain(`not covered: ${failed} of 4`)
  })

  test('--tail adds a second sample, and leaves the figures of the first alone', async () => {
    const { summary: plain } = await run('tiny.yaml', '--out', 'tails')
    const { summary, stderr } = await run('tiny.yaml', '--out', 'tails', '--tail')
    expect(summary.runId).not.toBe(plain.runId)
    for (const [i, { tail, reasons, standardErrors, ...others }] of summary.results.entries()) {
      expect(plain.results[i]).not.toHaveProperty('tail')
      expect(plain.results[i]).toMatchObject(others)
      expect(tail!.expectedShortfall999).toBeGreaterThan(plain.results[i]!.lossRate.mean)
      expect(tail!.valueAtRisk999 === null).toBe('tail.valueAtRisk999' in reasons)
      expect(Object.keys(standardErrors['tail'] as object)).toEqual(Object.keys(tail!))
    }
    expect(stderr).toMatch(/6600\/6600 paths/)
  })

  test('a study may ask for a tail of its own size', async () => {
    const { stderr } = await run('few.yaml', '--out', 'sized')
    expect(stderr).toMatch(/12040\/12040 paths/)
  })

  test('paths that do not fill every replicate are rounded up, and that is told', async () => {
    const { summary, stderr } = await run('tiny.yaml', '--out', 'rounded', '--paths', '101')
    expect(stderr).toContain('note: 120 paths instead of 101: as many in each of 20 replicates')
    expect(summary.results[0]!.paths).toBe(120)
    expect((await run('tiny.yaml', '--out', 'rounded', '--paths', '120')).stderr).not.toContain('instead of')
  })

  test('a bad tape leaves no empty folder behind', async () => {
    await writeFile(join(folder, 'bad.yaml'), 'extends: sba-504\nbooks: [{ extends: sba-504, file: none.csv }]\n')
    const { code } = await yieldcover(folder, 'run', 'bad.yaml', '--out', join('deep', 'runs'))
    expect(code).toBe(2)
    expect(existsSync(join(folder, 'deep'))).toBe(false)
  })
})

describe('an interrupted run', { timeout: 120_000 }, () => {
  const STEPS = ['--paths', '40000', '--workers', '1']
  let expected: string
  beforeAll(async () => {
    const { code, stdout, stderr } = await yieldcover(folder, 'run', 'tiny.yaml', ...STEPS, '--json', '--out', 'whole')
    expect(code, stderr).toBe(0)
    expected = stdout
  })

  /** Starts the run and waits until its first scenario, of three, is finished. */
  async function startAndWait(out: string): Promise<Running> {
    const running = startYieldcover(folder, 'run', 'tiny.yaml', ...STEPS, '--json', '--out', out)
    const partial = join(folder, out, `.${(JSON.parse(expected) as Summary).runId}.partial`, 'checkpoints')
    while (!existsSync(join(partial, '0-0.bin'))) await setTimeout(5)
    return running
  }

  test('says after Ctrl-C how far it came, and the same command finishes it to the same bits', async () => {
    const running = await startAndWait('stopped')
    running.child.kill('SIGINT')
    const { code, stdout, stderr } = await running.finished
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
    expect(stderr).toMatch(
      /^interrupted: [12] of 3 simulations are finished and kept; the same command goes on from there$/m,
    )

    const again = await yieldcover(folder, 'run', 'tiny.yaml', ...STEPS, '--json', '--out', 'stopped')
    expect(again.code, again.stderr).toBe(0)
    expect(again.stdout).toBe(expected)
    expect(again.stderr).toMatch(/\/(40000|80000) paths/)
    expect(again.stderr).not.toMatch(/\/120000 paths/)
    const { runId } = JSON.parse(expected) as Summary
    expect(await readdir(join(folder, 'stopped'))).toEqual([runId])
    expect((await readdir(join(folder, 'stopped', runId))).toSorted()).toEqual(
      (await readdir(join(folder, 'whole', runId))).toSorted(),
    )
  })

  test('is finished to the same bits after a kill that it could not notice, on other workers', async () => {
    const running = await startAndWait('killed')
    running.child.kill('SIGKILL')
    await running.finished
    const args = ['--paths', '40000', '--workers', '2', '--json', '--out', 'killed']
    const again = await yieldcover(folder, 'run', 'tiny.yaml', ...args)
    expect(again.code, again.stderr).toBe(0)
    expect(again.stdout).toBe(expected)
    expect(again.stderr).not.toMatch(/\/120000 paths/)
  })

  test('starts over where its checkpoints are damaged', async () => {
    const running = await startAndWait('damaged')
    running.child.kill('SIGKILL')
    await running.finished
    const { runId } = JSON.parse(expected) as Summary
    const checkpoints = join(folder, 'damaged', `.${runId}.partial`, 'checkpoints')
    for (const name of await readdir(checkpoints)) {
      const bytes = await readFile(join(checkpoints, name))
      await writeFile(join(checkpoints, name), bytes.subarray(0, bytes.length / 2))
    }
    const again = await yieldcover(folder, 'run', 'tiny.yaml', ...STEPS, '--json', '--out', 'damaged')
    expect(again.stdout).toBe(expected)
    expect(again.stderr).toMatch(/\/120000 paths/)
  })
})
