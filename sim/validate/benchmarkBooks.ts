import { conditionalNormal } from '../../models/oracle/conditionalNormal.ts'
import { fourierInversion } from '../../models/oracle/fourierInversion.ts'
import type { LossDistribution, OneYearBook } from '../../models/oracle/oneYearBook.ts'
import type { Fidelity } from '../../models/study.ts'
import { simulatedDeviation, simulatedMean, simulatedQuantile, simulatedShortfall } from './estimates.ts'
import type { Family, Run } from './family.ts'
import { published, simulated } from './row.ts'
import type { Row } from './row.ts'
import { everyFirm, testBook } from './testBook.ts'
import type { TestBook } from './testBook.ts'
import { w1Portfolio } from './w1Portfolio.ts'
import type { W1Portfolio } from './w1Portfolio.ts'

const LGD = 0.45
const ASSET_CORRELATION = 0.12

/** Loss as a share of the total exposure; names as in the table. */
const FIGURES = {
  mean: ({ mean }) => mean,
  'standard deviation': ({ standardDeviation }) => standardDeviation,
  '99 % quantile': ({ quantile }) => quantile(0.99),
  '99.9 % quantile': ({ quantile }) => quantile(0.999),
  '99.9 % expected shortfall': ({ expectedShortfall }) => expectedShortfall(0.999),
} as const satisfies Record<string, (loss: LossDistribution) => number>

type Figure = keyof typeof FIGURES
const NAMES = Object.keys(FIGURES) as readonly Figure[]
const TAIL = ['99 % quantile', '99.9 % quantile', '99.9 % expected shortfall'] as const

/** Largest error of the conditional normal on a book as fine as these, relative. */
const NEARLY_NORMAL = 1e-4

/** Paths from which 99.9 % figures are looked at. */
const FAR_TAIL = 50_000

interface BenchmarkBook {
  readonly name: string
  readonly globalLoading: number
  readonly sectorLoading: number
}

const W1: BenchmarkBook = {
  name: 'W1, 10,000 loans, one factor',
  globalLoading: Math.sqrt(ASSET_CORRELATION),
  sectorLoading: 0,
}
const W2: BenchmarkBook = { ...W1, name: 'W2, 100,000 loans, one factor' }
const W3: BenchmarkBook = {
  name: 'W3, 10,000 loans, 9 factors',
  globalLoading: Math.sqrt(ASSET_CORRELATION / 2),
  sectorLoading: Math.sqrt(ASSET_CORRELATION / 2),
}

/** Exact figures of W1 and W3 as printed; the shortfall of W1 to 6 digits, since the further ones differ between sources. */
const PRINTED = [
  [W1, ['.01874591', '.01313974', '.06364006', '.09115979', '.102978']],
  [W3, ['.01874591', '.00965480', '.04923812', '.06592205', '.07298856']],
] as const

/** The books on which engines are compared: ten grades from .3 to 15 %, unequal exposures. */
export const benchmarkBooks: Family = {
  title: 'benchmark books',
  rows: async (run) => {
    const rows: Row[] = []
    const portfolio = w1Portfolio()
    for (const [book, figures] of PRINTED) {
      rows.push(...oracleRows(book, portfolio, figures))
      const exact = Object.fromEntries(NAMES.map((name, i) => [name, Number(figures[i])])) as Record<Figure, number>
      rows.push(...(await simulatedRows(run, book, portfolio, 50_000, exact)))
      if (book === W1) rows.push(...(await mixtureRows(run, book, portfolio, exact)))
    }
    const fine = tenfold(portfolio)
    const loss = fourierInversion(oneYearBook(W2, fine))
    const exact = Object.fromEntries(NAMES.map((name) => [name, FIGURES[name](loss)])) as Record<Figure, number>
    return [...rows, ...(await simulatedRows(run, W2, fine, 5_000, exact))]
  },
}

