import type { OutcomeCube } from '../cube.ts'
import type { PricingCase } from '../judge/pricingCase.ts'
import type { Schedule } from '../schedule.ts'
import type { DemandModel } from '../study.ts'

/**
 * A case whose applicants may go elsewhere: beside the outcomes of those who take the loan at the study's own rates, the outcomes of all who
 * are offered one, apart by band of true PD, so that they can be weighed at any rates.
 */
export interface BandedCase extends PricingCase {
  readonly demand: DemandModel
  /** By true PD, together all who are offered a loan; a band without loans is left out. */
  readonly bands: readonly Band[]
  /**
   * A stated schedule whose costs hold those of the strategy's process where only shares take the loan.
   *
   * @param shares    that take it: entry of `bands` × cell position of its cube
   * @param expected  loan-years expected of them, > 0, which bear the cost of every file
   */
  readonly scheduled: (stated: Schedule, shares: readonly Float64Array[], expected: number) => Schedule
}

/** Applicants of one band, were all to take the loan. */
export interface Band {
  /** Lowest (0), middle or highest (2) third of true PD within each grade. */
  readonly band: number
  readonly cube: OutcomeCube
  /** By cell position of the cube: balance at month 0, and true PDs of the loans, added up. */
  readonly balance: Float64Array
  readonly truePd: Float64Array
}
