import type { ExplainedRule } from '../../models/lending/explainFile.ts'
import type { ElementFinding } from '../../models/lending/sixElements.ts'
import type { ScoreExplanation } from '../../models/scorecard/scoreExplanation.ts'
import { factText } from '../factText.ts'
import { evidenceText, requirementText } from '../fileSentences.ts'
import { type Lang, inLang, words } from '../text.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { plainTable } from './plainTable.ts'

/** Every admission rule, what it looks at and what it asks. */
export const rulesTable = (rules: readonly ExplainedRule[], lang: Lang): Markup => {
  const text = words(lang)
  const own = text.files
  return plainTable(
    [own.rule, own.value, own.asked, own.passes],
    rules.map(({ reason, value, asked, passes }) => [
      text.selection.reasons[reason],
      factText(value, lang),
      requirementText(asked, lang),
      passes ? `✓ ${text.yes}` : html`<strong>✕ ${text.no}</strong>`,
    ]),
  )
}

/** The six elements and what each is judged by. */
export const elementsTable = (elements: readonly ElementFinding[], lang: Lang): Markup => {
  const text = words(lang)
  const own = text.files
  return plainTable(
    [own.element, own.finding, html`<span class="sight">${own.evidence}</span>`],
    elements.map(({ element, finding, evidence }) => [
      own.elements[element],
      finding === null ? own.unknown : findingText(finding, own.findings[finding]),
      html`<span class="sight">${evidenceText(evidence, lang)}</span>`,
    ]),
  )
}

const findingText = (finding: string, word: string): Markup =>
  finding === 'poor' || finding === 'veto' ? html`<strong>${word}</strong>` : html`${word}`

/** Marks of every item; why they were given is said in English alone, like the messages of the command line. */
export function scoreTable({ rows, limits }: ScoreExplanation, lang: Lang): Markup {
  const text = words(lang)
  const own = text.files
  const isEnglish = lang === 'en'
  const active = limits.filter(({ applies }) => applies)
  return html`
    ${plainTable(
      [own.item, own.value, own.marks, ...(isEnglish ? [html`<span class="sight">${own.why}</span>`] : [])],
      rows.map(({ title, value, marks, fullMarks, why }) => [
        inLang(title, lang),
        factText(value, lang),
        `${factText(marks, lang)} / ${factText(fullMarks, lang)}`,
        ...(isEnglish ? [html`<span class="sight">${why}</span>`] : []),
      ]),
    )}
    ${
      active.length === 0
        ? NOTHING
        : html`<p>${own.vetoes}${text.colon}${text.list(active.map(({ title }) => inLang(title, lang)))}</p>`
    }
  `
}
