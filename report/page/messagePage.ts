import { type Lang, type Words, words } from '../text.ts'
import { blocks } from './bilingual.ts'
import { toDocument } from './document.ts'
import { html } from './markup.ts'

/** A page that says one thing and leads back to the runs. */
export const messagePage = (message: (text: Words) => string, detail: string, lang: Lang): string =>
  toDocument(message(words(lang)), {
    body: blocks(
      (one) => html`
        <h1>${message(words(one))}</h1>
        <p>${detail}</p>
        <p><a href="/">${words(one).backToRuns}</a></p>
      `,
    ),
    lang,
  })
