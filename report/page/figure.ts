import type { Result } from '../../models/result.ts'
import { type Format, plusMinus } from '../format.ts'
import { GLOSSARY, type TermId } from '../glossary.ts'
import { standardError } from '../standardError.ts'
import { type Lang, words } from '../text.ts'
import { type Markup, NOTHING, html } from './markup.ts'

/** A figure with its standard error; a dash that says why where there is none. */
export function figure(result: Result, path: string, value: number | null, format: Format, lang: Lang): Markup {
  if (value === null) return dash(result, path, lang)
  const error = plusMinus(format, standardError(result, path))
  return html`${format(value)}${error === '' ? NOTHING : html`<small>${error}</small>`}`
}

/** Stands for a figure that cannot be had, and says why. */
export const dash = ({ reasons }: Result, path: string, lang: Lang): Markup =>
  html`<abbr title="${reasons[path] ?? words(lang).unavailable}">–</abbr>`

/** A figure's name, leading to its definition. */
export const termLink = (id: TermId, lang: Lang): Markup =>
  html`<a href="#${lang}-${id}" title="${GLOSSARY[id][lang].definition}">${GLOSSARY[id][lang].name}</a>`
