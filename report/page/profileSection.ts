import type { Figures } from '../drawCharts.ts'
import { total, whole } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, words } from '../text.ts'
import { type Markup, html } from './markup.ts'

/** Who is in the book. */
export function profileSection({ profile, entries }: ReportData, charts: Figures, lang: Lang): Markup {
  const text = words(lang).profile
  const unit = entries[0]?.unit ?? { en: '' }
  return html`
    <h2>${text.heading}</h2>
    <p>
      ${text.summary(whole(profile.loans), total(profile.balance, unit, lang), total(profile.largestLoan, unit, lang))}
    </p>
    <p class="quiet">${text.note}</p>
    ${Object.values(charts)}
  `
}
