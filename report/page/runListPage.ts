import { finding } from '../finding.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { blocks } from './bilingual.ts'
import { toDocument } from './document.ts'
import { type Markup, html } from './markup.ts'

/** A run in the list; without data it cannot be shown. */
interface ListedRun {
  readonly id: string
  readonly data: ReportData | null
}

/** The finished runs of a folder, each with its answer. */
export const runListPage = (runs: readonly ListedRun[], lang: Lang): string =>
  toDocument(words(lang).runs, {
    body: blocks(
      (one) => html`
        <h1>${words(one).runs}</h1>
        ${
          runs.length === 0
            ? html`<p>${words(one).noRuns}</p>`
            : html`<ul>
                ${runs.map((run) => item(run, one))}
              </ul>`
        }
      `,
    ),
    lang,
  })

const item = ({ id, data }: ListedRun, lang: Lang): Markup =>
  data
    ? html`<li>
        <a href="/runs/${id}">${inLang(data.study.title, lang)}</a> <code>${id}</code><br />${finding(data, lang)}
      </li>`
    : html`<li><code>${id}</code> ${words(lang).unreadable}</li>`
