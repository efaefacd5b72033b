import { LANGS, LANG_TAGS, type Lang } from '../text.ts'
import { type Markup, NOTHING, html, raw } from './markup.ts'
import { CONTENT_SECURITY_POLICY, STYLE, servedPolicy } from './style.ts'

const NAMES: Readonly<Record<Lang, string>> = { en: 'English', zh: '中文' }

/** What only the server can give a page: a script by its address, and a style sheet after the one of every page. */
export interface ServedParts {
  readonly script: string
  readonly sheet: string
}

/** What stands in a document beside its title. */
interface DocumentParts {
  /** Language shown first. */
  readonly lang: Lang
  readonly body: readonly Markup[]
  /** Radio buttons that decide what the body shows. */
  readonly choices?: readonly Markup[]
  readonly navigation?: Markup
  readonly served?: ServedParts
}

/**
 * A whole page, in every language, with a switch.
 *
 * @param title  plain text
 */
export const toDocument = (
  title: string,
  { lang, body, choices = [], navigation = NOTHING, served }: DocumentParts,
): string =>
  html`<!doctype html>
    <html lang="${LANG_TAGS[lang]}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policyText(served)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${raw(`<style>${STYLE}</style>`)}
        ${
          served
            ? html`${raw(`<style>${served.sheet}</style>`)}
                <script type="module" src="${served.script}"></script>`
            : NOTHING
        }
      </head>
      <body>
        ${LANGS.map((one) => languageSwitch(one, lang))} ${choices} ${navigation}
        <main>${body}</main>
      </body>
    </html> `.markup

/** Whether a page was drawn with this version's style sheet, which the server's policy names, and shows this language first. */
export const isCurrent = (page: string, lang: Lang): boolean =>
  page.includes(`<style>${STYLE}</style>`) && page.includes(`<html lang="${LANG_TAGS[lang]}">`)

const policyText = (served: ServedParts | undefined): string =>
  Object.entries(served ? servedPolicy(served.sheet) : CONTENT_SECURITY_POLICY)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')

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
