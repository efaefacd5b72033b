/**
 * Shared memory that is used again from one simulation to the next. Shared buffers do not count towards the pressure that starts
 * a garbage collection, and worker threads hold on to the last ones they were sent: left to the collector, a run of many
 * scenarios would pile up their cubes.
 */
export class SharedBuffers {
  private readonly free = new Map<number, SharedArrayBuffer[]>()
  private readonly taken = new WeakSet<object>()

  /** A buffer of zeros. */
  readonly take = (bytes: number): SharedArrayBuffer => {
    const known = this.free.get(bytes)?.pop()
    if (known) new Uint8Array(known).fill(0)
    const buffer = known ?? new SharedArrayBuffer(bytes)
    this.taken.add(buffer)
    return buffer
  }

  /**
   * Takes back the buffers that were taken for some arrays: whoever still reads them reads what a later simulation writes.
   *
   * @param values  typed arrays on these buffers; anything else is let be
   */
  release(values: readonly unknown[]): void {
    for (const { buffer } of values.filter(ArrayBuffer.isView)) {
      if (!this.taken.delete(buffer)) continue
      const size = buffer.byteLength
      this.free.set(size, [...(this.free.get(size) ?? []), buffer as SharedArrayBuffer])
    }
  }

  /** Lets go of what was released, when the next simulations need buffers of other sizes. */
  clear(): void {
    this.free.clear()
  }
}
