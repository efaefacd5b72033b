import type { Contagion } from './contagion.ts'
import type { Deferrals } from './deferrals.ts'
import type { PdNodes } from './pdNodes.ts'

/**
 * What all strategies of a task share. An **event** is that a firm at a node defaults in a year, numbered year × node, or fails at the end
 * of a deferral, numbered on from there; a path gives every event its probability.
 */
export interface MeanField {
  readonly nodes: PdNodes
  readonly deferrals: Deferrals
  readonly contagion: Contagion | null
}
