/** Runs pieces of work one after the other, or so many at a time. */
export class Turns {
  private readonly most: number
  private readonly running = new Set<Promise<void>>()

  constructor(most: number) {
    this.most = most
  }

  /** Starts a piece of work as soon as there is room for it. Rejects when it, or one before it, does. */
  async take(work: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.most) await Promise.race(this.running)
    const own = work()
    this.running.add(own)
    const done = (): void => {
      this.running.delete(own)
    }
    // One that fails stays, so that whoever waits next hears of it.
    own.then(done, () => undefined)
    if (this.most === 1) await own
  }

  /** Waits for all that is running. */
  async end(): Promise<void> {
    await Promise.all(this.running)
  }
}
