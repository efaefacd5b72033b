import type { Schedule } from '../../models/schedule.ts'
import { schedule } from '../schema/schedule.ts'
import { checkItem } from './checkItem.ts'
import type { LocatedMap } from './located.ts'
import { readOne } from './readOne.ts'
import type { Reading } from './reading.ts'

/** A schedule by its id or path, see {@link readOne}. */
export const readSchedule = (idOrPath: string): Promise<Schedule> => readOne('schedule', idOrPath, toSchedule)

export const toSchedule = (document: LocatedMap, reading: Reading): Schedule | null =>
  checkItem(schedule, document, reading)
