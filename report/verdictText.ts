import { styleText } from 'node:util'
import type { TestResult } from '../models/result.ts'
import { type Lang, words } from './text.ts'

const COLOURS = { covered: 'green', 'not covered': 'red', undecided: 'yellow' } as const satisfies Record<
  TestResult,
  string
>

/** A verdict for a terminal, in colour or without. */
export function verdictText(verdict: TestResult, lang: Lang, isColoured: boolean): string {
  const text = words(lang).verdicts[verdict]
  return isColoured ? styleText(COLOURS[verdict], text, { validateStream: false }) : text
}
