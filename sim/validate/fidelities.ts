import { conditionalDefaultProbability } from '../../models/conditionalDefaultProbability.ts'
import { vasicekExpectedShortfall, vasicekStandardDeviation } from '../../models/vasicek.ts'
import { drawFactors } from '../engine/factors.ts'
import { simulatedDeviation, simulatedShortfall } from './estimates.ts'
import type { Family } from './family.ts'
import { sameByBoth, simulated } from './row.ts'
import { everyFirm, testBook } from './testBook.ts'
import type { TestBook } from './testBook.ts'

const LOANS = 1000
const PD = 0.03
const ASSET_CORRELATION = 0.12

/** What stands in for drawing every default: conditional means (`lln`), and variances (`clt`). */
export const fidelities: Family = {
  title: 'fidelities lln and clt',
  rows: async (run) => {
    const name = `${LOANS} loans, PD ${PD}, ρ ${ASSET_CORRELATION}`
    const limit = bookOf('lln')
    const cube = await run(limit)
    const pds = conditionalPds(limit)
    const rates = cube.loss.map((loss) => loss / LOANS)
    const means = largestGap(rates, pds)
    const deviation = simulatedDeviation(cube, rates, PD)
    const shortfall = simulatedShortfall({ ...cube, loss: rates }, 0.99)
    const spread = (await run(bookOf('clt'))).spread!.lossVariance.map((v) => v / LOANS)
    return [
      sameByBoth(`${name}: largest error of a path’s loss in lln`, 'the conditional PD at its factor', 0, means, 1),
      simulated(
        `${name}: standard deviation in lln`,
        'Vasicek (2002)',
        vasicekStandardDeviation(PD, ASSET_CORRELATION),
        deviation,
      ),
      simulated(
        `${name}: 99 % expected shortfall in lln`,
        'Vasicek (2002)',
        vasicekExpectedShortfall(PD, ASSET_CORRELATION, 0.99),
        shortfall,
      ),
      sameByBoth(
        `${name}: largest error of a path’s variance in clt`,
        'p(1 − p) per loan at its factor',
        0,
        largestGap(
          spread,
          pds.map((p) => p * (1 - p)),
        ),
        1,
      ),
    ]
  },
}

const bookOf = (fidelity: 'lln' | 'clt'): TestBook =>
  testBook({
    pds: everyFirm(LOANS, PD),
    factors: [{ by: 'global', loading: Math.sqrt(ASSET_CORRELATION) }],
    paths: 20_000,
    fidelity,
  })

/** Conditional PD of every path, from the factor that the engine draws for it. */
function conditionalPds({ settings, factors }: TestBook): Float64Array {
  const strata = settings.paths / settings.replicates
  const factor = new Float64Array(1)
  return Float64Array.from({ length: settings.paths }, (_, path) => {
    drawFactors(factors, Math.floor(path / strata), path % strata, strata, 0, factor)
    return conditionalDefaultProbability(PD, Math.sqrt(ASSET_CORRELATION) * factor[0]!, ASSET_CORRELATION)
  })
}

const largestGap = (a: Float64Array, b: Float64Array): number =>
  a.reduce((gap, x, i) => Math.max(gap, Math.abs(x / b[i]! - 1)), 0)
