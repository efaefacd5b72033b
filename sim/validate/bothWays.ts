import { conditionalDefaultProbability } from '../../models/conditionalDefaultProbability.ts'
import { equalLoansStandardDeviation } from '../../models/lawOfLargeNumbers.ts'
import { normalCdf, normalDensity, normalQuantile } from '../../models/normal.ts'
import { finiteBookDistribution } from '../../models/oracle/finiteBook.ts'
import { PRICING_DEFAULTS, rateFloor } from '../../models/pricing/rateFloor.ts'
import { vatBandOf, vatOnRate } from '../../models/pricing/vat.ts'
import { integrate } from '../../models/quadrature.ts'
import { studentMixtureCdf, studentMixtureQuantile, studentScore } from '../../models/studentFactor.ts'
import { vasicekExpectedShortfall } from '../../models/vasicek.ts'
import type { Family } from './family.ts'
import { rateDeviation } from './finiteBook.ts'
import { sameByBoth } from './row.ts'
import type { Row } from './row.ts'

/** Figures that two formulas of ours give, by unlike ways. */
export const bothWays: Family = {
  title: 'formulas against each other',
  rows: () => [...bookSizes(), ...factorMeans(), ...tails(), ...student(), ...vat()],
}

const BOOKS = [
  [0.01, 0.12, 100],
  [0.03, 0.05, 1000],
  [0.05, 0.2, 1000],
] as const

const bookSizes = (): readonly Row[] =>
  BOOKS.map(([pd, correlation, loans]) =>
    sameByBoth(
      `${loans} loans, PD ${pd}, ρ ${correlation}: standard deviation of the default rate`,
      'SD²(N) = SD²(∞) + (p(1 − p) − SD²(∞))/N against the binomial mixture',
      equalLoansStandardDeviation(pd, correlation, loans),
      rateDeviation(finiteBookDistribution(pd, correlation, loans)),
    ),
  )

const CONDITIONAL = [
  [0.001, 0.05],
  [0.03, 0.12],
  [0.2, 0.3],
] as const

const factorMeans = (): readonly Row[] =>
  CONDITIONAL.map(([pd, correlation]) =>
    sameByBoth(
      `PD ${pd}, ρ ${correlation}: mean of the conditional PD`,
      'the PD itself, against quadrature over the factor',
      pd,
      overNormal((x) => conditionalDefaultProbability(pd, Math.sqrt(correlation) * x, correlation)),
    ),
  )

const tails = (): readonly Row[] =>
  [0.99, 0.999].map((level) => {
    const [pd, correlation] = [0.03, 0.12]
    const worst = (x: number): number =>
      conditionalDefaultProbability(pd, Math.sqrt(correlation) * x, correlation) * normalDensity(x)
    return sameByBoth(
      `PD ${pd}, ρ ${correlation}: ${100 * level} % expected shortfall`,
      'Φ₂ against quadrature over the worst factors',
      vasicekExpectedShortfall(pd, correlation, level),
      integrate(worst, -12, normalQuantile(1 - level)) / (1 - level),
    )
  })

const student = (): readonly Row[] =>
  [3, 6, 30].flatMap((degreesOfFreedom) => {
    const [pd, global] = [0.03, 0.1]
    const threshold = studentMixtureQuantile(pd, { t: global, normal: 1 - global, degreesOfFreedom })
    const name = `t factor with ${degreesOfFreedom} degrees of freedom`
    return [
      sameByBoth(
        `${name}: probability below the ${pd} quantile`,
        'the level itself, against the mixture’s distribution',
        pd,
        studentMixtureCdf(threshold, { t: global, normal: 1 - global, degreesOfFreedom }),
      ),
      sameByBoth(
        `${name}: mean of the conditional PD`,
        'the PD itself, against quadrature over the factor',
        pd,
        overNormal((z) =>
          normalCdf((threshold - Math.sqrt(global) * studentScore(z, degreesOfFreedom)) / Math.sqrt(1 - global)),
        ),
      ),
    ]
  })

/** Lines exempt from VAT, exempt in part and taxed in full. */
const vat = (): readonly Row[] =>
  [50, 500, 2000].map((line) => {
    const { netRate, rate } = rateFloor({ balance: line, pd: 0.03, lgd: 0.45 })
    const { lpr, vatRate, vatMethod } = PRICING_DEFAULTS
    return sameByBoth(
      `floor rate of a line of ${line} less its VAT`,
      'the net rate, against the tax on the offered rate',
      netRate,
      rate - vatOnRate(rate, vatBandOf(line), lpr, vatRate, vatMethod),
    )
  })

/** Mean over a standard normal factor. */
const overNormal = (f: (x: number) => number): number => integrate((x) => f(x) * normalDensity(x), -12, 12)
