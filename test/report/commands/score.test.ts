import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScoreResult } from '../../../models/scorecard/scoreResult.ts'
import golden from '../../golden/scorecard.json' with { type: 'json' }
import { yieldcover } from '../yieldcover.ts'

type Vector = (typeof golden.vectors)[number]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-'))
})
afterAll(() => rm(folder, { recursive: true }))

const write = (name: string, value: unknown) =>
  writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))

const score = (...args: readonly string[]) => yieldcover(folder, 'score', 'citic-trade', ...args)

/** Vectors that share their options: one command line each. */
function byOptions(): [options: string[], vectors: Vector[]][] {
  const keyOf = ({ options }: Vector): string => JSON.stringify(options)
  return [...new Set(golden.vectors.map(keyOf))].map((key) => [
    Object.entries(JSON.parse(key) as object).map(([name, value]) => `--option=${name}=${value}`),
    golden.vectors.filter((vector) => keyOf(vector) === key),
  ])
}

/** The golden figures of a result, to 1e-9. */
function expectGolden(result: ScoreResult | undefined, { expected }: Vector): void {
  for (const name of ['raw', 'deduction', 'score', 'level'] as const)
    expect(result?.[name], name).toBeCloseTo(expected[name], 9)
  for (const name of ['items', 'sections'] as const)
    for (const [id, value] of Object.entries(expected[name])) expect(result?.[name][id], id).toBeCloseTo(value, 9)
}

describe('yieldcover score', () => {
  test.each(byOptions())('%s gives the golden figures as JSON, in the order of the file', async (options, vectors) => {
    await write(
      'golden.json',
      vectors.map(({ applicant }) => applicant),
    )
    const { code, stdout, stderr } = await score('golden.json', '--json', ...options)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const results = JSON.parse(stdout) as ScoreResult[]
    expect(results).toHaveLength(vectors.length)
    for (const [i, vector] of vectors.entries()) expectGolden(results[i], vector)
  })

  test('reads the same applicants from CSV', async () => {
    const vector = golden.vectors[0]!
    const fields = Object.keys(vector.applicant)
    await write('a.csv', [fields.join(','), Object.values(vector.applicant).join(',')].join('\n'))
    const { code, stdout } = await score('a.csv', '--json')
    expect(code).toBe(0)
    expectGolden((JSON.parse(stdout) as ScoreResult[])[0], vector)
  })

  test('--explain names each item with its marks, and why', async () => {
    await write('one.json', [{ applicant: golden.vectors[0]!.applicant }])
    const { code, stdout } = await score('one.json', '--explain')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Applicant 1: score 82.7, level 3$/m)
    expect(stdout).toMatch(/quickRatio .* 0\.9 .* 0 .* 7 .*7 whole steps of 0\.15 below 2\.00/)
    expect(stdout).toMatch(/the cut of level 3/)
  })

  test('without --json prints a table of sections, score and level', async () => {
    await write('one.json', [golden.vectors[0]!.applicant])
    const { code, stdout } = await score('one.json')
    expect(code).toBe(0)
    expect(stdout).toMatch(/│ 1 │\s+18 │\s+10 │\s+12 │\s+27\.7 │\s+15 │\s+82\.7 │\s+0 │\s+82\.7 │\s+3 │/)
  })

  test('says which columns the card does not read, and which it may have meant', async () => {
    await write('extra.json', [{ ...golden.vectors[0]!.applicant, twoLossYear: true }])
    const { code, stderr } = await score('extra.json')
    expect([code, stderr.trimEnd()]).toEqual([
      0,
      'note: card citic-trade does not read "twoLossYear", did you mean "twoLossYears"?',
    ])
  })

  test('names every bad row with file, line and column, and exits with 2', async () => {
    const { location: _, ...incomplete } = golden.vectors[1]!.applicant
    const rows = [{ ...golden.vectors[0]!.applicant, debtRatio: 'x' }, incomplete]
    await write('bad.json', `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`)
    const { code, stdout, stderr } = await score('bad.json', '--json')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^bad\.json:2:\d+ \[0\]\.debtRatio must be .*, got "x"$/),
      expect.stringMatching(/^bad\.json:3:1 \[1\]\.location is missing/),
    ])
  })

  test.each([
    [['--option', 'partialSteps=half'], /partialSteps must be one of floor, ceil, linear, got "half"/],
    [['--option', 'rounding=floor'], /no option rounding, allowed: partialSteps/],
    [['--option', 'partialSteps'], /--option must be name=value/],
    [['--surprise'], /unknown option '--surprise'/],
  ])('exits with 2 on %s', async (args, message) => {
    await write('one.json', [golden.vectors[0]!.applicant])
    const { code, stdout, stderr } = await score('one.json', ...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})
