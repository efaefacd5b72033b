import { contextNotice } from '../contextNotice.ts'
import { type Lang, words } from '../text.ts'
import { type Markup, NOTHING, html } from './markup.ts'

/** What stands in the files and does nothing: levers that are not simulated, and shocks without effect on the study's books. */
export function noticesSection(notices: readonly string[], lang: Lang): Markup {
  if (notices.length === 0) return NOTHING
  const text = words(lang)
  const idle = notices.filter((notice) => IDLE.test(notice))
  const contexts = notices.filter((notice) => contextNotice(notice) !== null)
  const others = notices.filter((notice) => !idle.includes(notice) && !contexts.includes(notice))
  return html`
    <h2>${text.notices}</h2>
    ${list(text.noticesNote, contexts.map(notSimulated))}
    ${list(
      text.idleNote,
      idle.map((notice) => withoutEffect(notice, lang)),
    )}
    ${list(
      text.pricing.noticesNote,
      others.map((notice) => worthALook(notice, lang)),
    )}
  `
}

const list = (note: string, items: readonly Markup[]): Markup =>
  items.length === 0
    ? NOTHING
    : html`<p>${note}</p>
        <ul>
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>`

const IDLE = /^(\S+:\d+:\d+) (\S+) has no effect(?: on book (\S+))?: (.+)$/

/** A notice of a file's context as its place and its levers, which read the same in every language. */
function notSimulated(notice: string): Markup {
  const { place, levers } = contextNotice(notice)!
  return html`${place} ${levers.map((lever) => html`<code>${lever}</code> `)}`
}

const BELOW = /^(\S+:\d+:\d+ \S+) is below a better grade: (\S+) for (.+), (\S+) for (.+)$/

/** A rate below a better grade's in the reader's language; any other notice as it stands. */
function worthALook(notice: string, lang: Lang): Markup {
  const [, place = '', rate = '', cells = '', betterRate = '', betterCells = ''] = BELOW.exec(notice) ?? []
  return html`${place === '' ? notice : words(lang).pricing.belowBetter(place, rate, cells, betterRate, betterCells)}`
}

/** A shock's place, its name, the book it leaves as it is, and in English the reason. */
function withoutEffect(notice: string, lang: Lang): Markup {
  const [, place = '', shock = '', book, reason = ''] = IDLE.exec(notice) ?? []
  const text = words(lang)
  return html`${place} <code>${shock}</code> ${book === undefined ? '' : text.onBook(book)} ${text.idleReason(reason)}`
}
