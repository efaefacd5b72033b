import type { CellSums, OutcomeCube, Spread } from './cube.ts'

/**
 * Puts two cubes of one book, strategy and scenario with different replicates one after the other.
 *
 * @returns a cube of a's replicates followed by b's, in memory of its own
 * @throws {RangeError} when their replicates differ in size, or the cubes in shape
 */
export function joinCubes(a: OutcomeCube, b: OutcomeCube): OutcomeCube {
  const [each, other] = [a.paths / a.replicates, b.paths / b.replicates]
  if (each !== other)
    throw new RangeError(`joinCubes: replicates must have the same number of paths, got ${each} and ${other}`)
  for (const name of ['columns', 'cells', 'sectors'] as const)
    if (a[name].length !== b[name].length)
      throw new RangeError(`joinCubes: ${name} must be alike, got ${a[name].length} and ${b[name].length}`)
  if (a.horizonMonths !== b.horizonMonths)
    throw new RangeError(`joinCubes: horizonMonths must be alike, got ${a.horizonMonths} and ${b.horizonMonths}`)
  const paths = a.paths + b.paths
  /** Two arrays of entry × path. */
  const join = <T extends Float32Array | Float64Array>(x: T, y: T): T => {
    const joined = new (x.constructor as new (length: number) => T)(x.length + y.length)
    const entries = x.length / a.paths
    for (let k = 0; k < entries; k++) {
      joined.set(x.subarray(k * a.paths, (k + 1) * a.paths), k * paths)
      joined.set(y.subarray(k * b.paths, (k + 1) * b.paths), k * paths + a.paths)
    }
    return joined
  }
  const nplRatio = join(a.nplRatio, b.nplRatio)
  return {
    paths,
    replicates: a.replicates + b.replicates,
    horizonMonths: a.horizonMonths,
    years: a.years,
    rateYears: a.rateYears,
    loans: a.loans,
    openingExposure: a.openingExposure,
    columns: a.columns,
    fullEarned: a.fullEarned,
    cells: a.cells,
    cellLoans: a.cellLoans,
    sectors: a.sectors,
    lostEarned: join(a.lostEarned, b.lostEarned),
    cellLoss: join(a.cellLoss, b.cellLoss),
    sectorLoss: join(a.sectorLoss, b.sectorLoss),
    loss: join(a.loss, b.loss),
    year1Loss: join(a.year1Loss, b.year1Loss),
    defaults: join(a.defaults, b.defaults),
    year1Defaults: join(a.year1Defaults, b.year1Defaults),
    defaultedExposure: join(a.defaultedExposure, b.defaultedExposure),
    funded: join(a.funded, b.funded),
    deposits: join(a.deposits, b.deposits),
    fees: join(a.fees, b.fees),
    ownerAum: join(a.ownerAum, b.ownerAum),
    loanYears: join(a.loanYears, b.loanYears),
    nplRatio,
    trueNplRatio: a.trueNplRatio === a.nplRatio ? nplRatio : join(a.trueNplRatio, b.trueNplRatio),
    firmDefaults: join(a.firmDefaults, b.firmDefaults),
    firmDefaultsUncalled: join(a.firmDefaultsUncalled, b.firmDefaultsUncalled),
    spread: a.spread && b.spread && joinSpreads(a.spread, b.spread, join),
    sums: joinSums(a.sums, b.sums),
  }
}

const joinSpreads = (a: Spread, b: Spread, join: <T extends Float32Array | Float64Array>(x: T, y: T) => T): Spread => ({
  lossVariance: join(a.lossVariance, b.lossVariance),
  year1LossVariance: join(a.year1LossVariance, b.year1LossVariance),
  cellCovariance: join(a.cellCovariance, b.cellCovariance),
})

/** Replicates come first in these, so that one follows the other as a whole. */
const joinSums = (a: CellSums, b: CellSums): CellSums => ({
  earned: after(a.earned, b.earned),
  funded: after(a.funded, b.funded),
  deposits: after(a.deposits, b.deposits),
  fees: after(a.fees, b.fees),
  ownerAum: after(a.ownerAum, b.ownerAum),
  loanYears: after(a.loanYears, b.loanYears),
  loss: after(a.loss, b.loss),
})

function after(a: Float64Array, b: Float64Array): Float64Array {
  const joined = new Float64Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}
