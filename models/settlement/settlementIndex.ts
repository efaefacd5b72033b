import { isWithin, rangeText } from '../numberRange.ts'
import type { SettlementCard } from '../scorecard/card.ts'
import { INPUT_RANGES } from './inputRanges.ts'
import type { SettlementInputs } from './inputs.ts'

/** Exponents of the three parts, and what sincerity is made of. */
export type IndexWeights = Pick<SettlementCard, 'exponents' | 'sincerity'>

/** The weights of the shipped card. */
export const STANDARD_WEIGHTS: IndexWeights = {
  exponents: { volume: 0.35, retention: 0.4, sincerity: 0.25 },
  sincerity: { regularity: 0.5, window: 0.3, products: 0.2 },
}

/** The index and the three parts that it is the weighted geometric mean of. */
export interface SettlementIndex {
  /** s1: settlement against the share of sales that goes with the share of loans, in [0, 1]. */
  readonly volume: number
  /** s2: deposit that settlement leaves behind, against what is normal, in [0, 1]. */
  readonly retention: number
  /** s3: sincerity of cooperation, in [0, 1]. */
  readonly sincerity: number
  /** In [0, 100], before any cap. */
  readonly index: number
}

/**
 * Settlement credit index of a borrower at the lending bank: sales settled through it (the base), money that settlement leaves on
 * deposit (the key) and sincerity of cooperation (the result).
 *
 *     s1 = min(1, V / (w·S))        s2 = min(1, (D/V) / ρ*)        s3 = .5·regular months + .3·(1 − max(0, W − 1))⁺ + .2·products
 *     index = 100 · s1^.35 · s2^.40 · s3^.25
 *
 * Geometric because the parts are to support each other and one that is missing suffices to fail.
 *
 * @throws {RangeError} when an input is outside its range or NaN
 * @see Li, Xiao, Tan, 小微企业销售货款结算信用度评价指标构建: the three parts; exponents and formulas are assumptions
 * Tested against golden/settlement.json and a borrower who round-trips.
 */
export function settlementIndex(inputs: SettlementInputs): SettlementIndex {
  requireInputs('settlementIndex', inputs)
  return indexParts(STANDARD_WEIGHTS, inputs)
}

/** The same under other weights, of inputs that were checked. */
export function indexParts(weights: IndexWeights, inputs: SettlementInputs): SettlementIndex {
  const volume = volumeOf(inputs)
  const retention = retentionOf(inputs)
  const sincerity = sincerityOf(weights, inputs)
  return { volume, retention, sincerity, index: indexOf(weights, volume, retention, sincerity) }
}

/** The index alone under a card's weights, for large numbers of checked inputs. */
export const compileIndex =
  (weights: IndexWeights): ((inputs: SettlementInputs) => number) =>
  (inputs) =>
    indexOf(weights, volumeOf(inputs), retentionOf(inputs), sincerityOf(weights, inputs))

/** s1. */
export const volumeOf = ({ verifiedSettlement, cashSales, loanShare }: SettlementInputs): number =>
  Math.min(1, verifiedSettlement / (loanShare * cashSales))

/** s2; without settlement nothing has settled that could stay. */
const retentionOf = ({ verifiedSettlement, naturalDeposit, depositNorm }: SettlementInputs): number =>
  verifiedSettlement > 0 ? Math.min(1, naturalDeposit / verifiedSettlement / depositNorm) : 0

/** s3. */
const sincerityOf = ({ sincerity }: IndexWeights, inputs: SettlementInputs): number =>
  sincerity.regularity * inputs.regularMonthsShare +
  sincerity.window * windowOf(inputs) +
  sincerity.products * inputs.productShare

/** 1 where settlement before maturity is that of other months or less, 0 where it is twice that or more. */
export const windowOf = ({ maturityWindowRatio }: SettlementInputs): number =>
  Math.max(0, 1 - Math.max(0, maturityWindowRatio - 1))

const indexOf = ({ exponents }: IndexWeights, volume: number, retention: number, sincerity: number): number =>
  100 * volume ** exponents.volume * retention ** exponents.retention * sincerity ** exponents.sincerity

/** @throws {RangeError} naming the first input that is outside its range */
export function requireInputs(subject: string, inputs: SettlementInputs): void {
  for (const [name, range] of Object.entries(INPUT_RANGES)) {
    const value: unknown = inputs[name as keyof SettlementInputs]
    if (!isWithin(range, value))
      throw new RangeError(`${subject}: ${name} must be ${rangeText(range)}, got ${String(value)}`)
  }
}
