import type { Measure } from '../../models/judge/coverage.ts'
import type { Fidelity } from '../../models/study.ts'
import type { Text } from '../../models/text.ts'
import type { ShockId } from './shocks/index.ts'

/** The size of a shock at which coverage is lost, or regained where it is lost without any. */
export interface Reversal {
  readonly shock: ShockId
  readonly scenario: string
  readonly measure: Measure
  /** Of the ratio or the probability. */
  readonly level: number
  /** Size that leaves the scenario as it is; null where the shock cannot act. */
  readonly today: number | null
  /** In the shock's own unit; null where `reason` says why there is none. */
  readonly root: number | null
  /** Of the root: that of the measure there ÷ its slope in the size. */
  readonly standardError: number | null
  /** How the root was searched for. */
  readonly fidelity: Fidelity
  readonly confirmed: Confirmation | null
  readonly reason: NoRoot | null
}

/** The measure at the root on drawn defaults. */
export interface Confirmation {
  readonly value: number | null
  readonly standardError: number | null
  readonly paths: number
  /** Whether it is at the level within its error and that of the search, at the study's confidence. */
  readonly holds: boolean
}

/** Why there is no root: the measure stays above the level, or below it, at every size; it does not move at all; or the shock cannot act. */
export type NoRoot =
  | { readonly kind: 'above' | 'below'; readonly from: number; readonly to: number }
  | { readonly kind: 'noEffect' }
  | { readonly kind: 'refused'; readonly text: Text }
