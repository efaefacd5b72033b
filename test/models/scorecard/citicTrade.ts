import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { CardOptions } from '../../../models/scorecard/cardOptions.ts'
import type { ScoreResult } from '../../../models/scorecard/scoreResult.ts'
import type { MarksCard } from '../../../models/scorecard/card.ts'
import type { Applicant } from '../../../models/types.ts'
import { marksCard } from '../../../scenarios/schema/marksCard.ts'

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

/** The card as shipped. */
export const citicTrade: MarksCard = deepFreeze(marksCard.parse(parse(read('scenarios/cards/citic-trade.yaml'))))

export interface ScoreVector {
  readonly name: string
  readonly options: CardOptions
  readonly applicant: Applicant
  readonly expected: Omit<ScoreResult, 'vetoes'>
}

export const vectors: readonly ScoreVector[] = deepFreeze(JSON.parse(read('test/golden/scorecard.json')).vectors)

/** The applicant who scores 100. */
export const best: Applicant = vectors.find(({ name }) => name === 'full marks')!.applicant

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}
