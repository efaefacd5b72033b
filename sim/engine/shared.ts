/** The same numbers in memory that worker threads share instead of copying. */
export function shared<T extends Float64Array | Int32Array | Uint8Array>(values: T): T {
  const copy = new (values.constructor as new (buffer: SharedArrayBuffer) => T)(
    new SharedArrayBuffer(values.byteLength),
  )
  copy.set(values)
  return copy
}
