/** Risk parameters that may be tried; each 1, 0 or null leaves the book's. */
export interface RiskChanges {
  /** Multiplies the scenario's PD multiple, > 0. */
  readonly pdMultiple: number
  /** Total asset correlation in place of the book’s, in [0, .9]; every loading is scaled alike; null leaves it. */
  readonly assetCorrelation: number | null
  /** Added to every LGD. */
  readonly lgdAdd: number
  /** Loans of a book of the same mix; null leaves the book's. */
  readonly loans: number | null
}
