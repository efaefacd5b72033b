import { baselRiskWeight } from '../../models/basel.ts'
import type { BaselInputs } from '../../models/basel.ts'
import type { Family } from './family.ts'
import type { Row } from './row.ts'

const SOURCE = 'Basel Committee (2006), Annex 5'

/** .011 points: the printed table was made with rounded inputs. */
const TOLERANCE = 0.00011

const COLUMNS = [
  { column: 'corporate, LGD .45', inputs: { assetClass: 'corporate', lgd: 0.45 } },
  { column: 'small firm (5 m EUR), LGD .45', inputs: { assetClass: 'smeCorporate', lgd: 0.45, turnoverMillionEur: 5 } },
  { column: 'other retail, LGD .45', inputs: { assetClass: 'otherRetail', lgd: 0.45 } },
  { column: 'other retail, LGD .85', inputs: { assetClass: 'otherRetail', lgd: 0.85 } },
] as const satisfies readonly { column: string; inputs: Omit<BaselInputs, 'pd'> }[]

/** PD, and risk weights by column. */
const CASES = [
  [0.001, [0.2965, 0.233, 0.1116, 0.2108]],
  [0.005, [0.6961, 0.5491, 0.3236, 0.6113]],
  [0.01, [0.9232, 0.724, 0.4577, 0.8646]],
] as const

/** Risk weights of the internal ratings-based approach. */
export const basel: Family = {
  title: 'Basel II risk weights',
  rows: () =>
    CASES.flatMap(([pd, weights]) =>
      COLUMNS.map(({ column, inputs }, i): Row => ({
        name: `Basel risk weight, PD ${pd}, ${column}`,
        source: SOURCE,
        expected: weights[i]!,
        actual: baselRiskWeight({ pd, ...inputs }),
        tolerance: TOLERANCE,
      })),
    ),
}
