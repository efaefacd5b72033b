/** A table of rates as written: blocks and single cells that cover every cell once; or, as in a manifest, the 200 rates in order of cellIndex. */
import { z } from 'zod'
import {
  CELL_COUNT,
  COLLATERALS,
  GRADES,
  TERM_BANDS,
  cellAt,
  cellIndex,
  cellKey,
  type Collateral,
  type TermBand,
} from '../../models/types.ts'
import { needs, report } from './common.ts'

const all = { terms: [...TERM_BANDS], collateral: [...COLLATERALS] }
const place = {
  collateral: z.array(z.enum(COLLATERALS)).min(1).default(all.collateral),
  terms: z.array(z.enum(TERM_BANDS)).min(1).default(all.terms),
}
const grade = z.int().min(1).max(GRADES)
const grades = Array.from({ length: GRADES }, (_, index) => index + 1)

/** Rates by grade, the same for some terms and collaterals. */
const block = z
  .strictObject({ ...place, grades: z.array(grade).min(1).default(grades), rates: z.array(z.number()).min(1) })
  .superRefine(
    (written, context) => {
      if (written.rates.length !== written.grades.length)
        report(context, ['rates'], `must have one entry a grade, ${written.grades.length}, got ${written.rates.length}`)
    },
    needs('grades', 'rates'),
  )

/** One rate of one grade. */
const single = z.strictObject({ ...place, grade, rate: z.number() })

type WrittenRate = number | z.output<typeof block> | z.output<typeof single>

/** Checks that every cell has one rate of at least 0; the cap is the schedule's to check. */
export const rateTable = z.array(z.union([z.number(), block, single])).superRefine((written, context) => {
  if (!isBare(written)) {
    written.forEach((entry, index) => {
      if (typeof entry === 'number')
        report(context, [index], `must be a map of grades, terms, collateral and rates, got ${entry}`)
    })
    if (written.some((entry) => typeof entry === 'number')) return
  }
  const owner = new Map<number, PropertyKey>()
  for (const { cells, rate, path } of pricedCells(written)) {
    if (!(rate >= 0)) report(context, path, `must be >= 0, got ${rate} for ${nameCells(cells)}`)
    for (const entry of new Set(cells.map((cell) => owner.get(cell)).filter((entry) => entry !== undefined))) {
      const twice = cells.filter((cell) => owner.get(cell) === entry)
      report(context, path, `must not price again what rates[${String(entry)}] prices: ${nameCells(twice)}`)
    }
    for (const cell of cells) if (!owner.has(cell)) owner.set(cell, path[0]!)
  }
  const missing = grades.flatMap((grade) => cellsOf(all, grade)).filter((cell) => !owner.has(cell))
  if (missing.length > 0) report(context, [], `must have a rate for every cell, missing ${nameCells(missing)}`)
})

/** Rate of every cell by cellIndex. */
export function toRates(written: readonly WrittenRate[]): number[] {
  const rates = new Array<number>(CELL_COUNT).fill(NaN)
  for (const { cells, rate } of pricedCells(written)) for (const cell of cells) rates[cell] = rate
  return rates
}

/** One rate, the cells that have it, and where it stands in the list. */
interface Priced {
  readonly cells: readonly number[]
  readonly rate: number
  readonly path: PropertyKey[]
}

/** The rates of a table one by one, in the order in which they are written. */
export function pricedCells(written: readonly WrittenRate[]): Priced[] {
  return written.flatMap((entry, position): Priced[] => {
    if (typeof entry === 'number') return isBare(written) ? [{ cells: [position], rate: entry, path: [position] }] : []
    if ('rate' in entry) return [{ cells: cellsOf(entry, entry.grade), rate: entry.rate, path: [position, 'rate'] }]
    return entry.grades.map((grade, index) => ({
      cells: cellsOf(entry, grade),
      rate: entry.rates[index] ?? 0,
      path: [position, 'rates', index],
    }))
  })
}

const isBare = (written: readonly WrittenRate[]): boolean =>
  written.length === CELL_COUNT && written.every((entry) => typeof entry === 'number')

const cellsOf = (entry: { terms: readonly TermBand[]; collateral: readonly Collateral[] }, grade: number): number[] =>
  entry.terms.flatMap((term) =>
    entry.collateral.map((collateral) => cellIndex(grade, TERM_BANDS.indexOf(term), COLLATERALS.indexOf(collateral))),
  )

/** Of more names than this the first are written out, and the cells counted. */
const MOST_NAMES = 4

/** Keys of cells; a star stands for all term bands or all collateral classes of a grade. */
export function nameCells(cells: readonly number[]): string {
  const names = grades.flatMap((grade) =>
    namesIn(
      grade,
      cells.filter((cell) => cellAt(cell).grade === grade),
    ),
  )
  if (names.length <= MOST_NAMES) return names.join(', ')
  return `${names.slice(0, MOST_NAMES - 1).join(', ')} … (${cells.length} cells)`
}

function namesIn(grade: number, cells: readonly number[]): string[] {
  if (cells.length === TERM_BANDS.length * COLLATERALS.length) return [`${grade}|*|*`]
  const wholes = COLLATERALS.filter((collateral) =>
    cellsOf({ ...all, collateral: [collateral] }, grade).every((cell) => cells.includes(cell)),
  )
  const others = cells.map(cellAt).filter(({ collateral }) => !wholes.includes(collateral))
  return [...wholes.map((collateral) => `${grade}|*|${collateral}`), ...others.map(cellKey)]
}
