import { selectionFinding } from '../selectionFinding.ts'
import type { Selections } from '../selections.ts'
import { type Lang, inLang, words } from '../text.ts'
import { termLink } from './figure.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { confusionTable, declinedTable, lossesTable, rankingTable, watchTable } from './selectionTables.ts'

/**
 * How the strategies choose: what each sees, what that is worth, where it cuts, and what watching adds.
 *
 * @param charts  drawn, by id; those with nothing to show are left out
 */
export function selectionSection(selections: Selections, charts: Readonly<Record<string, Markup>>, lang: Lang): Markup {
  const text = words(lang)
  const own = text.selection
  const { strategies, label, populations } = selections
  const watched = strategies.flatMap(({ title, selection: { watch } }) =>
    watch ? [{ title: inLang(title, lang), watch }] : [],
  )
  const carded = strategies.filter(({ selection }) => selection.confusion.length > 0)
  const declined = declinedTable(selections, lang)
  return html`
    <h2>${own.heading(strategies.length)}</h2>
    ${selectionFinding(selections, lang).map((sentence) => html`<p>${sentence}${text.stop}</p>`)}
    ${rankingTable(selections, lang)}
    <p class="quiet">${own.where(inLang(label, lang), populations)}</p>
    ${
      charts['cutOffFrontier']
        ? html`${charts['cutOffFrontier']}
            <p class="quiet">${words(lang).selection.frontier.omits}</p>`
        : NOTHING
    }
    <p class="quiet">${termLink('frontier', lang)}</p>
    ${charts['roc'] ?? NOTHING}
    <h3>${own.losses}</h3>
    ${lossesTable(selections, lang)}
    <p class="quiet">${own.lossesNote}</p>
    ${
      declined === NOTHING
        ? NOTHING
        : html`<h3>${own.declined}</h3>
            ${declined}
            <p class="quiet">${own.declinedNote}</p>`
    }
    ${
      watched.length === 0
        ? NOTHING
        : html`<h3>${own.watch}</h3>
            ${charts['alarmLead'] ?? NOTHING} ${watchTable(watched, lang)}
            <p class="quiet">${own.watchNote} ${termLink('alarm', lang)}</p>`
    }
    <details>
      <summary>${own.calibrationHeading}</summary>
      ${charts['calibrationByGrade'] ?? NOTHING}
    </details>
    ${
      carded.length === 0
        ? NOTHING
        : html`<details>
            <summary>${own.confusion}</summary>
            <p class="quiet">${own.confusionNote}</p>
            ${carded.map(
              (strategy) =>
                html`<h3>${inLang(strategy.title, lang)}</h3>
                  ${confusionTable(strategy, lang)}`,
            )}
          </details>`
    }
  `
}
