import type { Strategy } from '../../models/strategy.ts'
import { strategy } from '../schema/strategy.ts'
import { checkItem } from './checkItem.ts'
import type { LocatedMap } from './located.ts'
import { readOne } from './readOne.ts'
import type { Reading } from './reading.ts'

/** A strategy by its id or path, see {@link readOne}. */
export const readStrategy = (idOrPath: string): Promise<Strategy> => readOne('strategy', idOrPath, toStrategy)

export const toStrategy = (document: LocatedMap, reading: Reading): Strategy | null =>
  checkItem(strategy, document, reading)
