import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../sim/types.ts'

/** A progress bar on stderr: redrawn in a terminal, a line every few seconds anywhere else. */
export class ProgressBar {
  private readonly bar = new SingleBar(
    {
      stream: process.stderr,
      format: '{bar} {percentage} % | {count} | {stage}',
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
      noTTYOutput: true,
      notTTYSchedule: 5000,
      barsize: 30,
    },
    Presets.shades_classic,
  )
  private isStarted = false

  /** Shows how far the run has come; before anything is simulated, what is being prepared. */
  readonly update = ({ stage, done, total }: Progress): void => {
    const count = total > 0 ? `${done}/${total} paths` : 'preparing'
    if (!this.isStarted) this.bar.start(Math.max(1, total), done, { count, stage })
    this.isStarted = true
    this.bar.setTotal(Math.max(1, total))
    this.bar.update(done, { count, stage })
  }

  stop(): void {
    this.bar.stop()
  }
}
