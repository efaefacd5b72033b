import type { OutcomeCube } from '../cube.ts'
import type { Scenario } from '../scenario.ts'
import type { Schedule } from '../schedule.ts'
import type { JudgeInputs } from './judgement.ts'

/** The outcomes of one strategy's loans in one scenario, with all that a schedule needs to be judged on them. */
export interface PricingCase {
  readonly scenario: Scenario
  readonly cube: OutcomeCube
  /** What the verdict of a stated schedule is made from; the strategy's process is in its costs. */
  readonly inputs: (stated: Schedule) => JudgeInputs
}
