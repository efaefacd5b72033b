/** Adds up wall-clock seconds by stage; stages may overlap. */
export class Stopwatch {
  readonly seconds: Record<string, number> = {}

  /** Takes back seconds in which a stage only waited. */
  waited(stage: string, seconds: number): void {
    this.seconds[stage] = (this.seconds[stage] ?? 0) - seconds
  }

  async time<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now()
    try {
      return await work()
    } finally {
      this.seconds[stage] = (this.seconds[stage] ?? 0) + (performance.now() - start) / 1000
    }
  }
}
