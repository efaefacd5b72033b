interface Point {
  readonly x: number
  readonly y: number
}

/**
 * What of a line lies between two heights, in pieces that end where it crosses them: without a clip path, whose id another picture of
 * the page may have as well.
 */
export function clippedLine(points: readonly Point[], low: number, high: number): Point[][] {
  const pieces: Point[][] = []
  for (const [i, point] of points.entries()) {
    const before = points[i - 1]
    const crossings = before ? crossed(before, point, low, high) : []
    const isInside = point.y >= low && point.y <= high
    const wasInside = before !== undefined && before.y >= low && before.y <= high
    if (wasInside) pieces.at(-1)!.push(...crossings)
    else if (crossings.length > 0) pieces.push([...crossings])
    if (!isInside) continue
    if (wasInside || crossings.length > 0) pieces.at(-1)!.push(point)
    else pieces.push([point])
  }
  return pieces
}

/** Where the way from a to b goes in or out, in that order. */
function crossed(a: Point, b: Point, low: number, high: number): Point[] {
  return [low, high]
    .filter((height) => (a.y - height) * (b.y - height) < 0)
    .map((y) => ({ x: a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x), y }))
    .sort((p, q) => (p.x - q.x) * Math.sign(b.x - a.x))
}
