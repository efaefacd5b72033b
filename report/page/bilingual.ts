import { LANGS, LANG_TAGS, type Lang } from '../text.ts'
import { type Markup, html } from './markup.ts'

/** A block in every language; the page shows one of them. */
export const blocks = (part: (lang: Lang) => Markup): readonly Markup[] =>
  LANGS.map((lang) => html`<div lang="${LANG_TAGS[lang]}">${part(lang)}</div>`)

/** A run of words in every language. */
export const spans = (part: (lang: Lang) => string): readonly Markup[] =>
  LANGS.map((lang) => html`<span lang="${LANG_TAGS[lang]}">${part(lang)}</span>`)
