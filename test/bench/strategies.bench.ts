import { expect, test } from 'vitest'
import { readStudy } from '../../scenarios/index.ts'
import { runStudy } from '../../sim/runStudy.ts'

const study = await readStudy('strategies')

/** Seconds of two populations of the shipped study with some of its strategies. */
async function secondsOf(ids: readonly string[]): Promise<number> {
  const strategies = ids.map((id) => study.strategies.find((strategy) => strategy.id === id)!)
  const start = performance.now()
  const { results } = await runStudy({ ...study, books: study.books.slice(0, 2), strategies }, { workers: 2 })
  expect(results).toHaveLength(6 * ids.length)
  return (performance.now() - start) / 1000
}

test('ten strategies against one, two populations × three scenarios × 2,000 paths', async () => {
  const all = study.strategies.map(({ id }) => id)
  await secondsOf(['citic-trade'])
  for (const one of ['citic-trade', 'approve-all', 'settlement-index']) {
    const alone = await secondsOf([one])
    const ten = await secondsOf(all.filter((id) => id !== 'guarantee-fund'))
    console.log(
      `${one} alone ${alone.toFixed(1)} s, ten strategies ${ten.toFixed(1)} s: ${(ten / alone).toFixed(2)} times`,
    )
  }
})
