import {
  basisPoints,
  percent,
  plainBasisPoints,
  plusMinus,
  points,
  ratio,
  share,
  signedRatio,
  type Format,
} from '../format.ts'
import { HEADLINES, type Headline, type HeadlineFigures, type RunComparison } from '../jobs/compareRuns.ts'
import type { Text } from '../../models/text.ts'
import { type Lang, inLang, words } from '../text.ts'
import { runsWords } from '../words/runs.ts'
import { blocks } from './bilingual.ts'
import { toDocument } from './document.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { verdictBadge } from './verdictBadge.ts'

interface ComparedRuns {
  readonly comparison: RunComparison
  /** Titles of the two runs. */
  readonly a: Text
  readonly b: Text
}

/** Two runs side by side, case by case. */
export const comparePage = (runs: ComparedRuns, lang: Lang): string =>
  toDocument(runsWords(lang).comparison, { lang, body: blocks((one) => section(runs, one)) })

function section({ comparison, a, b }: ComparedRuns, lang: Lang): Markup {
  const text = runsWords(lang)
  const { cases, onlyA, onlyB } = comparison
  return html`
    <h1>${text.comparison}</h1>
    ${cases.length === 0 ? NOTHING : html`<p class="answer">${headline(cases, lang)}</p>`}
    <p><a href="/">${words(lang).backToRuns}</a></p>
    <dl>
      <dt>${text.first}</dt>
      <dd><a href="/runs/${comparison.a}">${inLang(a, lang)}</a> <code>${comparison.a}</code></dd>
      <dt>${text.second}</dt>
      <dd><a href="/runs/${comparison.b}">${inLang(b, lang)}</a> <code>${comparison.b}</code></dd>
    </dl>
    ${cases.length === 0 ? html`<p>${text.nothingShared}</p>` : table(cases, lang)}
    ${only(text.only.first, onlyA, lang)} ${only(text.only.second, onlyB, lang)}
  `
}

/** How many verdicts differ, and whose surplus moves most from the first run to the second. */
function headline(cases: RunComparison['cases'], lang: Lang): string {
  const text = runsWords(lang)
  const other = cases.filter(({ a, b }) => a.verdict !== b.verdict).length
  const verdicts = other === 0 ? text.sameVerdicts(cases.length) : text.otherVerdicts(other, cases.length)
  const moved = cases.map(({ label, a, b }) => ({ label, by: b.figures.surplus! - a.figures.surplus! }))
  const most = moved.reduce((one, next) => (Math.abs(next.by) > Math.abs(one.by) ? next : one))
  const isSame = Math.abs(most.by) < 0.5e-4
  const surplus =
    isSame && other === 0 ? text.sameSurplus : text.mostMoved(inLang(most.label, lang), basisPoints(most.by))
  return words(lang).parts([verdicts, surplus]) + words(lang).stop
}

const table = (cases: RunComparison['cases'], lang: Lang): Markup => {
  const text = runsWords(lang)
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="${text.comparison}">
      <table>
        <thead>
          <tr>
            <th scope="col" class="name">${text.caseName}</th>
            <th scope="col" class="name">${text.figure}</th>
            <th scope="col">${text.first}</th>
            <th scope="col">${text.second}</th>
            <th scope="col">${text.difference}</th>
          </tr>
        </thead>
        ${cases.map(
          ({ label, a, b }) =>
            html`<tbody>
              <tr>
                <th scope="rowgroup" class="name top" rowspan="${HEADLINES.length + 1}">${inLang(label, lang)}</th>
                <th scope="row" class="name top">${text.verdict}</th>
                <td>${verdictBadge(a.verdict, lang)}</td>
                <td>${verdictBadge(b.verdict, lang)}</td>
                <td></td>
              </tr>
              ${HEADLINES.map((name) => figureRow(name, a, b, text.headlines[name]))}
            </tbody>`,
        )}
      </table>
    </div>
    <p class="quiet">${text.errorNote}</p>
  `
}

function figureRow(name: Headline, a: HeadlineFigures, b: HeadlineFigures, title: string): Markup {
  const { format, error, difference } = FORMATS[name]
  const [one, other] = [a.figures[name], b.figures[name]]
  const cell = (side: HeadlineFigures): Markup =>
    html`<td>${format(side.figures[name])} <small>${plusMinus(error, side.standardErrors[name])}</small></td>`
  return html`<tr>
    <th scope="row" class="name top">${title}</th>
    ${cell(a)} ${cell(b)}
    <td>${difference(one === null || other === null ? null : other - one)}</td>
  </tr>`
}

interface HeadlineFormats {
  readonly format: Format
  readonly error: Format
  readonly difference: Format
}

const RATE: HeadlineFormats = { format: percent, error: percent, difference: basisPoints }

const FORMATS: Readonly<Record<Headline, HeadlineFormats>> = {
  surplus: { format: basisPoints, error: plainBasisPoints, difference: basisPoints },
  coverageRatio: { format: ratio, error: ratio, difference: signedRatio },
  coverageProbability: { format: share, error: share, difference: points },
  portfolioYield: RATE,
  expectedLoss: RATE,
}

const only = (heading: string, labels: readonly Text[], lang: Lang): Markup =>
  labels.length === 0
    ? NOTHING
    : html`<h2>${heading}</h2>
        <ul>
          ${labels.map((label) => html`<li>${inLang(label, lang)}</li>`)}
        </ul>`
