import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as library from '../../sim/index.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('the library', () => {
  test('exports its functions and its one error', () => {
    expect(Object.keys(library).toSorted()).toEqual([
      'InputError',
      'baselRiskWeight',
      'cgapRate',
      'conditionalDefaultProbability',
      'creditRiskPlus',
      'finiteBookQuantile',
      'granularityAdjustedQuantile',
      'herfindahl',
      'loadCard',
      'normalCdf',
      'normalQuantile',
      'raroc',
      'rateFloor',
      'readStudy',
      'runStudy',
      'scoreApplicant',
      'settlementIndex',
      'vasicekQuantile',
    ])
  })

  test('is found by the name of the package, by import and by require.resolve', () => {
    const program = `
      import { normalQuantile, loadCard } from 'yieldcover'
      console.log(normalQuantile(0.5), (await loadCard('citic-trade')).id)`
    const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
    expect(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })).toBe('0 citic-trade\n')
    expect(createRequire(import.meta.url).resolve('yieldcover')).toBe(
      fileURLToPath(new URL('../../sim/index.ts', import.meta.url)),
    )
  })
})
