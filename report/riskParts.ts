import type { Contribution, Result } from '../models/result.ts'
import { cellName } from './cellName.ts'
import { checkName } from './checkWords.ts'
import { standardError } from './standardError.ts'
import type { Lang } from './text.ts'

/** Parts that charts and tables of the page show; the others are in contributions.parquet. */
export const MOST_PARTS = 10

/** A part in a risk figure of the whole book. */
interface Part {
  /** Share of the opening exposure of the book. */
  readonly value: number
  readonly standardError: number | null
  /** Of the figure of the whole book. */
  readonly share: number
}

/** What one sector or cell has in the risk of the book. A figure that cannot be had is null, for all parts alike. */
export interface RiskPart {
  readonly key: string
  readonly standardDeviation: Part
  readonly expectedShortfall99: Part | null
  /** From the tail sample; null without one. */
  readonly expectedShortfall999: Part | null
}

/** Risk figures that are split into parts. */
export type RiskFigure = Exclude<keyof RiskPart, 'key'>

/** Parts of the book's risk, heaviest first: by expected shortfall 99 %, by standard deviation where there is none. Empty for a book without such parts. */
export function riskParts(result: Result, by: Contribution['by']): RiskPart[] {
  const own = rowsBy(result.contributions, by)
  const far = rowsBy(result.tail?.contributions ?? [], by)
  const parts = <T>(rows: readonly Row<T>[], path: string, figure: keyof T & string): (Part | null)[] => {
    const values = rows.map(({ row }) => row[figure] as number | null)
    const whole = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
    return values.map((value, i) => {
      if (value === null) return null
      const error = standardError(result, `${path}.${rows[i]!.index}.${figure}`)
      return { value, standardError: error, share: whole === 0 ? 0 : value / whole }
    })
  }
  const deviations = parts(own, 'contributions', 'standardDeviation')
  const shortfalls = parts(own, 'contributions', 'expectedShortfall99')
  const farShortfalls = parts(far, 'tail.contributions', 'expectedShortfall999')
  const farByKey = new Map(far.map(({ row }, i) => [row.key, farShortfalls[i]]))
  return own
    .map(({ row: { key } }, i) => ({
      key,
      standardDeviation: deviations[i]!,
      expectedShortfall99: shortfalls[i]!,
      expectedShortfall999: farByKey.get(key) ?? null,
    }))
    .sort((a, b) => leadingPart(b).share - leadingPart(a).share)
}

interface Row<T> {
  readonly row: T
  /** Where it stands in the result. */
  readonly index: number
}

const rowsBy = <T extends Pick<Contribution, 'by'>>(rows: readonly T[], by: Contribution['by']): Row<T>[] =>
  rows.map((row, index) => ({ row, index })).filter(({ row }) => row.by === by)

/** The part that orders the parts, and that charts show. */
export const leadingPart = (part: RiskPart): Part => part.expectedShortfall99 ?? part.standardDeviation

/** A sector or cell in words. */
export function partName(by: Contribution['by'], key: string, lang: Lang): string {
  if (by === 'cell') return cellName(key, lang)
  const name = checkName(key, lang)
  return name.charAt(0).toUpperCase() + name.slice(1)
}
