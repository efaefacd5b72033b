/** Draws an index with probabilities proportional to the shares, from a uniform. */
export function picker(shares: readonly number[]): (u: number) => number {
  const total = shares.reduce((a, b) => a + b, 0)
  return (u) => {
    let left = u * total
    for (let i = 0; i < shares.length; i++) {
      left -= shares[i]!
      if (left < 0) return i
    }
    return shares.length - 1
  }
}
