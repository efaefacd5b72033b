import { GLOSSARY, type TermId } from '../glossary.ts'
import { type Lang, words } from '../text.ts'
import { type Markup, html } from './markup.ts'

/** The definition of every figure, where its name links to. */
export const glossarySection = (lang: Lang): Markup => html`
  <h2>${words(lang).glossary}</h2>
  <dl>
    ${(Object.keys(GLOSSARY) as TermId[]).map(
      (id) => html`
        <dt id="${lang}-${id}">${GLOSSARY[id][lang].name}</dt>
        <dd>${GLOSSARY[id][lang].definition}</dd>
      `,
    )}
  </dl>
`
