import { normalCdf, normalDensity, normalQuantile } from '../../models/normal.ts'
import { simulatedDeviation, simulatedMean, simulatedShare } from './estimates.ts'
import type { Family, Run } from './family.ts'
import { simulated } from './row.ts'
import type { Row } from './row.ts'
import { sectorBookDefaults } from './sectorBook.ts'
import type { SectorBook } from './sectorBook.ts'
import { everyFirm, testBook } from './testBook.ts'

const PATHS = 100_000

/** Name, book, and a number of defaults that few paths exceed. */
const BOOKS: readonly (readonly [string, SectorBook, number])[] = [
  [
    't factor with 4 degrees of freedom, 200 loans',
    {
      sectors: [{ loans: 200, pd: 0.03 }],
      globalLoading: Math.sqrt(0.1),
      sectorLoading: 0,
      degreesOfFreedom: 4,
    },
    40,
  ],
  [
    'global and sector factors, 2 × 100 loans',
    {
      sectors: [
        { loans: 100, pd: 0.02 },
        { loans: 100, pd: 0.06 },
      ],
      globalLoading: Math.sqrt(0.06),
      sectorLoading: Math.sqrt(0.06),
      degreesOfFreedom: null,
    },
    30,
  ],
  [
    't global and normal sector factors, 2 × 100 loans',
    {
      sectors: [
        { loans: 100, pd: 0.02 },
        { loans: 100, pd: 0.06 },
      ],
      globalLoading: Math.sqrt(0.06),
      sectorLoading: Math.sqrt(0.06),
      degreesOfFreedom: 6,
    },
    30,
  ],
]

/** Ways in which loans can default together, simulated against quadrature. */
export const dependence: Family = {
  title: 'factors',
  rows: async (run) => {
    const rows: Row[] = []
    for (const [name, book, many] of BOOKS) rows.push(...(await bookRows(run, name, book, many)))
    return [...rows, ...(await autoregressiveRows(run))]
  },
}

async function bookRows(run: Run, name: string, book: SectorBook, many: number): Promise<readonly Row[]> {
  const { sectors, globalLoading, sectorLoading, degreesOfFreedom } = book
  const cube = await run(
    testBook({
      pds: Float64Array.from(sectors.flatMap(({ loans, pd }) => [...everyFirm(loans, pd)])),
      sectors: Int32Array.from(sectors.flatMap(({ loans }, s) => Array.from({ length: loans }, () => s))),
      factors: [
        { by: 'global', loading: globalLoading },
        { by: 'sector', loading: sectorLoading },
      ],
      globalFactor: { degreesOfFreedom },
      paths: PATHS,
    }),
  )
  const source = 'quadrature over the factors'
  const exact = sectorBookDefaults(book)
  const mean = sectors.reduce((sum, { loans, pd }) => sum + loans * pd, 0)
  const variance = exact.reduce((sum, p, k) => sum + p * (k - mean) ** 2, 0)
  const tail = exact.reduce((sum, p, k) => (k > many ? sum + p : sum), 0)
  return [
    simulated(`${name}: mean number of defaults`, source, mean, simulatedMean(cube, cube.defaults)),
    simulated(
      `${name}: standard deviation`,
      source,
      Math.sqrt(variance),
      simulatedDeviation(cube, cube.defaults, mean),
    ),
    simulated(
      `${name}: P(more than ${many} default)`,
      source,
      tail,
      simulatedShare(cube, (path) => cube.defaults[path]! > many),
    ),
  ]
}

const LOANS = 400
const PD = 0.05
const ASSET_CORRELATION = 0.15
const PERSISTENCE = 0.6

/** One firm's default in year 1 beside another's, alive until then, in year 2. */
async function autoregressiveRows(run: Run): Promise<readonly Row[]> {
  const cube = await run(
    testBook({
      pds: everyFirm(LOANS, PD),
      factors: [{ by: 'global', loading: Math.sqrt(ASSET_CORRELATION) }],
      globalFactor: { persistence: PERSISTENCE },
      horizonMonths: 24,
      paths: PATHS,
    }),
  )
  const name = `AR(1) factor, persistence ${PERSISTENCE}`
  const source = 'quadrature over the bivariate normal factor'
  const pairs = LOANS * (LOANS - 1)
  const year2 = cube.defaults.map((all, path) => all - cube.year1Defaults[path]!)
  const joint = cube.year1Defaults.map((first, path) => (first * year2[path]!) / pairs)
  const shares = year2.map((second) => second / LOANS)
  return [
    simulated(
      `${name}: default rate of year 2`,
      source,
      overFactor((p, then) => (1 - p) * then),
      simulatedMean(cube, shares),
    ),
    simulated(
      `${name}: P(one defaults in year 1 and another in year 2)`,
      source,
      overFactor((p, then) => p * (1 - p) * then),
      simulatedMean(cube, joint),
    ),
  ]
}

/** Mean of a function of the conditional PD in year 1 and the mean PD of year 2, given the factor of year 1. */
function overFactor(f: (p: number, then: number) => number): number {
  const threshold = normalQuantile(PD)
  const loading = Math.sqrt(ASSET_CORRELATION)
  const pdAt = (x: number, kept: number): number =>
    normalCdf((threshold - kept * loading * x) / Math.sqrt(1 - (kept * loading) ** 2))
  let sum = 0
  for (let x = -9; x <= 9; x += 0.05) sum += 0.05 * normalDensity(x) * f(pdAt(x, 1), pdAt(x, PERSISTENCE))
  return sum
}
