import type { TakeMemory } from './shared.ts'

/**
 * Shared memory that is used again from one simulation to the next. Shared buffers do not count towards the pressure that starts
 * a garbage collection, and worker threads hold on to the last ones they were sent: left to the collector, a run of many
 * scenarios would pile up their cubes and loans.
 */
export class SharedBuffers {
  private free: SharedArrayBuffer[] = []
  private readonly taken = new WeakSet<object>()

  /** A buffer of at least so many bytes, those being zeros. */
  readonly take: TakeMemory = (bytes) => {
    const fitting = this.free.filter(({ byteLength }) => byteLength >= bytes && byteLength <= ROOMY * bytes)
    const known = fitting.sort((a, b) => a.byteLength - b.byteLength)[0]
    if (known) {
      this.free.splice(this.free.indexOf(known), 1)
      new Uint8Array(known, 0, bytes).fill(0)
    }
    const buffer = known ?? new SharedArrayBuffer(bytes)
    this.taken.add(buffer)
    return buffer
  }

  /**
   * Takes back the buffers that were taken for arrays: whoever still reads them reads what a later simulation writes.
   *
   * @param value  a typed array, or a list or record with such arrays anywhere in it; memory from elsewhere is let be
   */
  release(value: unknown): void {
    if (ArrayBuffer.isView(value)) {
      if (this.taken.delete(value.buffer)) this.free.push(value.buffer as SharedArrayBuffer)
    } else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) this.release(inner)
    }
  }

  /** Lets go of what was released, when the next simulations need buffers of other sizes. */
  clear(): void {
    this.free = []
  }
}

/** A buffer is used again for an array that leaves up to a fifth of it empty: cubes of a book's variants differ a little. */
const ROOMY = 1.25
