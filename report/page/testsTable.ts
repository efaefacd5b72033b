import type { Result, TestOutcome } from '../../models/result.ts'
import type { VerdictRules, VerdictTest } from '../../models/study.ts'
import { type Format, percent, ratio, share } from '../format.ts'
import type { ReportEntry } from '../reportData.ts'
import { type Lang, words } from '../text.ts'
import { dash } from './figure.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { outcomeBadge } from './verdictBadge.ts'

interface TestStyle {
  readonly format: Format
  readonly isFloor: boolean
  /** Path of the figure it looks at, under which a result says why there is none. */
  readonly figure: string
}

const TESTS: Readonly<Record<VerdictTest, TestStyle>> = {
  expectedCoverage: { format: ratio, isFloor: true, figure: 'coverageRatio' },
  coverageProbability: { format: share, isFloor: true, figure: 'coverageProbability' },
  nplCeiling: { format: percent, isFloor: false, figure: 'nplPeak' },
  largestClusterShare: { format: share, isFloor: false, figure: 'tests.largestClusterShare' },
}

/** The four tests of an entry: value, interval, what it is held against, and the outcome. */
export function testsTable({ result }: ReportEntry, rules: VerdictRules, lang: Lang): Markup {
  const text = words(lang)
  return html`
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th class="name">${text.test}</th>
            <th>${text.value}</th>
            <th>${text.interval(`${Math.round(rules.confidence * 100)}%`)}</th>
            <th>${text.threshold}</th>
            <th class="name">${text.outcome}</th>
            <th class="name">${text.mustHold}</th>
          </tr>
        </thead>
        <tbody>
          ${result.tests.map((test) => row(test, result, rules, lang))}
        </tbody>
      </table>
    </div>
    ${result.reasons['tests.expectedCoverage'] ? html`<p class="quiet">${text.fewLosses}</p>` : NOTHING}
  `
}

function row(test: TestOutcome, result: Result, rules: VerdictRules, lang: Lang): Markup {
  const text = words(lang)
  const { name, value, interval, threshold } = test
  const { format, isFloor, figure } = TESTS[name]
  return html`
    <tr>
      <td class="name">${text.tests[name]}</td>
      <td>${value === null ? dash(result, figure, lang) : format(value)}</td>
      <td>${interval ? `${format(interval[0])} … ${format(interval[1])}` : dash(result, `tests.${name}`, lang)}</td>
      <td>${isFloor ? '≥' : '≤'} ${format(threshold)}</td>
      <td class="name">${outcomeBadge(test.result, lang)}</td>
      <td class="name">${rules.mustHold.includes(name) ? text.yes : text.no}</td>
    </tr>
  `
}
