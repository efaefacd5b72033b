import type { Scenario } from '../../models/scenario.ts'
import { scenario } from '../schema/scenario.ts'
import { checkItem } from './checkItem.ts'
import type { LocatedMap } from './located.ts'
import { readOne } from './readOne.ts'
import type { Reading } from './reading.ts'

/** A scenario by its id or path, see {@link readOne}. */
export const readScenario = (idOrPath: string): Promise<Scenario> => readOne('scenario', idOrPath, toScenario)

export const toScenario = (document: LocatedMap, reading: Reading): Scenario | null =>
  checkItem(scenario, document, reading)
