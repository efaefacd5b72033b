/** Runs pieces of work one after the other, or so many at a time. */
export class Turns {
  private readonly most: number
  private readonly running = new Set<Promise<void>>()
  /** What the first piece that failed threw. */
  private failure: { readonly reason: unknown } | null = null

  constructor(most: number) {
    this.most = most
  }

  /** Starts a piece of work as soon as there is room for it. Rejects, and starts nothing, once a piece has failed. */
  async take(work: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.most) await Promise.race(this.running)
    this.throwFailure()
    const own: Promise<void> = work()
      .catch((reason: unknown) => {
        this.failure ??= { reason }
      })
      .finally(() => this.running.delete(own))
    this.running.add(own)
    if (this.most === 1) await this.end()
  }

  /** Waits until nothing is running any more. Rejects when a piece has failed. */
  async end(): Promise<void> {
    await Promise.all(this.running)
    this.throwFailure()
  }

  private throwFailure(): void {
    if (this.failure) throw this.failure.reason
  }
}
