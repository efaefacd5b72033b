/*
 *   study file ─ read ─▶ Study                                                      scenarios/readStudy
 *      book ──────── synthesise / read tape ─▶ Firms ─ originate ─▶ Loans           prepareBook
 *      scenario ──── simulate firms once, apply to every strategy ─▶ OutcomeCube    simulate   (the only expensive step)
 *      schedule ──── price, judge ─▶ Verdict                                        models     (linear algebra on the cube)
 *      report ────── charts, pages, files                                           called with what runStudy returns
 */
import type { Study } from '../models/study.ts'
import { factorSpaceOf } from './engine/factorLevels.ts'
import { Pool } from './engine/pool.ts'
import { judgeCube } from './judgeCube.ts'
import { prepareBook } from './prepareBook.ts'
import type { PreparedBook } from './prepareBook.ts'
import { requireShockedSectors } from './requireShockedSectors.ts'
import { runId } from './runId.ts'
import { simulate } from './simulate.ts'
import { Stopwatch } from './stopwatch.ts'
import type { ResultTables, RunOptions, RunResult } from './types.ts'

/**
 * Runs a study: every book × strategy × schedule × scenario. The same study gives the same bits on any number of workers.
 *
 * @throws {RangeError} when the study cannot be run (nobody is admitted, a worker count is out of range)
 * @throws {InputError} when a tape is refused
 * @throws the signal's reason when aborted; nothing is written by this function
 */
export async function runStudy(study: Study, options: RunOptions = {}): Promise<RunResult> {
  const pool = new Pool(options.workers)
  const watch = new Stopwatch()
  try {
    const books: PreparedBook[] = []
    for (const book of study.books) {
      options.onProgress?.({ stage: book.id, done: 0, total: 0 })
      const masterScale = books[0]?.masterScale ?? null
      const skipBadRows = options.skipBadRows ?? false
      books.push(await watch.time('book', () => prepareBook(study, book, { masterScale, skipBadRows })))
      options.signal?.throwIfAborted()
    }
    requireShockedSectors(study, books)
    const factors = factorSpaceOf(study, books.map((b) => b.simulated)) // prettier-ignore

    const tables: ResultTables[] = []
    const simulations = books.length * study.scenarios.length
    const { paths } = study.simulation
    let finished = 0
    for (const prepared of books)
      for (const scenario of study.scenarios) {
        const onPaths = (done: number): void =>
          options.onProgress?.({ stage: scenario.id, done: finished * paths + done, total: simulations * paths })
        const cubes = await watch.time('simulate', () =>
          simulate(prepared.simulated, scenario, study.simulation, factors, { pool, onPaths, signal: options.signal }),
        )
        await watch.time('judge', () => {
          tables.push(...judgeCube(study, prepared, scenario, cubes))
        })
        finished++
      }

    return {
      runId: runId(study),
      study,
      derived: {
        books: books.map(({ book, derived, masterScale }) => ({ book: book.id, vary: book.vary, masterScale, ...derived })),
        stratification: Object.fromEntries(factors.names.map((name, l) => [name, Array.from({ length: factors.years }, (_, y) => factors.direction[l * factors.years + y]!)])),
      }, // prettier-ignore
      results: tables.map((t) => t.result),
      tables,
      books: books.map(({ book, firms, loans, checks, masterScale }) => ({
        book,
        firms,
        loans: study.strategies.map((strategy, s) => ({ strategy, loans: loans[s]! })),
        checks,
        masterScale,
      })),
      timings: watch.seconds,
    }
  } finally {
    await pool.close()
  }
}
