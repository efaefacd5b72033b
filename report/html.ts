import { drawCharts } from './drawCharts.ts'
import { bookPage } from './page/bookPage.ts'
import { chosenEntry } from './page/chooser.ts'
import { toDocument } from './page/document.ts'
import { lawPage } from './page/lawPage.ts'
import { lossesPage } from './page/lossesPage.ts'
import type { Markup } from './page/markup.ts'
import { methodPage } from './page/methodPage.ts'
import { navigation } from './page/navigation.ts'
import type { PageContent } from './page/pageContent.ts'
import { PAGES, type PageId } from './page/pages.ts'
import { pricesPage } from './page/pricesPage.ts'
import { strategiesPage } from './page/strategiesPage.ts'
import { stressPage } from './page/stressPage.ts'
import { verdictPage } from './page/verdictPage.ts'
import { html } from './page/markup.ts'
import type { ReportData } from './reportData.ts'
import { shownPanels } from './shownPanels.ts'
import { type Lang, inLang } from './text.ts'

/** What stands on each page; null where the run has nothing for it. */
const CONTENTS: Readonly<Record<PageId, (content: PageContent) => readonly Markup[] | null>> = {
  verdict: verdictPage,
  prices: pricesPage,
  losses: lossesPage,
  law: lawPage,
  stress: stressPage,
  strategies: strategiesPage,
  book: bookPage,
  method: methodPage,
}

/**
 * The report of a run as one HTML file: pages that links lead to, no script, nothing loaded from elsewhere, both languages inside.
 *
 * @param options.lang  language shown first
 */
export async function renderReport(data: ReportData, options: { readonly lang: Lang }): Promise<string> {
  const shown = shownPanels(data)
  const charts = await drawCharts(data, shown)
  const pages = PAGES.flatMap((id) => {
    const body = CONTENTS[id]({ data, shown, charts })
    return body ? [{ id, body }] : []
  })
  const title = inLang(data.study.title, options.lang)
  return toDocument(title, {
    lang: options.lang,
    choices: chosenEntry(data, shown),
    navigation: navigation(pages.map(({ id }) => id)),
    body: pages.map(({ id, body }) => html`<section class="page" id="${id}">${body}</section>`),
  })
}
