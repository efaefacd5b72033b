import { loanWork } from '../models/loanWork.ts'
import { strategyCosts } from '../models/strategyCosts.ts'
import type { Schedule } from '../models/study.ts'
import type { Firms } from '../models/types.ts'
import type { Lending } from './lend.ts'

/** A schedule whose costs hold those of the strategy's process: files, checks, renewals. */
export const strategySchedule = (
  schedule: Schedule,
  { strategy, screened, layout }: Lending,
  { count }: Pick<Firms, 'count'>,
): Schedule => ({
  ...schedule,
  costs: strategyCosts(schedule.costs, strategy, {
    ...loanWork(layout),
    applicants: screened ? count : 0,
    watch: screened?.watch ?? null,
  }),
})
