import type { TestResult } from '../../models/result.ts'
import { type Lang, words } from '../text.ts'
import { type Markup, html } from './markup.ts'

export const MARKS: Readonly<Record<TestResult, string>> = { covered: '✓', 'not covered': '✕', undecided: '?' }

/** A verdict as a word, a sign and a colour. */
export const verdictBadge = (verdict: TestResult, lang: Lang): Markup =>
  html`<span class="verdict ${verdict.replace(' ', '-')}">${MARKS[verdict]} ${words(lang).verdicts[verdict]}</span>`
