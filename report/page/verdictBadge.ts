import type { TestResult } from '../../models/result.ts'
import { type Lang, words } from '../text.ts'
import { type Markup, html } from './markup.ts'

export const MARKS: Readonly<Record<TestResult, string>> = { covered: '✓', 'not covered': '✕', undecided: '?' }

/** A verdict as a word, a sign and a colour. */
export const verdictBadge = (verdict: TestResult, lang: Lang): Markup => badge(verdict, words(lang).verdicts[verdict])

/** The outcome of one test, likewise. */
export const outcomeBadge = (outcome: TestResult, lang: Lang): Markup => badge(outcome, words(lang).outcomes[outcome])

const badge = (verdict: TestResult, word: string): Markup =>
  html`<span class="verdict ${verdict.replace(' ', '-')}">${MARKS[verdict]} ${word}</span>`
