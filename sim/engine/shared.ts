/** Gives shared memory of at least so many bytes, all 0. */
export type TakeMemory = (bytes: number) => SharedArrayBuffer

/** Shared memory that nobody takes back. */
export const freshMemory: TakeMemory = (bytes) => new SharedArrayBuffer(bytes)

/** The same numbers in memory that worker threads share instead of copying. */
export function shared<T extends Float64Array | Int32Array | Uint8Array>(values: T, take: TakeMemory): T {
  const { constructor, byteLength, length } = values
  const copy = new (constructor as new (buffer: SharedArrayBuffer, from: number, length: number) => T)(
    take(byteLength),
    0,
    length,
  )
  copy.set(values)
  return copy
}
