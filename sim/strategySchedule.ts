import { loanWork } from '../models/loanWork.ts'
import { strategyCosts } from '../models/strategyCosts.ts'
import type { Schedule } from '../models/schedule.ts'
import type { Firms } from '../models/types.ts'
import type { Lending } from './lending.ts'

/**
 * A schedule whose costs hold those of the strategy's process: files, checks, renewals.
 *
 * @param expectedYears  mean loan-years over the paths, where they have been simulated
 * @param work           what the loans give to do, where it is not all that is lent
 */
export function strategySchedule(
  schedule: Schedule,
  { strategy, screened, layout }: Lending,
  { count }: Pick<Firms, 'count'>,
  expectedYears?: number,
  work = loanWork(layout),
): Schedule {
  const applicants = screened ? count : 0
  const bearing = expectedYears ?? work.loanYears
  const costs = strategyCosts(schedule.costs, strategy, {
    ...work,
    applicants,
    bearing,
    watch: screened?.watch ?? null,
  })
  return { ...schedule, costs }
}
