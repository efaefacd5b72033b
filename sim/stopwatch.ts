/** Adds up wall-clock seconds by stage. */
export class Stopwatch {
  readonly seconds: Record<string, number> = {}

  async time<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now()
    try {
      return await work()
    } finally {
      this.seconds[stage] = (this.seconds[stage] ?? 0) + (performance.now() - start) / 1000
    }
  }
}
