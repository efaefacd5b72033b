import { parentPort } from 'node:worker_threads'
import { kernelOf } from './kernelOf.ts'
import { NEXT_UNIT, STOPPED, unitCount, unitPaths } from './pool.ts'
import type { Job, Report } from './pool.ts'

/** A worker's life: take units from the shared counter until none is left, for one job after another. */
export function serveJobs(): void {
  const port = parentPort
  if (!port) throw new Error('serveJobs: not in a worker thread')
  port.on('message', ({ task, cubes, control }: Job) => {
    const send = (report: Report, transfer: ArrayBuffer[] = []): void => {
      port.postMessage(report, transfer)
    }
    try {
      const kernel = kernelOf(task, cubes)
      const units = unitCount(task)
      for (;;) {
        const unit = Atomics.add(control, NEXT_UNIT, 1)
        if (unit >= units || Atomics.load(control, STOPPED) === 1) break
        const { first, count } = unitPaths(task, unit)
        const sums = kernel.run(first, count)
        const buffers = sums.flatMap((s) => [s.defaulted.buffer, s.left.buffer, s.loss.buffer]) as ArrayBuffer[]
        send({ kind: 'unit', unit, sums }, buffers)
      }
      send({ kind: 'idle' })
    } catch (error) {
      send({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}
