import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../report/bin.js', import.meta.url))

/** What a finished command line left behind. */
export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A command line that runs. */
export interface Running {
  readonly child: ChildProcess
  /** Resolves to what is found as soon as stdout or stderr has it; rejects when the process ends without it. */
  readonly until: (sought: string | RegExp) => Promise<string>
  readonly finished: Promise<Finished>
}

/** Starts the command line as a user would, in a working directory. */
export function startYieldcover(cwd: string, ...args: readonly string[]): Running {
  const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...output }))
  })
  const until = (sought: string | RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = (output.stdout + output.stderr).match(sought)
        if (found) resolve(found[0])
      }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      child.on('close', () => reject(new Error(`ended without ${sought}: ${output.stdout}${output.stderr}`)))
      look()
    })
  return { child, until, finished }
}

/** Runs the command line to its end. */
export const yieldcover = (cwd: string, ...args: readonly string[]): Promise<Finished> =>
  startYieldcover(cwd, ...args).finished
