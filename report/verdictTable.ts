import Table from 'cli-table3'
import { approximations } from './approximations.ts'
import { comparisonTables } from './comparisonTables.ts'
import { isPooled } from './comparisons.ts'
import { axisName, axisValue } from './axisText.ts'
import { type Format, basisPoints, capitalised, percent, plusMinus, ratio, share } from './format.ts'
import { GLOSSARY, type TermId } from './glossary.ts'
import { CHANGE_AXIS, changeText, isNamed, isScenarioNamed } from './labels.ts'
import { partialScenarios } from './partialScenarios.ts'
import type { ReportData, ReportEntry } from './reportData.ts'
import { standardError } from './standardError.ts'
import { type Lang, inLang, words } from './text.ts'
import { verdictBasis } from './verdictBasis.ts'
import { verdictText } from './verdictText.ts'

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
  const hasScenario = isScenarioNamed(
    data.axes,
    data.entries.map(({ result }) => result),
  )
  const names = [...data.axes.map((axis) => headOf(axis, lang)), ...(hasScenario ? [text.scenario] : [])]
  const table = new Table({
    head: [
      ...names,
      text.verdict,
      // two lines a heading, or the table is too wide for most terminals
      ...COLUMNS.map(({ figure }) => GLOSSARY[figure][lang].name.replace(' ', '\n')),
    ],
    colAligns: [...names.map(() => 'left' as const), 'left', ...COLUMNS.map(() => 'right' as const)],
    style: { head: [], border: [], compact: true },
  })
  for (const entry of data.entries)
    table.push([
      ...data.axes.map((axis) => valueOf(entry, data.axes, axis, lang)),
      ...(hasScenario ? [scenarioName(entry, lang)] : []),
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

function headOf(axis: string, lang: Lang): string {
  const text = words(lang)
  if (isNamed(axis)) return text.axes[axis]
  return axis === CHANGE_AXIS ? text.stress.change : capitalised(axisName(axis, lang))
}

/** The title of a book, strategy or schedule; the value of a vary axis, or the one change of the entry. */
function valueOf({ titles, result }: ReportEntry, axes: readonly string[], axis: string, lang: Lang): string {
  if (isNamed(axis)) return inLang(titles[axis], lang)
  return axis === CHANGE_AXIS ? inLang(changeText(axes, result.vary), lang) : axisValue(axis, result.vary?.[axis])
}
