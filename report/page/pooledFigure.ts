import type { PairedDifference, Pooled } from '../../models/result.ts'
import { type Format, plusMinus } from '../format.ts'
import { isToldApart } from '../toldApart.ts'
import { type Lang, words } from '../text.ts'
import { type Markup, NOTHING, html } from './markup.ts'

/** A figure over populations with its standard error; a dash where there is none. */
export function pooledFigure(pooled: Pooled | null, format: Format, lang: Lang): Markup {
  if (!pooled) return html`<abbr title="${words(lang).unavailable}">–</abbr>`
  const error = plusMinus(format, pooled.standardError)
  return html`${format(pooled.value)}${error === '' ? NOTHING : html`<small>${error}</small>`}`
}

/** A difference from the first strategy with its paired standard error: bold beyond two of them, grey where it may be chance. */
export const differenceFigure = (difference: PairedDifference | null, format: Format): Markup =>
  difference
    ? html`<small class="${isToldApart(difference) ? 'told' : 'chance'}"
        >${format(difference.value)} ${plusMinus(format, difference.standardError)}</small
      >`
    : NOTHING
