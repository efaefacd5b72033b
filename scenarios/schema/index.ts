/** The schema of every kind of document. */
import { book } from './book.ts'
import { card } from './card.ts'
import { scenario } from './scenario.ts'
import { schedule } from './schedule.ts'
import { strategy } from './strategy.ts'
import { study } from './study.ts'

export const SCHEMAS = { book, strategy, schedule, scenario, study, card } as const
