import type { Result, TestOutcome } from '../../models/result.ts'
import type { VerdictTest } from '../../models/study.ts'
import { fineBasisPoints, percent, ratio, share } from '../format.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { dash, figure, termLink } from './figure.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { MARKS, verdictBadge } from './verdictBadge.ts'

/** Columns after the verdict; a column on which a test rests carries the test's outcome. */
const COLUMNS = [
  { name: 'surplus', format: fineBasisPoints },
  { name: 'coverageRatio', format: ratio, test: 'expectedCoverage' },
  { name: 'coverageProbability', format: share, test: 'coverageProbability' },
  { name: 'profitProbability', format: share },
  { name: 'portfolioYield', format: percent },
  { name: 'breakEvenYield', format: percent },
  { name: 'expectedLoss', format: percent },
  { name: 'nplPeak', format: percent, test: 'nplCeiling' },
] as const

/** One row an entry: the verdict and the figures it rests on. */
export function verdictSection(data: ReportData, lang: Lang): Markup {
  const text = words(lang)
  const { mustHold, confidence } = data.study.verdict
  const tests = text.list(mustHold.map((test) => text.tests[test]))
  return html`
    <h2>${data.axes.length === 0 ? text.verdictTable : text.verdictTableCases}</h2>
    <div class="scroll">
      <table class="wide">
        <thead>
          <tr>
            <th class="name sticky">${data.axes.length === 0 ? text.scenario : text.caseName}</th>
            <th class="name">${termLink('verdict', lang)}</th>
            ${COLUMNS.map(({ name }) => html`<th>${termLink(name, lang)}</th>`)}
            <th>${termLink('largestClusterShare', lang)}</th>
          </tr>
        </thead>
        <tbody>
          ${data.entries.map((entry, i) => row(entry, i, mustHold, lang))}
        </tbody>
      </table>
    </div>
    <p class="quiet">
      ${text.verdictTableNote(tests, percentOf(confidence))}
      ${data.entries.some((entry) => entry.notSimulated.length > 0) ? text.notSimulatedNote : NOTHING}
    </p>
  `
}

function row({ label, result }: ReportEntry, i: number, mustHold: readonly VerdictTest[], lang: Lang): Markup {
  const testMark = (name: VerdictTest) =>
    mark(
      result.tests.find((test) => test.name === name),
      mustHold,
      lang,
    )
  const cluster = result.tests.find((test) => test.name === 'largestClusterShare')
  return html`
    <tr>
      <td class="name sticky"><label for="entry-${i}">${inLang(label, lang)}</label></td>
      <td class="name">${verdictBadge(result.verdict, lang)}</td>
      ${COLUMNS.map(
        (column) => html`<td>${'test' in column ? testMark(column.test) : NOTHING}${cell(result, column, lang)}</td>`,
      )}
      <td>
        ${testMark('largestClusterShare')}${
          typeof cluster?.value === 'number' ? share(cluster.value) : dash(result, 'tests.largestClusterShare', lang)
        }
      </td>
    </tr>
  `
}

const cell = (result: Result, { name, format }: (typeof COLUMNS)[number], lang: Lang): Markup =>
  figure(result, name, result[name], format, lang)

function mark(test: TestOutcome | undefined, mustHold: readonly VerdictTest[], lang: Lang): Markup {
  if (!test) return NOTHING
  const text = words(lang)
  const isMinor = !mustHold.includes(test.name)
  return html`<span
    class="mark ${isMinor ? 'minor' : ''}"
    title="${text.tests[test.name]}: ${text.outcomes[test.result]}"
    >${MARKS[test.result]}</span
  > `
}

/** A confidence level without needless digits: 95%. */
const percentOf = (level: number): string => `${Number((level * 100).toFixed(2))}%`
