import { expect, test } from 'vitest'
import { Pool } from '../../../sim/engine/pool.ts'
import { simulate } from '../../../sim/simulate.ts'
import { equalBook, scenario } from '../equalBook.ts'

test('simulations started at once on one pool are what they are one by one', async () => {
  const pool = new Pool(2)
  try {
    const options = { pool, onPaths: () => undefined, signal: undefined }
    const factors = [{ by: 'global', loading: 0.3 }]
    const books = [0.02, 0.05].map((pd) => equalBook({ loans: 2_000, pd, lgd: 1, factors, paths: 40_000 }))
    const run = async ({ simulated, settings, factors }: (typeof books)[number]): Promise<Float64Array> => {
      const [cube] = await simulate(simulated, scenario(), settings, factors, options)
      return cube!.loss
    }
    const together = await Promise.all(books.map(run))
    for (const [k, book] of books.entries()) expect(await run(book)).toEqual(together[k])
  } finally {
    await pool.close()
  }
})
