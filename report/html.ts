import type { ChartSpec } from './charts/chartSpec.ts'
import { COMPARISON_CHARTS, ENTRY_CHARTS, LAW_CHARTS, RUN_CHARTS, SELECTION_CHARTS } from './charts/index.ts'
import { answer } from './page/answer.ts'
import { blocks, spans } from './page/bilingual.ts'
import { chartFigure } from './page/chartFigure.ts'
import { checksSection } from './page/checksSection.ts'
import { comparisonHead, comparisonTabs } from './page/comparisonSection.ts'
import { toDocument } from './page/document.ts'
import { entryPanel } from './page/entryPanel.ts'
import { filesSection } from './page/filesSection.ts'
import { glossarySection } from './page/glossarySection.ts'
import { lawSection } from './page/lawSection.ts'
import { type Markup, NOTHING, html, raw } from './page/markup.ts'
import { methodSection } from './page/methodSection.ts'
import { selectionSection } from './page/selectionSection.ts'
import { verdictSection } from './page/verdictSection.ts'
import type { ReportData, ReportEntry } from './reportData.ts'
import { shownPanels } from './shownPanels.ts'
import { LANGS, type Lang, inLang, words } from './text.ts'

type Charts = Readonly<Record<Lang, Readonly<Record<string, Markup>>>>

/**
 * The report of a run as one HTML page: no script, nothing loaded from elsewhere, both languages inside.
 *
 * @param options.lang  language shown first
 */
export async function renderReport(data: ReportData, options: { readonly lang: Lang }): Promise<string> {
  const { selections, files } = data
  const isCompared = data.comparisons.length > 0
  const shown = shownPanels(data)
  const panels = new Set(shown)
  const overview = isCompared
    ? await draw(COMPARISON_CHARTS, (chart, lang) => chart(data, lang))
    : await draw(RUN_CHARTS, (chart, lang) => chart(data, lang))
  const selecting = await draw(SELECTION_CHARTS, (chart, lang) => chart(data, lang))
  const tabs = await Promise.all(
    shown.map(async (i) => {
      const entry = data.entries[i]!
      return panel(entry, i, shown[0] === i, data, await draw(ENTRY_CHARTS, (chart, lang) => chart(entry, data, lang)))
    }),
  )
  const laws = await Promise.all(
    shown.map(async (i) => ({
      entry: data.entries[i]!,
      charts: await draw(LAW_CHARTS, (chart, lang) => chart(data.entries[i]!, data, lang)),
    })),
  )
  const body = [
    ...blocks((lang) => answer(data, lang)),
    ...(isCompared
      ? [
          ...blocks((lang) => html`<div class="charts">${Object.values(overview[lang])}</div>`),
          ...blocks((lang) => comparisonHead(data, lang)),
          comparisonTabs(data, panels, blocks),
          ...blocks((lang) => verdictSection(data, panels, lang)),
        ]
      : [
          ...blocks((lang) => verdictSection(data, panels, lang)),
          ...blocks(
            (lang) =>
              html`<h2>${words(lang).overview}</h2>
                <div class="overview">${Object.values(overview[lang])}</div>`,
          ),
        ]),
    ...(selections ? blocks((lang) => selectionSection(selections, selecting[lang], lang)) : []),
    ...(files ? blocks((lang) => filesSection(files, lang)) : []),
    ...blocks((lang) =>
      lawSection(
        laws.map(({ entry, charts }) => ({ entry, charts: Object.values(charts[lang]) })),
        data.entries.length > 1,
        lang,
      ),
    ),
    ...blocks((lang) => detailHead(data, shown.length, lang)),
    html`<div class="tabs">${tabs}</div>`,
    ...blocks((lang) => checksSection(data.checks, lang)),
    ...blocks((lang) => methodSection(data, lang)),
    ...blocks(glossarySection),
  ]
  return toDocument(inLang(data.study.title, options.lang), body, options.lang)
}

/** Charts of one kind by id in each language, one after the other, without those that have nothing to show. */
async function draw<T>(
  charts: Readonly<Record<string, T>>,
  toSpec: (chart: T, lang: Lang) => ChartSpec | null,
): Promise<Charts> {
  const inLanguage = async (lang: Lang) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(charts).flatMap(([id, chart]) => {
          const spec = toSpec(chart, lang)
          return spec ? [chartFigure(id, spec).then((figure) => [id, figure] as const)] : []
        }),
      ),
    )
  const [en, zh] = await Promise.all(LANGS.map(inLanguage))
  return { en: en ?? {}, zh: zh ?? {} }
}

/** A radio button, its label and what it shows: one tab. */
const panel = (entry: ReportEntry, i: number, isFirst: boolean, data: ReportData, charts: Charts): Markup => html`
  <input class="choose" type="radio" name="entry" id="entry-${i}" autocomplete="off" ${raw(isFirst ? 'checked' : '')} />
  <label for="entry-${i}">${spans((lang) => inLang(entry.label, lang))}</label>
  <section class="panel">${blocks((lang) => entryPanel(entry, data, Object.values(charts[lang]), lang))}</section>
`

function detailHead(data: ReportData, shown: number, lang: Lang): Markup {
  const text = words(lang)
  const all = data.entries.length
  const populations = data.comparisons[0]?.populations ?? 1
  if (data.comparisons.length > 0)
    return html`
      <h2 class="screen">${text.comparison.detail(populations)}</h2>
      <p class="quiet screen">${text.detailNote}</p>
      <p>
        ${shown < all ? text.comparison.panels(shown, all) : NOTHING}
        ${populations > 1 ? text.comparison.firstPopulation(populations) : NOTHING}
      </p>
    `
  return html`
    <h2 class="screen">${data.axes.length === 0 ? text.detail : text.detailCase}</h2>
    <p class="quiet screen">${text.detailNote}</p>
    ${shown < all ? html`<p>${text.chartsLeftOut(shown, all)}</p>` : NOTHING}
  `
}
