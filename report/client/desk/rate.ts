/** Rates as the desk's inputs show and read them: percent, kept as the decimal that a schedule file would hold, without float dust. */
import type { Rate } from '../../../models/types.ts'

/** A number in a cell or a field; the text itself where it is not one, empty where nothing is written. */
export type Entry = number | string

/** Digits after the decimal point of a stored rate that are kept when it is moved: a millionth of a basis point. */
const KEPT = 1e10

/** 0.0505 → 5.05; two to four decimals. */
export function rateText(rate: Rate): string {
  const text = (Math.round(rate * KEPT) / (KEPT / 100)).toFixed(4)
  return text.replace(/0{1,2}$/, '')
}

/**
 * A rate written in percent: `5.05`, `5.05%`, with a point or a comma.
 *
 * @returns the decimal nearest to what is written, 0.0505; null when it is not a number
 */
export function readPercent(text: string): Rate | null {
  const number = digitsOf(text)
  return number === null ? null : Number(`${number}e-2`)
}

/** The same of a number that is a decimal already: `0.0505`. */
export function readDecimal(text: string): Rate | null {
  const number = digitsOf(text)
  return number === null ? null : Number(number)
}

/** A rate moved by basis points: 0.0505 by 1 is 0.0506 exactly. */
export const movedBy = (rate: Rate, basisPoints: number): Rate =>
  Math.round((rate + basisPoints / 10_000) * KEPT) / KEPT

/** Difference of two rates in basis points, rounded as rates are kept. */
export const basisPointsBetween = (from: Rate, to: Rate): number => Math.round((to - from) * KEPT) / (KEPT / 10_000)

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/

/** The number written, with a point; signs, percent signs and spaces as spreadsheets in English, Chinese or German write them. */
function digitsOf(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[−–]/, '-')
    .replace(/%$/, '')
    .replace(/^([^.,]*),([^.,]*)$/, '$1.$2')
  return NUMBER.test(plain) ? plain : null
}
