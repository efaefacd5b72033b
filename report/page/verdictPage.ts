import { shownNote } from './shownNote.ts'
import { answer } from './answer.ts'
import { blocks } from './bilingual.ts'
import { cellsTable } from './cellsTable.ts'
import { chooser, panels } from './chooser.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { verdictPanel } from './verdictPanel.ts'
import { verdictSection } from './verdictSection.ts'

/** The answer, every scenario at a glance, and one of them in detail. */
export function verdictPage({ data, shown, charts }: PageContent): readonly Markup[] {
  const withPanels = new Set(shown)
  const isCompared = data.comparisons.length > 0
  return [
    ...blocks((lang) => answer(data, lang)),
    ...blocks(
      (lang) =>
        html`<div class="overview">
          ${isCompared ? (charts.comparison[lang]['strategyCoverage'] ?? NOTHING) : Object.values(charts.run[lang])}
        </div>`,
    ),
    ...blocks((lang) => verdictSection(data, withPanels, lang)),
    ...blocks((lang) => shownNote(data, shown, lang)),
    chooser(data, shown),
    panels(shown, (i) => [
      ...blocks((lang) =>
        verdictPanel(data.entries[i]!, data, Object.values(charts.entries.verdict.get(i)![lang]), lang),
      ),
      cellsTable(data.entries[i]!),
    ]),
  ]
}
