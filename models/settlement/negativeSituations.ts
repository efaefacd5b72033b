import type { SettlementCard } from '../scorecard/card.ts'
import {
  NEGATIVE_SITUATIONS,
  type NegativeSituation,
  type NegativeSituationInputs,
  type SettlementInputs,
} from './inputs.ts'
import { volumeOf } from './settlementIndex.ts'

/** Everything that a settlement card reads; NaN stands for a figure of a negative situation that is not known. */
export type SettlementRecord = SettlementInputs & NegativeSituationInputs

/**
 * The negative situations (负面情形) that a borrower is in.
 *
 *     evasion    ΣV ≥ .7·S and s1 < .4                  keeps settlement away from the lender who could watch it
 *     noVolume   ΣV < .6·S_ref, or V fell by over 40 %  has no normal volume: production or market is bad
 *     roundTrip  D/C < .3·ρ*, or same day > .4·C        sends one sum from account to account to look like sales
 *     dressing   W ≥ 2 and regular months < .5          shows receipts only near maturity
 *
 * The figures are those of the shipped card. A condition on a figure that is not known does not hold.
 *
 * @returns in the order above
 * @see Li, Xiao, Tan, 小微企业销售货款结算信用度评价指标构建: the situations; their rules are assumptions
 */
export function negativeSituations(card: SettlementCard, inputs: SettlementRecord): NegativeSituation[] {
  const flags = compileFlags(card)(inputs)
  return NEGATIVE_SITUATIONS.filter((_, bit) => flags & (1 << bit))
}

/**
 * The same as bits, for large numbers of borrowers: bit i is set where the i-th of {@link NEGATIVE_SITUATIONS} is active.
 *
 * Tested against {@link negativeSituations}.
 */
export function compileFlags({ flags }: Pick<SettlementCard, 'flags'>): (inputs: SettlementRecord) => number {
  const { evasion, noVolume, roundTrip, dressing } = flags
  return (inputs) => {
    const { cashSales, naturalDeposit, depositNorm, regularMonthsShare, maturityWindowRatio } = inputs
    const { settlementAllBanks, referenceSales, settlementChange, grossTurnover, sameDayTurnover } = inputs
    return (
      bit(0, settlementAllBanks >= evasion.allBanks * cashSales && volumeOf(inputs) < evasion.volume) |
      bit(1, settlementAllBanks < noVolume.allBanks * referenceSales || settlementChange < -noVolume.fall) |
      bit(
        2,
        naturalDeposit < roundTrip.retention * depositNorm * grossTurnover ||
          sameDayTurnover > roundTrip.sameDay * grossTurnover,
      ) |
      bit(3, maturityWindowRatio >= dressing.window && regularMonthsShare < dressing.regularity)
    )
  }
}

const bit = (position: number, set: boolean): number => (set ? 1 << position : 0)
