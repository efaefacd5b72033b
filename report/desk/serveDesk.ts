import { parentPort, workerData } from 'node:worker_threads'
import type { Study } from '../../models/study.ts'
import { readStudy } from '../../scenarios/index.ts'
import { confirmationSeed } from '../../sim/bookSeed.ts'
import { type Desk, openDesk } from '../../sim/desk/desk.ts'
import type { Progress } from '../../sim/types.ts'
import { atMostEvery } from '../atMostEvery.ts'
import { deskAnswers } from './deskAnswers.ts'
import { deskChoices } from './deskChoices.ts'
import { deskOff } from './deskOff.ts'
import type { DeskCall, DeskReport, DeskTask } from './messages.ts'
import type { CaseNames, ReadyDesk } from './protocol.ts'

/** Least time between two reports of progress, milliseconds. */
const PROGRESS_EVERY = 100

/** A desk's life in a thread of its own: simulate the run anew, then answer one question after another until the thread is ended. */
export async function serveDesk(): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('serveDesk: not in a worker thread')
  const tell = (report: DeskReport): void => {
    port.postMessage(report)
  }
  const { manifest, names, workers } = workerData as DeskTask
  try {
    const study = await readStudy(manifest)
    const onProgress = atMostEvery(PROGRESS_EVERY, ({ stage, done, total }: Progress) => {
      tell({ kind: 'progress', stage, done, total })
    })
    // The run was finished, so its bad rows, if there were any, were left out.
    const desk = await openDesk(study, {
      names,
      onProgress,
      skipBadRows: true,
      ...(workers !== undefined && { workers }),
    })
    const answers = deskAnswers({ study, desk, workers })
    const reply = async ({ id, name, question }: DeskCall): Promise<void> => {
      try {
        const answer = await (answers[name] as (question: unknown) => unknown)(question)
        tell({ kind: 'answer', id, json: JSON.stringify(answer) })
      } catch (error) {
        tell({ kind: 'refused', id, message: messageOf(error), isInput: error instanceof RangeError })
      }
    }
    port.on('message', (call: DeskCall) => void reply(call))
    tell({ kind: 'ready', desk: toReadyDesk(study, desk, names) })
  } catch (error) {
    tell({ kind: 'failed', message: messageOf(error) })
  }
}

const toReadyDesk = (study: Study, desk: Desk, names: CaseNames): ReadyDesk => ({
  status: 'ready',
  names,
  choices: deskChoices(study),
  scenarios: study.scenarios.map(({ id, title }) => ({ id, title })),
  unit: desk.cases.prepared.book.unit,
  paths: desk.cases.cases[0]?.cube.paths ?? 0,
  today: desk.today,
  cells: desk.cells,
  answers: desk.reprice(desk.today),
  optimise: study.optimise,
  confirmationSeed: confirmationSeed(study.simulation),
  hasDemand: study.demand !== null,
  off: deskOff(study, desk.cases.choice),
})

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
