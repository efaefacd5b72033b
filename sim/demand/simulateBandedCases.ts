import type { BandedCase } from '../../models/demand/bandedCase.ts'
import type { Study } from '../../models/study.ts'
import { DEFAULT_DEMAND } from '../../scenarios/index.ts'
import { simulateCases } from '../cases.ts'
import type { CasesOptions, SimulatedCases } from '../cases.ts'

/** Cases in which applicants decide on the rates. */
export interface SimulatedBandedCases extends SimulatedCases {
  readonly cases: readonly BandedCase[]
}

/**
 * Simulates a study's scenarios for one book and strategy with applicants who may go elsewhere, and keeps the outcomes of all who are offered
 * a loan apart by band of true PD, so that they can be weighed at any rates. A study without demand takes the default model.
 *
 * The outcomes of the whole (`cube`) are those of who takes the loan at the study's own rates: to the bit a run of the study with demand,
 * which confirms what the bands say at these rates. The same firms default in all of them.
 *
 * @throws {RangeError} when the study has more than one schedule or its loans run already, when the strategy has a guarantee fund or joint
 * liability, or where simulateCases throws one
 */
export async function simulateBandedCases(study: Study, options: CasesOptions = {}): Promise<SimulatedBandedCases> {
  const strategy = study.strategies[options.choice?.strategy ?? 0]!
  if (strategy.guaranteeFund !== null || strategy.jointLiability !== null)
    throw new RangeError(
      `strategy ${strategy.id}: loans under a guarantee fund or joint liability hang on each other, and cannot be weighed one by one: run the study with its demand instead`,
    )
  const simulated = await simulateCases({ ...study, demand: study.demand ?? DEFAULT_DEMAND }, options)
  return { ...simulated, cases: simulated.cases.map((one) => one as BandedCase) }
}
