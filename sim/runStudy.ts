/*
 *   study file ─ read ─▶ Study                                                      scenarios/readStudy
 *      book ──────── synthesise / read tape ─▶ Firms ─ originate ─▶ Loans           prepareBook
 *      scenario ──── simulate firms once, apply to every strategy ─▶ OutcomeCube    simulate   (the only expensive step)
 *      schedule ──── price, judge ─▶ Verdict                                        models     (linear algebra on the cube)
 *      report ────── charts, pages, files                                           called with what runStudy returns
 */
import { compare } from '../models/comparison/compare.ts'
import type { Scenario } from '../models/scenario.ts'
import type { Study } from '../models/study.ts'
import { factorSpaceOf } from './engine/factorLevels.ts'
import { Pool } from './engine/pool.ts'
import { exampleFiles } from './exampleFiles.ts'
import { PathProgress } from './pathProgress.ts'
import { prepareBook } from './prepareBook.ts'
import type { PreparedBook } from './prepareBook.ts'
import { mayOverlap, requireMemory } from './memory.ts'
import { requireShockedSectors } from './requireShockedSectors.ts'
import { runId } from './runId.ts'
import { plannedPaths, runScenario } from './runScenario.ts'
import { scenarioBooks } from './scenarioBooks.ts'
import { Stopwatch } from './stopwatch.ts'
import { Turns } from './turns.ts'
import { waysToPrice } from './waysToPrice.ts'
import type { ResultTables, RunOptions, RunResult } from './types.ts'

/**
 * Runs a study: every book × strategy × schedule × scenario. The same study gives the same bits on any number of workers, and
 * whether or not it goes on from an interrupted run's checkpoints.
 *
 * @throws {RangeError} when the study cannot be run (nobody is admitted, a worker count is out of range)
 * @throws {InputError} when a tape is refused
 * @throws the signal's reason when aborted; only finished checkpoints are left then
 */
export async function runStudy(study: Study, options: RunOptions = {}): Promise<RunResult> {
  const { checkpoints, onProgress = () => undefined } = options
  // What runs ahead of a scenario that fails is stopped.
  const failed = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, failed.signal]) : failed.signal
  const pool = new Pool(options.workers)
  const watch = new Stopwatch()
  let turns = new Turns(1)
  try {
    const books = await prepareBooks(study, options, watch)
    requireShockedSectors(study, books)
    const factors = factorSpaceOf(study, books.map((b) => b.simulated)) // prettier-ignore

    requireMemory(study, books, factors)

    const parts = books.flatMap((prepared, b) =>
      study.scenarios.map((scenario, s) => ({ key: `${b}-${s}`, prepared, scenario })),
    )
    const finished = new Map<string, readonly ResultTables[]>()
    for (const { key } of parts) {
      const kept = await checkpoints?.load(key)
      if (kept) finished.set(key, kept)
    }
    const progress = new PathProgress(onProgress)
    progress.expect((parts.length - finished.size) * plannedPaths(study, factors))
    const context = { study, factors, pool, watch, progress, signal }
    const asFound = scenarioBooks(study)
    const run = async (key: string, prepared: PreparedBook, scenario: Scenario): Promise<void> => {
      try {
        const lent = await watch.time('book', () => asFound(prepared, scenario.shocks))
        const tables = await runScenario(context, lent, scenario)
        await checkpoints?.save(key, tables)
        finished.set(key, tables)
      } catch (error) {
        failed.abort()
        throw error
      }
    }
    turns = new Turns(mayOverlap(study, books) ? 2 : 1)
    let before: PreparedBook | null = null
    for (const { key, prepared, scenario } of parts) {
      if (finished.has(key)) continue
      // another book's cubes have other sizes
      if (prepared !== before) {
        await turns.end()
        await pool.close()
      }
      before = prepared
      await turns.take(() => run(key, prepared, scenario))
    }
    await turns.end()

    const tables = parts.flatMap(({ key }) => finished.get(key)!)
    return {
      runId: runId(study),
      study,
      derived: {
        books: books.map(({ book, derived, masterScale }) => ({ book: book.id, vary: book.vary, masterScale, ...derived })),
        stratification: Object.fromEntries(factors.names.map((name, l) => [name, Array.from({ length: factors.years }, (_, y) => factors.direction[l * factors.years + y]!)])),
      }, // prettier-ignore
      results: tables.map((t) => t.result),
      tables,
      comparisons: compare(tables, study.verdict.confidence),
      books: books.map(({ book, firms, lendings, checks, masterScale }) => ({
        book,
        firms,
        loans: lendings.map(({ strategy, loans }) => ({ strategy, loans })),
        checks,
        masterScale,
      })),
      examples: exampleFiles(study, books[0]!),
      ways: waysToPrice(study, books[0]!, books[0]!.lendings.slice(0, 1)),
      timings: watch.seconds,
    }
  } finally {
    failed.abort()
    await turns.end().catch(() => undefined)
    await pool.close()
  }
}

async function prepareBooks(study: Study, options: RunOptions, watch: Stopwatch): Promise<PreparedBook[]> {
  const { onProgress, signal, skipBadRows = false } = options
  const books: PreparedBook[] = []
  for (const book of study.books) {
    const drawn = (done: number, total: number): void => onProgress?.({ stage: book.title, unit: 'firms', done, total })
    drawn(0, 0)
    const masterScale = books[0]?.masterScale ?? null
    const prepare = { masterScale, skipBadRows, onProgress: drawn, signal }
    books.push(await watch.time('book', () => prepareBook(study, book, prepare)))
    signal?.throwIfAborted()
  }
  return books
}
