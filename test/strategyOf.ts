import type { Strategy } from '../models/strategy.ts'
import { NEUTRAL_STRATEGY } from '../scenarios/index.ts'

/** A strategy that asks for nothing and does nothing but what these parts say. */
export const strategyOf = (parts: Partial<Strategy> = {}): Strategy => ({
  ...NEUTRAL_STRATEGY,
  id: 'test',
  title: { en: 'test' },
  ...parts,
})
