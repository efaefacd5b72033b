import { cellName } from '../cellName.ts'
import { factText } from '../factText.ts'
import type { FileStories, FileStory } from '../fileStories.ts'
import { levelText, percent, plainBasisPoints, whole } from '../format.ts'
import { type Lang, inLang, words } from '../text.ts'
import { elementsTable, rulesTable, scoreTable } from './fileTables.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { rateTable } from './rateTable.ts'

/** A few files of the first strategy: why the decision, and why the rate. */
export function filesSection({ strategy, unit, stories }: FileStories, lang: Lang): Markup {
  const own = words(lang).files
  const name = inLang(unit, lang)
  const money = (amount: number): string => `${whole(amount)}${own.unit(name)}`
  return html`
    <h2>${own.heading}</h2>
    <p class="quiet">${own.intro(inLang(strategy, lang))}</p>
    ${stories.map((story) => storyOf(story, money, lang))}
  `
}

type MoneyText = (amount: number) => string

function storyOf({ kind, file }: FileStory, money: MoneyText, lang: Lang): Markup {
  const text = words(lang)
  const own = text.files
  const { declined, pd, rate, settlement, card } = file
  return html`
    <details>
      <summary>
        ${own.kinds[kind]}${text.colon}${text.clauses([own.firm(file.firm), decision(file, money, lang)])}
      </summary>
      ${declined === null ? NOTHING : html`<p>${own.asIf}</p>`} ${gapSentence(file, lang)}
      <h3>${own.rateHeading}</h3>
      <p>${own.rateOf(cellName(rate.cell, lang), percent(rate.lgd))}</p>
      ${rateTable(file, lang)}
      <h3>${own.lineHeading}</h3>
      <p>${lineText(file, money, lang)}</p>
      <h3>${own.pdHeading}</h3>
      <p>${own.pd(percent(pd.card), percent(pd.assigned), pd.grade)}${text.stop}</p>
      <h3>${own.rulesHeading}</h3>
      ${rulesTable(file.rules, lang)}
      <h3>${own.elementsHeading}</h3>
      ${elementsTable(file.elements, lang)}
      <p class="quiet">${own.elementsNote}</p>
      <h3>${own.scoreHeading(factText(pd.score, lang), pd.level)}</h3>
      ${scoreTable(card, lang)}
      ${
        settlement
          ? html`<h3>${own.settlementHeading(factText(pd.index, lang), pd.flags)}</h3>
              ${scoreTable(settlement, lang)}`
          : NOTHING
      }
      ${alertText(file, lang)}
    </details>
  `
}

function decision({ declined, line, rate }: FileStory['file'], money: MoneyText, lang: Lang): string {
  const text = words(lang)
  return declined === null
    ? text.files.granted(money(line.line), percent(rate.offered), percent(rate.floor?.rate ?? null))
    : text.selection.reasons[declined]
}

/** Whether the rate pays for the loan. */
function gapSentence({ rate: { offered, floor } }: FileStory['file'], lang: Lang): Markup {
  if (offered === null || !floor) return NOTHING
  const text = words(lang)
  const gap = offered - floor.rate
  const size = plainBasisPoints(Math.abs(gap))
  return html`<p>${gap < 0 ? text.files.short(size) : text.files.enough(size)}${text.stop}</p>`
}

function lineText({ line }: FileStory['file'], money: MoneyText, lang: Lang): string {
  const text = words(lang)
  const own = text.files
  return (
    text.parts([
      own.line(money(line.requested), money(line.line)),
      ...line.caps.map(({ cap, amount }) => own.caps[cap](money(amount))),
      ...(line.utilisation < 1 ? [own.drawn(levelText(line.utilisation), money(line.balance))] : []),
    ]) + text.stop
  )
}

function alertText({ signals }: FileStory['file'], lang: Lang): Markup {
  if (!signals || signals.alerts.length === 0) return NOTHING
  const text = words(lang)
  const own = text.files
  const alerts = text.list(signals.alerts.map((alert) => own.alertNames[alert]))
  return html`<p>${own.alerts}${text.colon}${text.withNote(alerts, own.prejudgements[signals.prejudgement])}</p>`
}
