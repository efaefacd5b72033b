import { LANGS, LANG_TAGS, type Lang } from '../text.ts'
import { type Markup, NOTHING, html, raw } from './markup.ts'
import { CONTENT_SECURITY_POLICY, STYLE } from './style.ts'

const NAMES: Readonly<Record<Lang, string>> = { en: 'English', zh: '中文' }

const POLICY = Object.entries(CONTENT_SECURITY_POLICY)
  .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
  .join('; ')

/** What stands in a document beside its title. */
interface DocumentParts {
  /** Language shown first. */
  readonly lang: Lang
  readonly body: readonly Markup[]
  /** Radio buttons that decide what the body shows. */
  readonly choices?: readonly Markup[]
  readonly navigation?: Markup
}

/**
 * A whole page, in every language, with a switch.
 *
 * @param title  plain text
 */
export const toDocument = (title: string, { lang, body, choices = [], navigation = NOTHING }: DocumentParts): string =>
  html`<!doctype html>
    <html lang="${LANG_TAGS[lang]}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        ${LANGS.map((one) => languageSwitch(one, lang))} ${choices} ${navigation}
        <main>${body}</main>
      </body>
    </html> `.markup

/** Whether a page was drawn with this version's style sheet, which the server's policy names, and shows this language first. */
export const isCurrent = (page: string, lang: Lang): boolean =>
  page.includes(`<style>${STYLE}</style>`) && page.includes(`<html lang="${LANG_TAGS[lang]}">`)

const languageSwitch = (one: Lang, shown: Lang): Markup => html`
  <input
    class="choose"
    type="radio"
    name="lang"
    id="lang-${one}"
    autocomplete="off"
    ${raw(one === shown ? 'checked' : '')}
  />
  <label for="lang-${one}" lang="${LANG_TAGS[one]}">${NAMES[one]}</label>
`
