import type { ChartSpec } from './charts/chartSpec.ts'
import { ENTRY_CHARTS, LAW_CHARTS, RUN_CHARTS } from './charts/index.ts'
import { answer } from './page/answer.ts'
import { blocks, spans } from './page/bilingual.ts'
import { chartFigure } from './page/chartFigure.ts'
import { checksSection } from './page/checksSection.ts'
import { toDocument } from './page/document.ts'
import { entryPanel } from './page/entryPanel.ts'
import { glossarySection } from './page/glossarySection.ts'
import { lawSection } from './page/lawSection.ts'
import { type Markup, NOTHING, html, raw } from './page/markup.ts'
import { methodSection } from './page/methodSection.ts'
import { verdictSection } from './page/verdictSection.ts'
import type { ReportData, ReportEntry } from './reportData.ts'
import { LANGS, type Lang, inLang, words } from './text.ts'

/** Entries with charts and tables of their own; those beyond are in the verdict table only, and the page says so. */
const MOST_PANELS = 24

type Charts = Readonly<Record<Lang, readonly Markup[]>>

/**
 * The report of a run as one HTML page: no script, nothing loaded from elsewhere, both languages inside.
 *
 * @param options.lang  language shown first
 */
export async function renderReport(data: ReportData, options: { readonly lang: Lang }): Promise<string> {
  const shown = data.entries.slice(0, MOST_PANELS)
  const overview = await draw(RUN_CHARTS, (chart, lang) => chart(data, lang))
  const panels = await Promise.all(
    shown.map(async (entry, i) => {
      const charts = await draw(ENTRY_CHARTS, (chart, lang) => chart(entry, data, lang))
      return panel(entry, i, data, charts)
    }),
  )
  const laws = await Promise.all(shown.map((entry) => draw(LAW_CHARTS, (chart, lang) => chart(entry, data, lang))))
  const body = [
    ...blocks((lang) => answer(data, lang)),
    ...blocks((lang) => verdictSection(data, lang)),
    ...blocks(
      (lang) =>
        html`<h2>${words(lang).overview}</h2>
          <div class="overview">${overview[lang]}</div>`,
    ),
    ...blocks((lang) =>
      lawSection(
        data,
        laws.map((own) => own[lang]),
        lang,
      ),
    ),
    ...blocks((lang) => detailHead(data, shown.length, lang)),
    html`<div class="tabs">${panels}</div>`,
    ...blocks((lang) => checksSection(data.checks, lang)),
    ...blocks((lang) => methodSection(data, lang)),
    ...blocks(glossarySection),
  ]
  return toDocument(inLang(data.study.title, options.lang), body, options.lang)
}

/** Charts of one kind in each language, one after the other, without those that have nothing to show. */
async function draw<T>(
  charts: Readonly<Record<string, T>>,
  toSpec: (chart: T, lang: Lang) => ChartSpec | null,
): Promise<Charts> {
  const inLanguage = (lang: Lang) =>
    Promise.all(
      Object.entries(charts).flatMap(([id, chart]) => {
        const spec = toSpec(chart, lang)
        return spec ? [chartFigure(id, spec)] : []
      }),
    )
  const [en, zh] = await Promise.all(LANGS.map(inLanguage))
  return { en: en ?? [], zh: zh ?? [] }
}

/** A radio button, its label and what it shows: one tab. */
const panel = (entry: ReportEntry, i: number, data: ReportData, charts: Charts): Markup => html`
  <input class="choose" type="radio" name="entry" id="entry-${i}" autocomplete="off" ${raw(i === 0 ? 'checked' : '')} />
  <label for="entry-${i}">${spans((lang) => inLang(entry.label, lang))}</label>
  <section class="panel">${blocks((lang) => entryPanel(entry, data, charts[lang], lang))}</section>
`

function detailHead(data: ReportData, shown: number, lang: Lang): Markup {
  const text = words(lang)
  const all = data.entries.length
  return html`
    <h2 class="screen">${data.axes.length === 0 ? text.detail : text.detailCase}</h2>
    <p class="quiet screen">${text.detailNote}</p>
    ${shown < all ? html`<p>${text.chartsLeftOut(shown, all)}</p>` : NOTHING}
  `
}
