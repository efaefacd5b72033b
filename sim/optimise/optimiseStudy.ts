import type { Optimised } from '../../models/optimise/optimised.ts'
import { underTerms } from '../../models/reprice/terms.ts'
import type { Schedule } from '../../models/schedule.ts'
import type { Study } from '../../models/study.ts'
import { simulateCases } from '../cases.ts'
import type { CasesOptions } from '../cases.ts'
import { confirm } from './confirm.ts'
import type { ConfirmedGoal } from './confirm.ts'
import { optimiseCases } from './optimiseCases.ts'

export interface OptimiseOptions extends Omit<CasesOptions, 'scenarios'> {
  /** Schedule to start from, an index in the study's list; the first by default. */
  readonly schedule?: number
  /** Whether what is found is tried with another seed. */
  readonly confirm?: boolean
}

/** What was found, and the schedule itself. */
export interface OptimisedStudy {
  readonly optimised: Optimised
  /** Today's with the rates found, in whole basis points; null when infeasible. */
  readonly schedule: Schedule | null
  /** Null when not asked for, or nothing was found. */
  readonly confirmed: readonly ConfirmedGoal[] | null
}

/**
 * Simulates the scenarios of a study's goals for one book and strategy, and finds the schedule nearest to one of the study's that covers
 * in them.
 *
 * @throws what simulateCases and optimiseCases throw
 */
export async function optimiseStudy(study: Study, options: OptimiseOptions = {}): Promise<OptimisedStudy> {
  const settings = study.optimise
  const wanted = study.scenarios.filter(({ id }) => settings.scenarios.some(({ scenario }) => scenario === id))
  const stated = study.schedules[options.schedule ?? 0]!
  const simulated = await simulateCases(study, { ...options, scenarios: wanted })
  try {
    const optimised = await optimiseCases(simulated.cases, stated, settings)
    const rates = optimised.rounded?.rates ?? null
    const schedule = rates && underTerms(stated, { ...stated, rates })
    const confirmed = options.confirm && schedule ? await confirm(simulated, schedule, settings) : null
    return { optimised, schedule, confirmed }
  } finally {
    await simulated.close()
  }
}
