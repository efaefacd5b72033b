import type { Scorecard } from '../../models/scorecard/card.ts'
import { card } from '../schema/card.ts'
import { checkItem } from './checkItem.ts'
import { readOne } from './readOne.ts'

/** A scorecard by its id or path, see {@link readOne}. */
export const loadCard = (idOrPath: string): Promise<Scorecard> =>
  readOne('card', idOrPath, (document, reading) => checkItem(card, document, reading))
