import type { Result, TestOutcome } from '../../models/result.ts'
import type { VerdictTest } from '../../models/study.ts'
import { fineBasisPoints, levelText, percent, ratio, share, whole } from '../format.ts'
import { partialScenarios } from '../partialScenarios.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import type { RowsLeftOut } from '../rowsLeftOut.ts'
import { type Lang, inLang, words } from '../text.ts'
import { verdictBasis } from '../verdictBasis.ts'
import { dash, figure, termLink } from './figure.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { MARKS, verdictBadge } from './verdictBadge.ts'

/** Columns after the verdict; a column on which a test rests carries the test's outcome. */
const COLUMNS = [
  // beside the verdict, where a narrow screen still shows it
  { name: 'coverageProbability', format: share, test: 'coverageProbability' },
  { name: 'coverageRatio', format: ratio, test: 'expectedCoverage' },
  { name: 'surplus', format: fineBasisPoints },
  { name: 'profitProbability', format: share },
  { name: 'portfolioYield', format: percent },
  { name: 'breakEvenYield', format: percent },
  { name: 'expectedLoss', format: percent },
  { name: 'nplPeak', format: percent, test: 'nplCeiling' },
] as const

/** One row an entry: the verdict and the figures it rests on. Behind a fold where strategies are compared, which says more. */
export function verdictSection(data: ReportData, panels: ReadonlySet<number>, lang: Lang): Markup {
  const text = words(lang)
  const isCompared = data.comparisons.length > 0
  const table = verdictRows(data, panels, lang)
  return html`
    ${isCompared ? NOTHING : html`<h2>${data.axes.length === 0 ? text.verdictTable : text.verdictTableCases}</h2>`}
    ${data.rowsLeftOut.map((one) => leftOut(one, lang))}
    ${
      isCompared
        ? html`<details>
            <summary>${text.comparison.everyCase(data.entries.length, data.comparisons[0]?.populations ?? 1)}</summary>
            ${table}
          </details>`
        : table
    }
    ${verdictNotes(data, lang)}
  `
}

function verdictRows(data: ReportData, panels: ReadonlySet<number>, lang: Lang): Markup {
  const text = words(lang)
  return html`
    <div class="scroll" tabindex="0">
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
          ${data.entries.map((entry, i) => row(entry, panels.has(i) ? i : null, data.study.verdict.mustHold, lang))}
        </tbody>
      </table>
    </div>
  `
}

/** What decides the verdicts, what scenarios simulated in part leave out, and what the signs mean. */
function verdictNotes(data: ReportData, lang: Lang): Markup {
  const text = words(lang)
  const partial = partialScenarios(data, lang)
  return html`
    <p>${verdictBasis(data.study.verdict, lang)}${text.stop}</p>
    ${
      partial.length === 0
        ? NOTHING
        : html`<p class="partial">
            <strong>${text.capitalInPart}${text.colon}</strong>${text.parts(
              partial.map(({ name, limitation }) => `${name}${text.colon}${limitation}`),
            )}${text.stop}
          </p>`
    }
    <p class="quiet">
      ${text.verdictTableNote(levelText(data.study.verdict.confidence))}
      ${data.entries.some((entry) => entry.notSimulated.length > 0) ? text.notSimulatedNote : NOTHING}
    </p>
  `
}

/** @param panel  where its charts are; null where it has none */
function row(
  { label, result, limitation }: ReportEntry,
  panel: number | null,
  mustHold: readonly VerdictTest[],
  lang: Lang,
): Markup {
  const text = words(lang)
  const testMark = (name: VerdictTest) =>
    mark(
      result.tests.find((test) => test.name === name),
      mustHold,
      lang,
    )
  const cluster = result.tests.find((test) => test.name === 'largestClusterShare')
  return html`
    <tr>
      <td class="name sticky">
        ${panel === null ? inLang(label, lang) : html`<label for="entry-${panel}">${inLang(label, lang)}</label>`}${
          limitation ? html` <abbr class="in-part" title="${inLang(limitation, lang)}">${text.inPart}</abbr>` : NOTHING
        }
      </td>
      <td class="name">${verdictBadge(result.verdict, lang)}</td>
      ${COLUMNS.map(
        (column) => html`<td>${'test' in column ? testMark(column.test) : NOTHING}${cell(result, column, lang)}</td>`,
      )}
      <td>
        ${
          typeof cluster?.value === 'number'
            ? html`${testMark('largestClusterShare')}${share(cluster.value)}`
            : dash(result, 'tests.largestClusterShare', lang)
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

/** A tape of which rows are missing, said before its figures. */
const leftOut = ({ book, skipped, read, problems }: RowsLeftOut, lang: Lang): Markup => {
  const text = words(lang)
  return html`<div class="left-out">
    <strong>${inLang(book, lang)}${text.colon}${text.rowsLeftOut(whole(skipped), whole(read))}${text.stop}</strong>
    ${text.rowsLeftOutNote}${text.colon}
    <ul>
      ${problems.map((problem) => html`<li><code>${problem}</code></li>`)}
    </ul>
  </div>`
}
