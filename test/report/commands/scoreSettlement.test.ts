import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import golden from '../../golden/settlement.json' with { type: 'json' }
import { sound } from '../../models/settlement/settlementCard.ts'
import { yieldcover } from '../yieldcover.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settlement-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function score(rows: readonly object[], ...args: readonly string[]) {
  await writeFile(join(folder, 'rows.json'), JSON.stringify(rows))
  return yieldcover(folder, 'score', 'settlement', 'rows.json', ...args)
}

describe('yieldcover score settlement', () => {
  test('gives the reference figures as JSON and nothing else, in the order of the file', async () => {
    const { code, stdout, stderr } = await score(golden.vectors, '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const results = JSON.parse(stdout) as Record<string, number>[]
    expect(results).toHaveLength(golden.vectors.length)
    for (const [i, { expected }] of golden.vectors.entries()) {
      expect(Object.keys(results[i]!)).toEqual(Object.keys(expected))
      for (const [name, value] of Object.entries(expected))
        expect(Math.abs(results[i]![name]! - value), name).toBeLessThanOrEqual(1e-9)
    }
  })

  test('says what negative situations make of the index where a row has figures of theirs', async () => {
    const { stdout } = await score([golden.vectors[0]!.inputs, { ...sound, sameDayTurnover: 600 }], '--json')
    const [plain, capped] = JSON.parse(stdout) as object[]
    expect(plain).not.toHaveProperty('flags')
    expect(capped).toEqual({ ...plain, cappedIndex: 59, flags: ['roundTrip'], band: 'low' })
  })

  test('prints a table of parts, index, band, level and negative situations', async () => {
    const { code, stdout } = await score([sound, { ...sound, sameDayTurnover: 600 }])
    expect(code).toBe(0)
    expect(stdout).toMatch(/│ 1 │ 0\.9167 │\s+1 │\s+0\.8883 │ 94\.17 │\s+94\.17 │ high │\s+2 │\s+│/)
    expect(stdout).toMatch(/│ 2 │ 0\.9167 │\s+1 │\s+0\.8883 │ 94\.17 │\s+59\.00 │ low  │\s+8 │ roundTrip\s+│/)
  })

  test('--explain says in words why, and with --json beside the figures', async () => {
    const { stdout } = await score([{ ...sound, sameDayTurnover: 600 }], '--explain')
    expect(stdout).toMatch(/^Applicant 1: score 59, level 8$/m)
    expect(stdout).toContain('1100 ÷ (0.6 × 2000) = 0.9167')
    expect(stdout).toContain('roundTrip: same-day turnover 600 is above 0.4 × gross turnover 1400: at most 59')
    const [told] = JSON.parse((await score([sound], '--explain', '--json')).stdout) as [Record<string, object>]
    expect(Object.keys(told)).toEqual(
      ['volume', 'retention', 'sincerity', 'index', 'cappedIndex', 'flags', 'band', 'explanation'], // prettier-ignore
    )
    expect(told['explanation']).toHaveProperty('rows.length', 3)
  })

  test('names every bad figure with line and column, and exits with 2', async () => {
    const { depositNorm: _, ...incomplete } = sound
    const { code, stdout, stderr } = await score([{ ...incomplete, loanShare: 2 }], '--json')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^rows\.json:1:\d+ \[0\]\.loanShare must be a number in \(0, 1\], got 2$/),
      expect.stringMatching(/^rows\.json:1:2 \[0\]\.depositNorm is missing, must be a number > 0$/),
    ])
  })
})
