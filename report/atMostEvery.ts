/** Passes calls on, but leaves out those that come sooner than a time after the last one passed on, in milliseconds. */
export function atMostEvery<T>(milliseconds: number, call: (value: T) => void): (value: T) => void {
  let last = -Infinity
  return (value) => {
    const now = performance.now()
    if (now - last < milliseconds) return
    last = now
    call(value)
  }
}
