import Table from 'cli-table3'
import { approximations } from './approximations.ts'
import { comparisonTables } from './comparisonTables.ts'
import { isPooled } from './comparisons.ts'
import { type Format, basisPoints, percent, plusMinus, ratio, share } from './format.ts'
import { GLOSSARY, type TermId } from './glossary.ts'
import { CHANGE_AXIS, changeText } from './labels.ts'
import { partialScenarios } from './partialScenarios.ts'
import type { ReportData, ReportEntry } from './reportData.ts'
import { standardError } from './standardError.ts'
import { type Lang, inLang, words } from './text.ts'
import { verdictBasis } from './verdictBasis.ts'
import { verdictText } from './verdictText.ts'

const AXIS_NAMES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  book: { en: 'Book', zh: '客群' },
  strategy: { en: 'Strategy', zh: '策略' },
  schedule: { en: 'Schedule', zh: '利率表' },
  [CHANGE_AXIS]: { en: 'Change', zh: '变动' },
}

/** Figures of a row, in order, with their units; those with `hasError` carry their standard error. */
const COLUMNS = [
  { figure: 'coverageRatio', format: ratio, hasError: true },
  { figure: 'coverageProbability', format: share, hasError: true },
  { figure: 'surplus', format: basisPoints, hasError: true },
  { figure: 'portfolioYield', format: percent, hasError: false },
  { figure: 'expectedLoss', format: percent, hasError: false },
  { figure: 'breakEvenYield', format: percent, hasError: false },
  { figure: 'nplPeak', format: percent, hasError: false },
] as const satisfies readonly { figure: TermId; format: Format; hasError: boolean }[]

/** What stands under the table: what the way of computing leaves out, what decides the verdict, and what scenarios simulated in part leave out. */
export const verdictNotes = (data: ReportData, lang: Lang): readonly string[] => [
  ...approximations(data, lang),
  verdictBasis(data.study.verdict, lang),
  ...partialScenarios(data, lang).map(
    ({ name, limitation }) => `${words(lang).withNote(name, words(lang).inPart)}${words(lang).colon}${limitation}`,
  ),
]

/**
 * The verdict table of a run for a terminal: one row an entry, with a column for each axis on which the entries differ. Where strategies
 * are compared over several populations, a table a scenario with one row a strategy.
 *
 * @param isColoured  whether verdicts are coloured; false where the output is not a terminal
 */
export function verdictTable(data: ReportData, lang: Lang, isColoured: boolean): string {
  if (isPooled(data)) return comparisonTables(data.comparisons, lang, isColoured)
  const text = words(lang)
  const table = new Table({
    head: [
      ...data.axes.map((axis) => AXIS_NAMES[axis]?.[lang] ?? axis),
      text.scenario,
      text.verdict,
      // two lines a heading, or the table is too wide for most terminals
      ...COLUMNS.map(({ figure }) => GLOSSARY[figure][lang].name.replace(' ', '\n')),
    ],
    colAligns: [...data.axes.map(() => 'left' as const), 'left', 'left', ...COLUMNS.map(() => 'right' as const)],
    style: { head: [], border: [], compact: true },
  })
  for (const entry of data.entries)
    table.push([
      ...data.axes.map((axis) => axisValue(entry, data.axes, axis, lang)),
      scenarioName(entry, lang),
      verdictText(entry.result.verdict, lang, isColoured),
      ...COLUMNS.map(({ figure, format, hasError }) =>
        [format(entry.result[figure]), hasError ? plusMinus(format, standardError(entry.result, figure)) : '']
          .filter((part) => part !== '')
          .join(' '),
      ),
    ])
  return table.toString()
}

/** The scenario's title, marked where it is simulated in part. */
function scenarioName({ titles, limitation }: ReportEntry, lang: Lang): string {
  const text = words(lang)
  const title = inLang(titles.scenario, lang)
  return limitation ? text.withNote(title, text.inPart) : title
}

/** The title of a book, strategy or schedule; the value of a vary axis, or the one change of the entry. */
function axisValue({ titles, result }: ReportEntry, axes: readonly string[], axis: string, lang: Lang): string {
  if (axis === 'book' || axis === 'strategy' || axis === 'schedule') return inLang(titles[axis], lang)
  return axis === CHANGE_AXIS ? inLang(changeText(axes, result.vary), lang) : JSON.stringify(result.vary?.[axis])
}
