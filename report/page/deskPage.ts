import type { ReportData } from '../reportData.ts'
import { asRun } from '../desk/asRun.ts'
import { type Lang, inLang } from '../text.ts'
import { deskWords } from '../words/desk.ts'
import { blocks } from './bilingual.ts'
import { DESK_STYLE } from './deskStyle.ts'
import { toDocument } from './document.ts'
import { html } from './markup.ts'

/** The pricing desk of a run: a page that its script fills, and that leads back to the report without one. */
export const deskPage = (data: ReportData, lang: Lang): string =>
  toDocument(deskWords(lang).of(inLang(data.study.title, lang)), {
    lang,
    served: { script: '/assets/desk.js', sheet: DESK_STYLE },
    body: [
      html`<div id="desk" data-run="${JSON.stringify(asRun(data))}">
        ${blocks(
          (one) => html`
            <h1>${deskWords(one).of(inLang(data.study.title, one))}</h1>
            <p>${deskWords(one).needsScript}</p>
            <p><a href="/runs/${data.runId}">${deskWords(one).toReport}</a></p>
          `,
        )}
      </div>`,
    ],
  })
