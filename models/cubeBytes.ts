import type { OutcomeCube } from './cube.ts'

/** Memory that a cube's arrays take, bytes; an array under two names counts once. */
export function cubeBytes(cube: OutcomeCube): number {
  const arrays = new Set(
    [cube, cube.sums, cube.spread ?? {}].flatMap((part) =>
      Object.values(part).filter((value) => ArrayBuffer.isView(value)),
    ),
  )
  return [...arrays].reduce((sum, { byteLength }) => sum + byteLength, 0)
}
