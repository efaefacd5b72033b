import type { Strategy } from '../strategy.ts'
import type { Money } from '../types.ts'

/** Cost of handling and checking one file, approved or not. */
export const fileCost = ({ process, verification }: Pick<Strategy, 'process' | 'verification'>): Money =>
  process.perFile + verification.costPerFile
