/** What must hold between the parts of a strategy. */
import type { z } from 'zod'
import { STATEMENT_FIELDS } from '../../models/lending/verify.ts'
import type { Scorecard } from '../../models/scorecard/card.ts'
import type { Admission, CollateralPolicy, LimitPolicy, Verification } from '../../models/strategy.ts'
import { report } from './common.ts'

/** Parts of a strategy as far as the checks look at them, before absent ones are made null. */
interface Parts {
  readonly scorecard: { readonly card: Scorecard } | null
  readonly settlement?: { readonly channel: unknown } | null | undefined
  readonly verification: Verification
  readonly admission: Admission
  readonly limit: LimitPolicy
  readonly collateral: CollateralPolicy
  readonly monitoring: unknown
  readonly renewal: unknown
  readonly jointLiability: unknown
}

/** A member who is not renewed would have to leave its group, which is not simulated. */
export function checkGroups(
  { renewal, jointLiability }: Pick<Parts, 'renewal' | 'jointLiability'>,
  context: z.core.$RefinementCtx,
): void {
  if (renewal !== null && jointLiability !== null)
    report(context, ['renewal'], 'must be left out with jointLiability: members who are not renewed are not simulated')
}

/** Whoever scores by the settlement index keeps one, and takes it into account once. */
export function checkSettlement(
  {
    scorecard,
    settlement,
    admission,
    monitoring,
    renewal,
  }: Pick<Parts, 'scorecard' | 'settlement' | 'admission' | 'monitoring' | 'renewal'>,
  context: z.core.$RefinementCtx,
): void {
  const isScore = scorecard?.card.kind === 'settlement'
  if (isScore && settlement?.channel)
    report(context, ['settlement', 'channel'], 'must be null where the settlement index is the score itself')
  if (settlement || (isScore && settlement === undefined)) return
  const needing: readonly [path: string[], needs: boolean][] = [
    [['admission', 'minSettlementIndex'], admission.minSettlementIndex > 0],
    [['admission', 'declineFlagged'], admission.declineFlagged],
    [['monitoring'], monitoring !== null],
    [['renewal'], renewal !== null],
  ]
  for (const [path, needs] of needing)
    if (needs) report(context, path, 'needs settlement: without a settlement card the bank keeps no index')
}

/** Whoever asks for no statements knows nothing that stands in them. */
export function checkStatements(
  { scorecard, verification, admission }: Pick<Parts, 'scorecard' | 'verification' | 'admission'>,
  context: z.core.$RefinementCtx,
): void {
  if (verification.kind !== 'none') return
  const card = scorecard?.card
  const read = card ? STATEMENT_FIELDS.filter((field) => field in card.fields) : []
  if (read.length > 0)
    report(
      context,
      ['verification'],
      `must be statements or crossCheck: the card ${card!.id} reads ${read.join(', ')} from them`,
    )
  const unknown = 'needs statements: verification none asks for none, and the debt ratio stands in them'
  if (admission.maxDebtRatio < Infinity) report(context, ['admission', 'maxDebtRatio'], unknown)
  if (Object.keys(admission.sectorMaxDebtRatio).length > 0)
    report(context, ['admission', 'sectorMaxDebtRatio'], unknown)
}

/** Whoever lends what the collateral carries says how much that is; classes left out are lent against by the gap. */
export function checkCollateral(
  { limit, collateral }: Pick<Parts, 'limit' | 'collateral'>,
  context: z.core.$RefinementCtx,
): void {
  if (limit.basis !== 'collateral') return
  const booked: readonly string[] = collateral.as === null ? collateral.accept : [collateral.as]
  if (!Object.keys(collateral.loanToValue).some((secured) => booked.includes(secured)))
    report(
      context,
      ['limit', 'basis'],
      'must be gap: collateral.loanToValue does not say what any class lent against carries',
    )
}
