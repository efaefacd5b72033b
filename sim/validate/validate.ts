import { setImmediate } from 'node:timers/promises'
import { Pool } from '../engine/pool.ts'
import { simulate } from '../simulate.ts'
import type { Progress } from '../types.ts'
import type { Family, Run } from './family.ts'
import { FAMILIES } from './index.ts'
import { agrees } from './row.ts'
import { scenarioOf } from './testBook.ts'

/** A row with its outcome. Figures are null where they could not be had, which is a miss. */
export interface Check {
  readonly name: string
  readonly source: string
  readonly expected: number | null
  readonly actual: number | null
  readonly tolerance: number | null
  readonly pass: boolean
}

export interface ValidateOptions {
  /** Worker threads; default the machine's cores, at most 8. Never changes a figure. */
  readonly workers?: number | undefined
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/**
 * Holds formulas and engine against published and exact figures.
 *
 * A family whose formulas throw is one row that missed, so that the others still report.
 *
 * @returns every row, in the families' order
 * @throws the signal's reason when it aborts
 */
export async function validate({ workers, onProgress, signal }: ValidateOptions = {}): Promise<readonly Check[]> {
  const pool = new Pool(workers)
  const run: Run = async ({ simulated, settings, factors }, scenario = scenarioOf({})) => {
    const options = { pool, onPaths: () => undefined, signal }
    const [cube] = await simulate(simulated, scenario, settings, factors, options)
    return cube!
  }
  const checks: Check[] = []
  try {
    for (const [done, family] of FAMILIES.entries()) {
      onProgress?.({ stage: { en: family.title }, unit: 'groups', done, total: FAMILIES.length })
      // lets a signal and the progress bar through between families that compute in one go
      await setImmediate()
      signal?.throwIfAborted()
      checks.push(...(await checksOf(family, run, signal)))
    }
    onProgress?.({ stage: { en: 'done' }, unit: 'groups', done: FAMILIES.length, total: FAMILIES.length })
    return checks
  } finally {
    await pool.close()
  }
}

async function checksOf(family: Family, run: Run, signal: AbortSignal | undefined): Promise<readonly Check[]> {
  try {
    return (await family.rows(run)).map((row) => ({ ...row, pass: agrees(row) }))
  } catch (error) {
    signal?.throwIfAborted()
    const message = error instanceof Error ? error.message : String(error)
    return [{ name: family.title, source: message, expected: null, actual: null, tolerance: null, pass: false }]
  }
}
