import type { CellSums, OutcomeCube } from '../../models/cube.ts'
import { normalQuantile } from '../../models/normal.ts'
import { cellIndex } from '../../models/types.ts'
import { uniformAt } from '../../sim/random.ts'

const PATHS = 100_000
const REPLICATES = 20
const CELLS = 25
const YEARS = 3
const RATE_YEARS = YEARS + 1
const VAT_BANDS = [0, 1]
/** Balance-years of a column, deposits and fees a unit of them, and balance of a loan. */
const FULL = 1000
const DEPOSIT = 0.2
const FEES = 0.001
const LOAN = 100
const LGD = 0.45

/** A cube as large as repricing must be quick on: 100,000 paths × 200 columns (25 cells of 8), from one factor and noise. */
export function syntheticCube(seed: number, defaultRate: number): OutcomeCube {
  const cells = Int32Array.from({ length: CELLS }, (_, c) => cellIndex(1 + Math.floor(c / 5), 1, c % 5))
  const columns = [...cells].flatMap((cell) =>
    Array.from({ length: RATE_YEARS }, (_, rateYear) =>
      VAT_BANDS.map((vatBand) => ({ cell, rateYear, vatBand })),
    ).flat(),
  )
  const byPath = (value: (path: number) => number): Float64Array =>
    Float64Array.from({ length: PATHS }, (_, p) => value(p))
  const bad = byPath((p) => defaultRate * Math.exp(0.5 * normalQuantile(uniformAt(seed, p)) - 0.125))
  const noise = byPath((p) => uniformAt(seed + 1, p))
  const lostEarned = new Float32Array(columns.length * PATHS)
  for (let k = 0; k < columns.length; k++)
    for (let p = 0; p < PATHS; p++)
      lostEarned[k * PATHS + p] = FULL * bad[p]! * (0.5 + noise[(p * 7 + k * 7919) % PATHS]!)
  const cellLoss = new Float32Array(CELLS * PATHS)
  const own = columns.length / CELLS
  for (let c = 0; c < CELLS; c++)
    for (let p = 0; p < PATHS; p++) cellLoss[c * PATHS + p] = LGD * own * lostEarned[own * c * PATHS + p]!
  const loss = byPath((p) => total(CELLS, (c) => cellLoss[c * PATHS + p]!))
  const all = columns.length * FULL
  const funded = byPath((p) => all * (1 - 0.5 * bad[p]!))
  const perRateYear = new Float64Array(RATE_YEARS * PATHS)
  for (let y = 0; y < RATE_YEARS; y++)
    perRateYear.set(
      funded.map((f) => f / RATE_YEARS),
      y * PATHS,
    )
  const nplRatio = new Float32Array(12 * YEARS * PATHS)
  for (let m = 0; m < 12 * YEARS; m++)
    nplRatio.set(
      bad.map((b) => (b * (m + 1)) / (12 * YEARS)),
      m * PATHS,
    )
  const cube = {
    paths: PATHS,
    replicates: REPLICATES,
    horizonMonths: 12 * YEARS,
    years: YEARS,
    rateYears: RATE_YEARS,
    loans: all / LOAN / YEARS,
    openingExposure: all / YEARS,
    columns,
    fullEarned: new Float64Array(columns.length).fill(FULL),
    lostEarned,
    cells,
    cellLoans: new Float64Array(CELLS).fill(all / LOAN / YEARS / CELLS),
    cellLoss,
    loss,
    year1Loss: loss.map((l) => l / YEARS),
    defaults: loss.map((l) => l / LGD / LOAN),
    year1Defaults: loss.map((l) => l / LGD / LOAN / YEARS),
    defaultedExposure: loss.map((l) => l / LGD),
    funded: perRateYear,
    deposits: perRateYear.map((f) => DEPOSIT * f),
    fees: funded.map((f) => FEES * f),
    ownerAum: new Float64Array(PATHS),
    loanYears: funded.map((f) => f / LOAN),
    nplRatio,
    trueNplRatio: nplRatio,
    sectors: ['all'],
    sectorLoss: Float32Array.from(loss),
    firmDefaults: new Float64Array(PATHS),
    firmDefaultsUncalled: new Float64Array(PATHS),
    spread: null,
  }
  return { ...cube, sums: sumsOf(cube) }
}

/** Everything of a column falls into the calendar year of its contract, and every cell has its share. */
function sumsOf({ columns, lostEarned, loss, funded, fees, loanYears }: Omit<OutcomeCube, 'sums'>): CellSums {
  const size = PATHS / REPLICATES
  const zeros = (entries: number): Float64Array => new Float64Array(REPLICATES * entries)
  const sums = {
    earned: zeros(columns.length * YEARS),
    funded: zeros(CELLS * RATE_YEARS * YEARS),
    deposits: zeros(CELLS * RATE_YEARS * YEARS),
    fees: zeros(CELLS * YEARS),
    ownerAum: zeros(CELLS * YEARS),
    loanYears: zeros(CELLS * YEARS),
    loss: zeros(CELLS * YEARS),
  }
  for (let r = 0; r < REPLICATES; r++) {
    const over = (values: ArrayLike<number>, row = 0): number => total(size, (p) => values[row * PATHS + r * size + p]!)
    for (const [k, { rateYear }] of columns.entries())
      sums.earned[(r * columns.length + k) * YEARS + Math.max(0, rateYear - 1)] = size * FULL - over(lostEarned, k)
    for (let c = 0; c < CELLS; c++)
      for (let y = 0; y < YEARS; y++) {
        const at = (r * CELLS + c) * YEARS + y
        sums.fees[at] = over(fees) / CELLS / YEARS
        sums.loanYears[at] = over(loanYears) / CELLS / YEARS
        sums.loss[at] = over(loss) / CELLS / YEARS
        for (let ry = 0; ry < RATE_YEARS; ry++) {
          const from = ((r * CELLS + c) * RATE_YEARS + ry) * YEARS + y
          sums.funded[from] = over(funded, ry) / CELLS / YEARS
          sums.deposits[from] = DEPOSIT * sums.funded[from]
        }
      }
  }
  return sums
}

function total(count: number, value: (i: number) => number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += value(i)
  return sum
}
