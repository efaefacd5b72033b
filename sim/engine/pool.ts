import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { estimatedSeconds, kernelOf } from './kernelOf.ts'
import { SharedBuffers } from './sharedBuffers.ts'
import type { CubeArrays, Task, UnitSums } from './task.ts'

/** Paths computed together; not part of any result. */
export const UNIT_PATHS = 256
/** Seconds of work below which starting threads costs more than it saves. */
const SMALL = 0.04

/** Slots of the shared control block. */
export const NEXT_UNIT = 0
export const STOPPED = 1

/** What a worker is sent. */
export interface Job {
  readonly task: Task
  readonly cubes: readonly CubeArrays[]
  readonly control: Int32Array
}

/** What a worker sends back: one unit's sums, the end of its share, or what went wrong. */
export type Report =
  | { readonly kind: 'unit'; readonly unit: number; readonly sums: UnitSums[] }
  | { readonly kind: 'idle' }
  | { readonly kind: 'failed'; readonly message: string }

export interface PoolCallbacks {
  /** Called once a unit, in the units' order, so that sums add up to the same bits on any number of threads. */
  readonly onUnit: (unit: number, sums: readonly UnitSums[]) => void
  /** Paths finished so far, in any order. */
  readonly onPaths: (paths: number) => void
  /** Told for how many seconds the task waited for those given before. */
  readonly onStart?: ((waited: number) => void) | undefined
  readonly signal: AbortSignal | undefined
}

/** First path and number of paths of a unit; units never straddle replicates. */
export function unitPaths(task: Task, unit: number): { first: number; count: number; replicate: number } {
  const perReplicate = task.paths / task.replicates
  const units = Math.ceil(perReplicate / UNIT_PATHS)
  const replicate = Math.floor(unit / units)
  const from = (unit % units) * UNIT_PATHS
  return { first: replicate * perReplicate + from, count: Math.min(UNIT_PATHS, perReplicate - from), replicate }
}

export const unitCount = (task: Task): number => task.replicates * Math.ceil(task.paths / task.replicates / UNIT_PATHS)

/** Worker threads that stay warm from one simulation to the next. */
export class Pool {
  /** Memory of the cubes that the threads fill. */
  readonly memory = new SharedBuffers()
  private readonly size: number
  private workers: Worker[] = []
  /** Ends with the run before. */
  private turn: Promise<void> = Promise.resolve()

  /** @param workers  threads, 1 or more; default the machine's cores, at most 8 */
  constructor(workers?: number) {
    this.size = workers ?? Math.min(8, availableParallelism())
    if (!(Number.isInteger(this.size) && this.size >= 1 && this.size <= 256))
      throw new RangeError(`workers must be a whole number from 1 to 256, got ${this.size}`)
  }

  /** Runs every unit of a task into the cubes, after the tasks given before. Rejects with the signal's reason when aborted. */
  async run(task: Task, cubes: readonly CubeArrays[], callbacks: PoolCallbacks): Promise<void> {
    const given = performance.now()
    const own = this.turn.then(() => {
      callbacks.onStart?.((performance.now() - given) / 1000)
      return this.runNow(task, cubes, callbacks)
    })
    this.turn = own.catch(() => undefined)
    return own
  }

  private async runNow(task: Task, cubes: readonly CubeArrays[], callbacks: PoolCallbacks): Promise<void> {
    callbacks.signal?.throwIfAborted()
    const inOrder = new Ordered(callbacks.onUnit)
    let paths = 0
    const finish = (unit: number, sums: readonly UnitSums[]): void => {
      inOrder.take(unit, sums)
      paths += unitPaths(task, unit).count
      callbacks.onPaths(paths)
    }
    if (this.size === 1 || estimatedSeconds(task) < SMALL) await runHere(task, cubes, callbacks, finish)
    else await this.runThreads(task, cubes, callbacks, finish)
  }

  private async runThreads(
    task: Task,
    cubes: readonly CubeArrays[],
    { signal }: PoolCallbacks,
    finish: (unit: number, sums: readonly UnitSums[]) => void,
  ): Promise<void> {
    while (this.workers.length < this.size) this.workers.push(new Worker(new URL('./worker.js', import.meta.url)))
    const control = new Int32Array(new SharedArrayBuffer(8))
    const stop = (): void => {
      Atomics.store(control, STOPPED, 1)
    }
    signal?.addEventListener('abort', stop)
    try {
      const ended = await Promise.allSettled(
        this.workers.map(
          (worker) =>
            new Promise<void>((resolve, reject) => {
              const settle = (error?: Error): void => {
                worker.off('message', onMessage).off('error', settle)
                if (error) {
                  stop()
                  reject(error)
                } else resolve()
              }
              const onMessage = (report: Report): void => {
                if (report.kind === 'unit') finish(report.unit, report.sums)
                else settle(report.kind === 'failed' ? new Error(report.message) : undefined)
              }
              worker.on('message', onMessage).on('error', settle)
              worker.postMessage({ task, cubes, control } satisfies Job)
            }),
        ),
      )
      const failure = ended.find((one) => one.status === 'rejected')
      if (failure) {
        // A thread that failed may be gone, or in a state of its own: the next run starts new ones.
        await this.endThreads()
        throw failure.reason
      }
    } finally {
      signal?.removeEventListener('abort', stop)
    }
    signal?.throwIfAborted()
  }

  /** Ends the threads and lets go of the memory; a later run starts anew. */
  async close(): Promise<void> {
    await this.endThreads()
    this.memory.clear()
  }

  private async endThreads(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()))
    this.workers = []
  }
}

/** The same on the calling thread, which breathes between units. */
async function runHere(
  task: Task,
  cubes: readonly CubeArrays[],
  { signal }: PoolCallbacks,
  finish: (unit: number, sums: readonly UnitSums[]) => void,
): Promise<void> {
  const kernel = kernelOf(task, cubes)
  for (let unit = 0; unit < unitCount(task); unit++) {
    const { first, count } = unitPaths(task, unit)
    finish(unit, kernel.run(first, count))
    await new Promise((resolve) => setImmediate(resolve))
    signal?.throwIfAborted()
  }
}

/** Passes units on in order, holding back those that come early. */
class Ordered {
  private next = 0
  private readonly waiting = new Map<number, readonly UnitSums[]>()
  private readonly pass: (unit: number, sums: readonly UnitSums[]) => void

  constructor(pass: (unit: number, sums: readonly UnitSums[]) => void) {
    this.pass = pass
  }

  take(unit: number, sums: readonly UnitSums[]): void {
    this.waiting.set(unit, sums)
    for (let ready = this.waiting.get(this.next); ready; ready = this.waiting.get(this.next)) {
      this.waiting.delete(this.next)
      this.pass(this.next++, ready)
    }
  }
}
