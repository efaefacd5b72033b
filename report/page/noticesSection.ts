import { contextNotice } from '../contextNotice.ts'
import { type Lang, words } from '../text.ts'
import { type Markup, NOTHING, html } from './markup.ts'

/** What stands in the files and does nothing: levers that are not simulated, and shocks without effect on the study's books. */
export function noticesSection(notices: readonly string[], lang: Lang): Markup {
  if (notices.length === 0) return NOTHING
  const text = words(lang)
  const idle = notices.filter((notice) => IDLE.test(notice))
  const others = notices.filter((notice) => !IDLE.test(notice))
  return html`
    <h2>${text.notices}</h2>
    ${list(text.noticesNote, others.map(notSimulated))}
    ${list(
      text.idleNote,
      idle.map((notice) => withoutEffect(notice, lang)),
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

/** A notice as its place and its levers, which read the same in every language; as it stands where it has another form. */
function notSimulated(notice: string): Markup {
  const context = contextNotice(notice)
  return context === null
    ? html`${notice}`
    : html`${context.place} ${context.levers.map((lever) => html`<code>${lever}</code> `)}`
}

/** A shock's place, its name, the book it leaves as it is, and in English the reason. */
function withoutEffect(notice: string, lang: Lang): Markup {
  const [, place = '', shock = '', book, reason = ''] = IDLE.exec(notice) ?? []
  const text = words(lang)
  return html`${place} <code>${shock}</code> ${book === undefined ? '' : text.onBook(book)} ${text.idleReason(reason)}`
}
