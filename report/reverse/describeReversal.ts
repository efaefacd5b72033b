import type { NoRoot, Reversal } from '../../sim/reverse/reversal.ts'
import { SHOCKS } from '../../sim/reverse/shocks/index.ts'
import { type Format, plusMinus, share, smallMoney } from '../format.ts'
import { type Lang, inLang } from '../text.ts'
import { reverseWords } from '../words/reverse.ts'
import { SHOCK_SIZE } from './shockSize.ts'

/** A reversal in words. */
export interface DescribedReversal {
  readonly shock: string
  /** Size without the shock; empty where it cannot act. */
  readonly today: string
  /** The root with its standard error, or why there is none. */
  readonly root: string
  /** The measure on drawn defaults, and whether it is as found; empty without a root. */
  readonly confirmed: string
}

/** Puts a reversal into words. */
export function describeReversal(reversal: Reversal, lang: Lang): DescribedReversal {
  const text = reverseWords(lang)
  const { shock, today, root, standardError, confirmed, reason, measure } = reversal
  const size = SHOCK_SIZE[SHOCKS[shock].unit]
  const value = measureFormat(measure)
  return {
    shock: text.shocks[shock],
    today: today === null ? '' : size(today),
    root: reason ? reasonText(reason, reversal, lang) : withError(size, root, standardError),
    confirmed: confirmed
      ? `${withError(value, confirmed.value, confirmed.standardError)} ${confirmed.holds ? text.holds : text.fails}`
      : '',
  }
}

/** Why there is no root, in a sentence. */
export function reasonText(reason: NoRoot, { shock }: Pick<Reversal, 'shock'>, lang: Lang): string {
  const { reasons } = reverseWords(lang)
  if (reason.kind === 'noEffect') return reasons.noEffect
  if (reason.kind === 'refused') return reasons.refused(inLang(reason.text, lang))
  const size = SHOCK_SIZE[SHOCKS[shock].unit]
  return reasons[reason.kind](size(reason.from), size(reason.to))
}

/** How values of a measure are written. */
export const measureFormat = (measure: Reversal['measure']): Format => (measure === 'ratio' ? smallMoney : share)

const withError = (format: Format, value: number | null, error: number | null): string =>
  [format(value), plusMinus(format, error)].filter((part) => part !== '').join(' ')
