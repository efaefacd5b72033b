import { Worker } from 'node:worker_threads'
import { Refused, badRequest } from '../server/refused.ts'
import type { DeskCall, DeskQuestion, DeskQuestions, DeskReport, DeskTask } from './messages.ts'
import type { DeskState } from './protocol.ts'

/** How far a desk is that is not closed. */
export type OpenState = Exclude<DeskState, { status: 'closed' }>

/** A thread that holds a run's outcomes and answers what is asked about them. */
export interface DeskThread {
  /**
   * @returns the answer as JSON
   * @throws {Refused} when the question is at fault, or the thread has ended
   * @throws {Error} on a defect in answering
   */
  ask<Name extends DeskQuestion>(name: Name, question: DeskQuestions[Name]['question']): Promise<string>
  /** Ends the thread; questions not yet answered are refused. */
  close(): Promise<void>
}

interface Asked {
  readonly resolve: (json: string) => void
  readonly reject: (error: Error) => void
}

/**
 * Opens the desk of a run in a thread of its own, so that nothing it does holds up the server.
 *
 * @param onState  told how far it is, until it is ready or has failed
 */
export function startDesk(task: DeskTask, onState: (state: OpenState) => void): DeskThread {
  const worker = new Worker(new URL('./deskWorker.js', import.meta.url), { workerData: task })
  const asked = new Map<number, Asked>()
  let next = 0
  let isClosed = false
  const end = (message: string): void => {
    if (!isClosed) onState({ status: 'failed', message })
    isClosed = true
    for (const { reject } of asked.values()) reject(new Refused(409, 'notOpen', message))
    asked.clear()
  }
  const settle = (id: number, how: (one: Asked) => void): void => {
    const one = asked.get(id)
    asked.delete(id)
    if (one) how(one)
  }

  worker.on('message', (report: DeskReport) => {
    if (isClosed) return
    if (report.kind === 'progress')
      onState({ status: 'opening', stage: report.stage, done: report.done, total: report.total })
    else if (report.kind === 'ready') onState(report.desk)
    else if (report.kind === 'failed') end(report.message)
    else if (report.kind === 'answer') settle(report.id, ({ resolve }) => resolve(report.json))
    else
      settle(report.id, ({ reject }) => reject(report.isInput ? badRequest(report.message) : new Error(report.message)))
  })
  worker.on('error', (error) => end(`the desk stopped: ${error.message}`))
  worker.on('exit', () => end('the desk stopped'))

  return {
    ask: (name, question) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(new Refused(409, 'notOpen', 'the desk is closed'))
          return
        }
        const id = next++
        asked.set(id, { resolve, reject })
        worker.postMessage({ id, name, question } satisfies DeskCall)
      }),
    close: async () => {
      isClosed = true
      end('the desk was closed')
      await worker.terminate()
    },
  }
}
