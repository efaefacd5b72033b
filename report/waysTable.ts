import type { AskedRates, AskedWay } from '../models/pricing/askedRates.ts'
import { cellName } from './cellName.ts'
import { basisPoints, percent, share, whole } from './format.ts'
import { type Lang, words } from './text.ts'

/** A heading: its name and, below it, what tells it from another of that name. */
export interface WayHead {
  readonly name: string
  readonly note?: string
}

/** What a way to price is called; income covers risk comes with its VAT method, of which there are two. */
function wayHead({ kind, vatMethod }: AskedWay, lang: Lang): WayHead {
  const { kinds, vatMethod: method } = words(lang).pricing
  return kind === 'incomeCoversRisk' && vatMethod !== null
    ? { name: kinds[kind], note: method(vatMethod) }
    : { name: kinds[kind] }
}

/** The same in a sentence. */
function wayName(way: AskedWay, lang: Lang): string {
  const { name, note } = wayHead(way, lang)
  return note === undefined ? name : words(lang).withNote(name, note)
}

/** What each way to price asks as a table: a row a grade, one for all loans, one for what policy floor and cap hold. */
export function waysTable(
  { grades, portfolio, ways }: AskedRates,
  lang: Lang,
): { readonly head: readonly WayHead[]; readonly rows: readonly string[][] } {
  const text = words(lang)
  const own = text.pricing
  const row = (name: string, group: AskedRates['portfolio'], rateOf: (way: AskedWay) => number): string[] => [
    name,
    whole(group.loans),
    ...ways.map((way) => percent(rateOf(way))),
    percent(group.lostInterest.incomeCoversRisk),
    percent(group.lostInterest.cgap),
  ]
  return {
    head: [
      { name: text.grade },
      { name: text.loans },
      ...ways.map((way) => wayHead(way, lang)),
      { name: own.lostByDefault },
      { name: own.lostByLoss },
    ],
    rows: [
      ...grades.map((group, g) => row(text.gradeOf(group.grade), group, (way) => way.grades[g]!)),
      row(own.allLoans, portfolio, (way) => way.portfolio),
      [own.held, '', ...ways.map((way) => share(way.held)), '', ''],
    ],
  }
}

/** How far apart the ways are on the whole, in one sentence. */
export function waysFinding({ ways }: AskedRates, lang: Lang): string {
  const sorted = ways.toSorted((a, b) => a.portfolio - b.portfolio)
  const [low, high] = [sorted[0]!, sorted.at(-1)!]
  const own = words(lang).pricing
  return own.waysFinding(wayName(low, lang), percent(low.portfolio), wayName(high, lang), percent(high.portfolio))
}

/** Where each way is furthest from income covers risk, a sentence each; and why LPR plus is missing where it is. */
export function waysNotes({ ways }: AskedRates, lang: Lang): string[] {
  const own = words(lang).pricing
  return [
    ...ways.flatMap((way) => {
      const { furthest } = way
      if (!furthest) return []
      const where = cellName(furthest.cell, lang)
      return own.furthest(wayName(way, lang), where, percent(furthest.rate), basisPoints(furthest.difference))
    }),
    ...(ways.some(({ kind }) => kind === 'lprPlus') ? [] : [own.noSpreads]),
  ]
}
