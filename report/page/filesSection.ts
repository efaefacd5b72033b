import { cellName } from '../cellName.ts'
import { factText } from '../factText.ts'
import type { FileStories, FileStory } from '../fileStories.ts'
import { alertText, decisionText, gapText, lineText, moneyText, pdText, rateSteps } from '../fileSentences.ts'
import type { MoneyText } from '../fileSentences.ts'
import { percent } from '../format.ts'
import { type Lang, inLang, words } from '../text.ts'
import { elementsTable, rulesTable, scoreTable } from './fileTables.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { plainTable } from './plainTable.ts'

/** A few files of the first strategy: why the decision, and why the rate. */
export function filesSection({ strategy, unit, stories }: FileStories, lang: Lang): Markup {
  const own = words(lang).files
  const money = moneyText(unit, lang)
  return html`
    <h2>${own.heading}</h2>
    <p class="quiet">${own.intro(inLang(strategy, lang))}</p>
    ${stories.map((story) => storyOf(story, money, lang))}
  `
}

function storyOf({ kind, file }: FileStory, money: MoneyText, lang: Lang): Markup {
  const text = words(lang)
  const own = text.files
  const { declined, pd, rate, settlement, card } = file
  const steps = rateSteps(file, lang)
  return html`
    <details>
      <summary>
        ${own.kinds[kind]}${text.colon}${text.clauses([own.firm(file.firm), decisionText(file, money, lang)])}
      </summary>
      ${declined === null ? NOTHING : html`<p>${own.asIf}</p>`} ${sentence(gapText(file, lang))}
      <h3>${own.rateHeading}</h3>
      <p>${own.rateOf(cellName(rate.cell, lang), percent(rate.lgd))}</p>
      ${steps.length === 0 ? NOTHING : plainTable([text.figure, text.value], steps)}
      <h3>${own.lineHeading}</h3>
      <p>${lineText(file, money, lang)}</p>
      <h3>${own.pdHeading}</h3>
      <p>${pdText(file, lang)}</p>
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
      ${sentence(alertText(file, lang))}
    </details>
  `
}

const sentence = (text: string | null): Markup => (text === null ? NOTHING : html`<p>${text}</p>`)
