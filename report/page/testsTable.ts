import type { TestOutcome } from '../../models/result.ts'
import type { VerdictRules, VerdictTest } from '../../models/study.ts'
import { type Format, percent, ratio, share } from '../format.ts'
import type { ReportEntry } from '../reportData.ts'
import { type Lang, words } from '../text.ts'
import { type Markup, html } from './markup.ts'
import { outcomeBadge } from './verdictBadge.ts'

const TESTS: Readonly<Record<VerdictTest, { readonly format: Format; readonly isFloor: boolean }>> = {
  expectedCoverage: { format: ratio, isFloor: true },
  coverageProbability: { format: share, isFloor: true },
  nplCeiling: { format: percent, isFloor: false },
  largestClusterShare: { format: share, isFloor: false },
}

/** The four tests of an entry: value, interval, what it is held against, and the outcome. */
export function testsTable({ result }: ReportEntry, rules: VerdictRules, lang: Lang): Markup {
  const text = words(lang)
  return html`
    <div class="scroll">
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
          ${result.tests.map((test) => row(test, rules, lang))}
        </tbody>
      </table>
    </div>
  `
}

function row({ name, value, interval, threshold, result }: TestOutcome, rules: VerdictRules, lang: Lang): Markup {
  const text = words(lang)
  const { format, isFloor } = TESTS[name]
  return html`
    <tr>
      <td class="name">${text.tests[name]}</td>
      <td>${format(value)}</td>
      <td>${interval ? `${format(interval[0])} … ${format(interval[1])}` : '–'}</td>
      <td>${isFloor ? '≥' : '≤'} ${format(threshold)}</td>
      <td class="name">${outcomeBadge(result, lang)}</td>
      <td class="name">${rules.mustHold.includes(name) ? text.yes : text.no}</td>
    </tr>
  `
}
