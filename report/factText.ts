import { checkName } from './checkWords.ts'
import { plainNumber } from './format.ts'
import { type Lang, words } from './text.ts'

/** A fact about a firm: a number to four digits, a choice or a flag in words. Null is a figure that cannot be had. */
export function factText(value: number | string | boolean | null, lang: Lang): string {
  if (typeof value === 'boolean') return value ? words(lang).yes : words(lang).no
  if (typeof value === 'string') return checkName(value, lang)
  return plainNumber(value === null ? null : rounded(value))
}

const rounded = (value: number): number =>
  Math.abs(value) < 1
    ? Number(value.toFixed(4))
    : Math.abs(value) < 1000
      ? Number(value.toPrecision(4))
      : Math.round(value)
