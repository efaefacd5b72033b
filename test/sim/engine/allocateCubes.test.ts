import { expect, test } from 'vitest'
import { cubeBytes } from '../../../models/cubeBytes.ts'
import type { OutcomeCube } from '../../../models/cube.ts'
import { allocateCubes, bytesPerPath } from '../../../sim/engine/allocateCubes.ts'
import { mixedBook, taskOf } from './mixedBook.ts'

test.each(['exact', 'clt'] as const)(
  'a cube of fidelity %s takes the bytes a path that the limit counts with',
  (fidelity) => {
    const book = mixedBook({ firms: 100, settings: { paths: 40, replicates: 2, horizonMonths: 30 } })
    const deferral = { share: 0.6, from: 3, until: 14, months: 6, extended: 0.3, failed: 0.08 }
    for (const task of [taskOf(book, fidelity), taskOf(book, fidelity, { deferral })]) {
      const [cube] = allocateCubes('test', task, (bytes) => new SharedArrayBuffer(bytes))
      const bytes = cubeBytes({ ...cube!, sums: {} } as unknown as OutcomeCube)
      expect(bytes).toBe(bytesPerPath(task, task.strategies[0]!) * task.paths)
    }
  },
)
