import { conditionalDefaultProbability } from '../../models/conditionalDefaultProbability.ts'
import { normalDensity } from '../../models/normal.ts'
import { simulatedDeviation, simulatedMean } from './estimates.ts'
import type { Family } from './family.ts'
import { simulated } from './row.ts'
import { everyFirm, testBook } from './testBook.ts'

const LOANS = 3
const PD = 0.05
const ASSET_CORRELATION = 0.2
const LGD = 0.45
/** λ, well above what a book would have, so that an error would show. */
const STRENGTH = 1
const SOURCE = 'defaults of 3 loans enumerated, factor by quadrature'

/** LGD that rises in bad years and yet keeps its stated mean. */
export const lossLink: Family = {
  title: 'LGD link',
  rows: async (run) => {
    const cube = await run(
      testBook({
        pds: everyFirm(LOANS, PD),
        lgds: everyFirm(LOANS, LGD),
        factors: [{ by: 'global', loading: Math.sqrt(ASSET_CORRELATION) }],
        lgdLink: STRENGTH,
        paths: 200_000,
      }),
    )
    const root = rootOf()
    const mean = LOANS * PD * LGD
    const square = overFactor((p, z) => {
      const loss = lgdAt(root, z)
      return loss * loss * (LOANS * p * (1 - p) + (LOANS * p) ** 2)
    })
    const none = overFactor((p) => (1 - p) ** LOANS)
    const unlinked = Math.sqrt(overFactor((p) => LGD ** 2 * (LOANS * p * (1 - p) + (LOANS * p) ** 2)) - mean ** 2)
    return [
      simulated(
        'LGD linked to the factor: mean loss',
        'number of loans × PD × stated LGD',
        mean,
        simulatedMean(cube, cube.loss),
      ),
      simulated(
        `LGD linked to the factor: standard deviation of loss (${unlinked.toFixed(4)} without)`,
        SOURCE,
        Math.sqrt(square - mean ** 2),
        simulatedDeviation(cube, cube.loss, mean),
      ),
      simulated(
        'LGD linked to the factor: chance of a loss',
        SOURCE,
        1 - none,
        simulatedMean(
          cube,
          cube.loss.map((loss) => (loss > 0 ? 1 : 0)),
        ),
      ),
    ]
  },
}

/** Mean LGD at factor z: logit μ(z) = logit μ₀ − λ·z. */
const lgdAt = (root: number, z: number): number => 1 / (1 + Math.exp(STRENGTH * z - root))

/** logit μ₀ at which the mean LGD of the defaults is the stated one, by bisection. */
function rootOf(): number {
  let [low, high] = [-10, 10]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (overFactor((p, z) => p * lgdAt(middle, z)) < PD * LGD) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Mean of a function of the conditional PD and the factor. */
function overFactor(f: (p: number, z: number) => number): number {
  let sum = 0
  for (let z = -9; z <= 9; z += 0.05) {
    const p = conditionalDefaultProbability(PD, Math.sqrt(ASSET_CORRELATION) * z, ASSET_CORRELATION)
    sum += 0.05 * normalDensity(z) * f(p, z)
  }
  return sum
}
