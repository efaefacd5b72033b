/**
 * How quickly an edit is answered, against judging the same cubes anew, in one run: 100,000 paths × 200 columns in ten scenarios. An edited cell
 * must be answered in all of them within 16 ms, and a pass over all columns take under 100 ms a scenario.
 */
import { expect, test } from 'vitest'
import { judge } from '../../models/judge/judge.ts'
import { PRICING_DEFAULTS } from '../../models/pricing/rateFloor.ts'
import { repricer } from '../../models/reprice/repricer.ts'
import { underTerms } from '../../models/reprice/terms.ts'
import type { Terms } from '../../models/reprice/terms.ts'
import { toRepriced } from '../../models/reprice/toRepriced.ts'
import { CELL_COUNT } from '../../models/types.ts'
import { schedule } from '../models/judge/cltBook.ts'
import { caseOf } from '../models/reprice/caseOf.ts'
import { syntheticCube } from './syntheticCube.ts'

const SCENARIOS = 10
const EDITS = 20
const cases = Array.from({ length: SCENARIOS }, (_, s) =>
  caseOf(syntheticCube(2 * s + 1, 0.01 * (s + 1)), { loanRate: [-0.001 * s], fundingRate: [0.001 * s] }),
)
const repricers = cases.map((one) => repricer(one, schedule))

let terms: Terms = {
  costs: PRICING_DEFAULTS,
  crossIncome: 'observed',
  cap: 0.154,
  rates: Array.from({ length: CELL_COUNT }, (_, cell) => 0.05 + 0.0001 * cell),
}
const nudged = (edited: (cell: number) => boolean) => (): Terms => ({
  ...terms,
  rates: terms.rates.map((rate, cell) => (edited(cell) ? rate + 0.0001 : rate)),
})
const dearer = (): Terms => ({ ...terms, costs: { ...terms.costs, fundingRate: terms.costs.fundingRate + 0.0001 } })

/** An edit in the first `scenarios`, the others keeping up: median, least and most of 20, and the median of the processor's own time. */
function timed(edit: () => Terms, scenarios: number): string {
  const walls: number[] = []
  const processors: number[] = []
  for (let i = 0; i < EDITS; i++) {
    terms = edit()
    const [start, used] = [performance.now(), process.cpuUsage()]
    for (const reprice of repricers.slice(0, scenarios)) reprice(terms)
    const { user, system } = process.cpuUsage(used)
    walls.push(performance.now() - start)
    processors.push((user + system) / 1000)
    for (const reprice of repricers.slice(scenarios)) reprice(terms)
  }
  const sorted = walls.sort((a, b) => a - b).map((ms) => ms.toFixed(1))
  const processor = processors.sort((a, b) => a - b)[EDITS / 2]!.toFixed(1)
  return `${sorted[EDITS / 2]} ms (${sorted[0]}–${sorted.at(-1)}; processor ${processor})`
}

test('edits of 100,000 paths × 200 columns', () => {
  const start = performance.now()
  for (const reprice of repricers) reprice(terms)
  console.log(`first answer, ten scenarios: ${(performance.now() - start).toFixed(0)} ms`)
  const [populated] = cases[0]!.cube.cells
  const oneCell = nudged((cell) => cell === populated)
  const allCells = nudged(() => true)
  for (const scenarios of [1, SCENARIOS]) {
    console.log(`${scenarios} scenario(s): one cell ${timed(oneCell, scenarios)}`)
    console.log(`${scenarios} scenario(s): all cells ${timed(allCells, scenarios)}`)
    console.log(`${scenarios} scenario(s): funding rate ${timed(dearer, scenarios)}`)
  }
  const answers = repricers.map((reprice) => reprice(terms))
  const started = performance.now()
  const judgements = cases.map((one) => judge(one.inputs(underTerms(schedule, terms))))
  console.log(`judged anew, ten scenarios: ${(performance.now() - started).toFixed(0)} ms`)
  for (const [s, judgement] of judgements.entries()) expect(answers[s]).toEqual(toRepriced('tried', judgement))
  console.log(`memory: ${(process.memoryUsage().rss / 2 ** 30).toFixed(2)} GiB`)
})
