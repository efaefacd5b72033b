import { Interrupted } from '../errors.ts'

/**
 * Calls `task` with a signal that aborts when the user presses Ctrl-C or the process is told to end. The task must then stop by itself
 * and leave nothing half-written; a second Ctrl-C, more than a second later, ends the process at once.
 */
export async function interruptible<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let first = 0
  // A terminal and the launcher may each pass on the same Ctrl-C, so two close together are one.
  const onSignal = () => {
    if (first === 0) first = Date.now()
    else if (Date.now() - first > 1000) process.exit(130)
    controller.abort(new Interrupted())
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  try {
    return await task(controller.signal)
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}
