import Table from 'cli-table3'
import type { Text } from '../models/text.ts'
import { cellName } from './cellName.ts'
import { PLAIN } from './commands/print.ts'
import { factText } from './factText.ts'
import {
  alertText,
  decisionText,
  evidenceText,
  gapText,
  lineText,
  moneyText,
  pdText,
  rateSteps,
  requirementText,
} from './fileSentences.ts'
import type { FileStory } from './fileStories.ts'
import { percent } from './format.ts'
import { type Lang, inLang, words } from './text.ts'

/** Why a strategy decides on a firm as it does and why at this rate, for a terminal. */
export function fileText(file: FileStory['file'], strategy: Text, unit: Text, lang: Lang): string {
  const text = words(lang)
  const own = text.files
  const money = moneyText(unit, lang)
  const { declined, pd, rate, settlement, card, rules, elements } = file
  return [
    `${own.firm(file.firm)} · ${inLang(strategy, lang)}${text.colon}${
      declined === null
        ? decisionText(file, money, lang)
        : text.withNote(own.kinds.declined, decisionText(file, money, lang))
    }`,
    declined === null ? null : own.asIf,
    gapText(file, lang),
    own.rateOf(cellName(rate.cell, lang), percent(rate.lgd)) + text.stop,
    table([text.figure, text.value], rateSteps(file, lang)),
    lineText(file, money, lang),
    pdText(file, lang),
    table(
      [own.rule, own.value, own.asked, own.passes],
      rules.map(({ reason, value, asked, passes }) => [
        text.selection.reasons[reason],
        factText(value, lang),
        requirementText(asked, lang),
        passes ? text.yes : text.no,
      ]),
    ),
    table(
      [own.element, own.finding, own.evidence],
      elements.map(({ element, finding, evidence }) => [
        own.elements[element],
        finding === null ? own.unknown : own.findings[finding],
        evidenceText(evidence, lang),
      ]),
    ),
    ...scored(own.scoreHeading(factText(pd.score, lang), pd.level), card, lang),
    ...(settlement ? scored(own.settlementHeading(factText(pd.index, lang), pd.flags), settlement, lang) : []),
    alertText(file, lang),
  ]
    .filter((part) => part !== null)
    .join('\n')
}

function scored(heading: string, { rows, limits }: FileStory['file']['card'], lang: Lang): (string | null)[] {
  const text = words(lang)
  const own = text.files
  const active = limits.filter(({ applies }) => applies)
  return [
    heading,
    table(
      [own.item, own.value, own.marks, own.why],
      rows.map(({ title, value, marks, fullMarks, why }) => [
        inLang(title, lang),
        factText(value, lang),
        `${factText(marks, lang)} / ${factText(fullMarks, lang)}`,
        why,
      ]),
    ),
    active.length === 0 ? null : own.vetoes + text.colon + text.list(active.map(({ title }) => inLang(title, lang))),
  ]
}

/** Long cells are broken so that a line fits a terminal. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string | null {
  if (rows.length === 0) return null
  const own = new Table({ ...PLAIN, head: [...head] })
  for (const row of rows) own.push(row.map((cell) => broken(cell)))
  return own.toString()
}

const WIDTH = 70

function broken(cell: string): string {
  const lines: string[] = ['']
  for (const word of cell.split(' ')) {
    const last = lines.at(-1)!
    if (last !== '' && last.length + 1 + word.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.join('\n')
}
