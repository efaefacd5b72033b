import type { Text } from '../models/text.ts'
import type { Progress } from './types.ts'

/** Counts the paths of a run over its simulations, some of which turn up on the way. */
export class PathProgress {
  private total = 0
  private finished = 0
  private readonly tell: (progress: Progress) => void

  constructor(tell: (progress: Progress) => void) {
    this.tell = tell
  }

  /** Paths still to be simulated beyond those expected so far. */
  expect(paths: number): void {
    this.total += paths
  }

  /** Tells how many paths of the simulation at hand are done. */
  update(stage: Text, done: number): void {
    this.tell({ stage, unit: 'paths', done: this.finished + done, total: this.total })
  }

  /** Ends the simulation at hand. */
  finish(paths: number): void {
    this.finished += paths
  }
}

/** A stage's title with what tells it from others of its name. */
export const noted = ({ en, zh = en }: Text, note: Required<Text>): Text => ({
  en: `${en} (${note.en})`,
  zh: `${zh}（${note.zh}）`,
})