function oracleRows(book: BenchmarkBook, portfolio: W1Portfolio, figures: readonly string[]): readonly Row[] {
  const exact = fourierInversion(oneYearBook(book, portfolio))
  const normal = conditionalNormal(oneYearBook(book, portfolio))
  return [
    ...NAMES.map((name, i) =>
      published(
        `${book.name}: ${name} by Fourier inversion`,
        'exact figures, as printed',
        figures[i]!,
        FIGURES[name](exact),
      ),
    ),
    ...TAIL.map((name): Row => {
      const expected = FIGURES[name](exact)
      return {
        name: `${book.name}: ${name} by conditional normal`,
        source: 'Fourier inversion, within .01 %',
        expected,
        actual: FIGURES[name](normal),
        tolerance: NEARLY_NORMAL * expected,
      }
    }),
  ]
}

async function simulatedRows(
  run: Run,
  book: BenchmarkBook,
  portfolio: W1Portfolio,
  paths: number,
  exact: Readonly<Record<Figure, number>>,
): Promise<readonly Row[]> {
  const cube = await run(engineBook(book, portfolio, paths, 'exact'))
  const estimates = {
    mean: simulatedMean(cube, cube.loss),
    'standard deviation': simulatedDeviation(cube, cube.loss, exact.mean),
    '99 % quantile': simulatedQuantile(cube, 0.99),
    '99.9 % quantile': simulatedQuantile(cube, 0.999),
    '99.9 % expected shortfall': simulatedShortfall(cube, 0.999),
  }
  const names = paths >= FAR_TAIL ? NAMES : NAMES.filter((name) => !name.startsWith('99.9'))
  return names.map((name) =>
    simulated(`${book.name}: ${name}, simulated`, 'Fourier inversion', exact[name], estimates[name]),
  )
}

/** Fidelity `clt`: few paths, each a normal distribution. */
async function mixtureRows(
  run: Run,
  book: BenchmarkBook,
  portfolio: W1Portfolio,
  exact: Readonly<Record<Figure, number>>,
): Promise<readonly Row[]> {
  const cube = await run(engineBook(book, portfolio, 40_000, 'clt'))
  const name = (figure: Figure): string => `${book.name}: ${figure}, by clt`
  const source = 'Fourier inversion'
  return [
    simulated(name('mean'), source, exact.mean, simulatedMean(cube, cube.loss)),
    simulated(name('99 % quantile'), source, exact['99 % quantile'], simulatedQuantile(cube, 0.99)),
    simulated(name('99.9 % quantile'), source, exact['99.9 % quantile'], simulatedQuantile(cube, 0.999)),
  ]
}

const oneYearBook = (
  { globalLoading, sectorLoading }: BenchmarkBook,
  { exposures, pds, sectors }: W1Portfolio,
): OneYearBook => ({
  exposures,
  pds,
  sectors,
  lgds: everyFirm(exposures.length, LGD),
  globalLoading,
  sectorLoading,
})

const engineBook = (
  { globalLoading, sectorLoading }: BenchmarkBook,
  { exposures, pds, sectors }: W1Portfolio,
  paths: number,
  fidelity: Fidelity,
): TestBook =>
  testBook({
    pds,
    balances: exposures,
    lgds: everyFirm(exposures.length, LGD),
    sectors,
    factors: [
      { by: 'global', loading: globalLoading },
      { by: 'sector', loading: sectorLoading },
    ],
    paths,
    fidelity,
  })

/** Ten loans of a tenth for each one. */
function tenfold({ exposures, pds, sectors }: W1Portfolio): W1Portfolio {
  const source = (i: number): number => Math.floor(i / 10)
  const loans = { length: 10 * exposures.length }
  return {
    exposures: Float64Array.from(loans, (_, i) => exposures[source(i)]! / 10),
    pds: Float64Array.from(loans, (_, i) => pds[source(i)]!),
    sectors: Int32Array.from(loans, (_, i) => sectors[source(i)]!),
  }
}
