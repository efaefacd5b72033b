import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../sim/types.ts'
import { timeLeft } from './timeLeft.ts'

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
  /** What came first of the work at hand, and when. */
  private first: (Pick<Progress, 'unit' | 'done'> & { readonly time: number }) | null = null

  /** Shows how far the run has come; where that cannot be told yet, what is being prepared. */
  readonly update = ({ stage: { en: stage }, unit, done, total }: Progress): void => {
    const isNew = unit !== this.first?.unit || done < this.first.done
    const first = this.first && !isNew ? this.first : { unit, done, time: performance.now() }
    const left = timeLeft(performance.now() - first.time, done - first.done, total - done)
    const count = [total > 0 ? `${done}/${total} ${unit}` : 'preparing', left].filter((text) => text !== '').join(' | ')
    if (this.first === null) this.bar.start(Math.max(1, total), done, { count, stage })
    this.bar.setTotal(Math.max(1, total))
    this.bar.update(done, { count, stage })
    this.first = first
  }

  stop(): void {
    this.bar.stop()
  }
}
