import type { WatchPower } from '../models/result.ts'

/** Share of defaults with an alarm so many months ahead or more. */
export const warnedAhead = ({ alarmByLead }: Pick<WatchPower, 'alarmByLead'>, months: number): number =>
  alarmByLead.slice(months).reduce((sum, share) => sum + share, 0)
