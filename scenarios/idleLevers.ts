import type { Book } from '../models/book.ts'
import type { Scenario, Shocks } from '../models/scenario.ts'
import type { Strategy } from '../models/strategy.ts'

/** Why a shock finds nothing to act on: no applicants (a tape), no guarantee network, no guarantee fund, losses that a tape states. */
export type IdleReason = 'noApplicants' | 'noGuarantees' | 'noFund' | 'statedLgd'

/** A risk that a scenario is about. */
export type HiddenRisk = 'fraud' | 'guarantees'

export interface IdleLever {
  readonly lever: keyof Shocks
  readonly reason: IdleReason
  /** The risk that the scenario loses with it; null where the shock takes none away or asks for none of it. */
  readonly hiddenRisk: HiddenRisk | null
}

/**
 * The shocks of a scenario that change nothing on a book: those set to a value that acts, where there is nothing for it to act on.
 *
 * @param strategies  that lend on the book; a fund of any of them gives its cap something to act on
 */
export function idleLevers(book: Book, { shocks }: Scenario, strategies: readonly Strategy[]): readonly IdleLever[] {
  const { fraudShare, guaranteeShare, linkProbability, guaranteeFundCap, saleDelay, auctionFactor } = shocks
  const idle: IdleLever[] = []
  const add = (lever: keyof Shocks, acts: boolean, reason: IdleReason, hiddenRisk: HiddenRisk | null = null): void => {
    if (acts) idle.push({ lever, reason, hiddenRisk })
  }
  if (book.kind === 'tape') {
    add('fraudShare', fraudShare !== null, 'noApplicants', fraudShare === 0 ? null : 'fraud')
    for (const lever of ['salesChange', 'receivableDays'] as const) add(lever, shocks[lever] !== 0, 'noApplicants')
    for (const lever of ['sectorSalesChange', 'sectorReceivableDays'] as const)
      add(lever, Object.keys(shocks[lever]).length > 0, 'noApplicants')
  }
  if (book.guarantees === null) {
    add('guaranteeShare', guaranteeShare !== null, 'noGuarantees', guaranteeShare === 0 ? null : 'guarantees')
    const hidden = linkProbability.some((probability) => probability > 0) ? 'guarantees' : null
    const isGrouped = strategies.some(({ jointLiability }) => jointLiability !== null)
    if (!isGrouped) add('linkProbability', linkProbability.length > 0, 'noGuarantees', hidden)
  }
  if (strategies.every(({ guaranteeFund }) => guaranteeFund === null))
    add('guaranteeFundCap', guaranteeFundCap.length > 0, 'noFund')
  if (book.kind === 'tape' && book.columns.lgd !== undefined) {
    add(
      'saleDelay',
      saleDelay.some((years) => years !== 0),
      'statedLgd',
    )
    add(
      'auctionFactor',
      auctionFactor.some((factor) => factor !== 1),
      'statedLgd',
    )
  }
  return idle
}
