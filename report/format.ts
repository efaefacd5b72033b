/** How numbers are written in the report: percent, basis points, ratios and money, with a true minus sign. */
import type { Text } from '../models/text.ts'
import { type Lang, inLang } from './text.ts'

/** Writes a figure; null, which is a figure that cannot be had, becomes a dash. */
export type Format = (value: number | null) => string

const NONE = '–'

const withDecimals = (digits: number) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** Number formats by decimals; kept, because making one takes longer than using it a hundred times. */
const DECIMALS = [withDecimals(0), withDecimals(1), withDecimals(2), withDecimals(3)] as const

/** 0.05678 → 5.68%. */
export const percent: Format = (value) => scaled(value, 100, 2, '%')

/** 0.9132 → 91.3%, for probabilities and ratios of counts. */
export const share: Format = (value) => scaled(value, 100, 1, '%')

/** 0.95 → 95%: a level that someone chose, without needless digits. */
export const levelText = (level: number): string => `${Number((level * 100).toFixed(2))}%`

/** 0.00842 → +84 bp: a difference of rates, so the sign is always shown. */
export const basisPoints: Format = (value) => signed(value, scaled(value, 10_000, 0, ' bp'))

/** 0.000842 → +8.4 bp, where its standard error stands beside it. */
export const fineBasisPoints: Format = (value) => signed(value, scaled(value, 10_000, 1, ' bp'))

/** 0.00842 → 84 bp, for standard errors and sizes. */
export const plainBasisPoints: Format = (value) => scaled(value, 10_000, 0, ' bp')

/** 0.00842 → +84, inside charts whose key names the unit. */
export const bareBasisPoints: Format = (value) => signed(value, scaled(value, 10_000, 0, ''))

/** 0.000842 → +8.4, under a head that names the unit. */
export const bareFineBasisPoints: Format = (value) => signed(value, scaled(value, 10_000, 1, ''))

/** 1.2345 → 1.23. */
export const ratio: Format = (value) => scaled(value, 1, 2, '')

/** 1.2345 → +1.23: a difference of ratios. */
export const signedRatio: Format = (value) => signed(value, ratio(value))

/** 0.0825 → 0.083: a sum of money far below its unit. */
export const smallMoney: Format = (value) => scaled(value, 1, 3, '')

/** 0.0312 → +3.1 pp: a difference of shares, in percentage points. */
export const points: Format = (value) => signed(value, scaled(value, 100, 1, ' pp'))

/** 12345.6 → +12,346: a difference of counts or of money. */
export const signedWhole: Format = (value) => signed(value, whole(value))

/** Words as a label or a title begins with them. */
export const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

/** A number that someone wrote, as it was written. */
export const plainNumber: Format = (value) => (value === null ? NONE : String(value).replace('-', '−'))

/** 12345.6 → 12,346. */
export const whole: Format = (value) => scaled(value, 1, 0, '')

/**
 * A total in the book's unit as a banker says it: 2,049,346 × 10,000 CNY → CNY 20.5 bn, or 204.9亿元. Other units stay as they are.
 */
export function total(value: number, unit: Text, lang: Lang): string {
  const name = inLang(unit, lang)
  if (name === '万元') return value < 1e4 ? `${whole(value)}万元` : `${DECIMALS[1].format(value / 1e4)}亿元`
  if (name === '10,000 CNY') {
    return value < 1e5 ? `CNY ${DECIMALS[1].format(value / 1e2)} m` : `CNY ${DECIMALS[1].format(value / 1e5)} bn`
  }
  return `${whole(value)}${/^\d/.test(name) ? ' ×' : ''} ${name}`
}

/**
 * A standard error in the format of its figure.
 *
 * @returns for instance `± 0.02`; `± <0.01` when it rounds to nothing but is not 0; empty where there is none and for an exact figure, whose error is 0
 */
export function plusMinus(format: Format, error: number | null): string {
  if (error === null || error === 0) return ''
  const text = format(error).replace('+', '')
  if (/[1-9]/.test(text)) return `± ${text}`
  return `± <${text.replace(/0(?=[^0-9]*$)/, '1')}`
}

function scaled(value: number | null, factor: number, digits: 0 | 1 | 2 | 3, unit: string): string {
  if (value === null || !Number.isFinite(value)) return NONE
  const text = DECIMALS[digits].format(Math.abs(value * factor))
  const isNegative = value < 0 && /[1-9]/.test(text)
  return `${isNegative ? '−' : ''}${text}${unit}`
}

const signed = (value: number | null, text: string): string =>
  value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text
