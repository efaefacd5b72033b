/**
 * Shared memory that is used again from one simulation to the next. Shared buffers do not count towards the pressure that starts
 * a garbage collection, and worker threads hold on to the last ones they were sent: left to the collector, a run of many
 * scenarios would pile up their cubes.
 */
export class SharedBuffers {
  private readonly free = new Map<number, SharedArrayBuffer[]>()
  private taken: SharedArrayBuffer[] = []

  /** A buffer of zeros, until the next {@link reclaim}. */
  readonly take = (bytes: number): SharedArrayBuffer => {
    const known = this.free.get(bytes)?.pop()
    if (known) new Uint8Array(known).fill(0)
    const buffer = known ?? new SharedArrayBuffer(bytes)
    this.taken.push(buffer)
    return buffer
  }

  /** Takes every buffer back: whoever still reads one reads what the next simulation writes. */
  reclaim(): void {
    for (const buffer of this.taken) {
      const others = this.free.get(buffer.byteLength)
      if (others) others.push(buffer)
      else this.free.set(buffer.byteLength, [buffer])
    }
    this.taken = []
  }

  /** Lets the buffers go, when the next simulations need others. */
  clear(): void {
    this.free.clear()
    this.taken = []
  }
}
