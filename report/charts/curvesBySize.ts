import type { LawOfLargeNumbers, LawOfLargeNumbersPoint, Result } from '../../models/result.ts'
import { type Format, plusMinus, whole } from '../format.ts'
import { standardError } from '../standardError.ts'
import { type Lang, words } from '../text.ts'
import { haloed } from './haloed.ts'
import { textWidth } from './textWidth.ts'
import { BAD, HALF_WIDTH, INK, WHISKER } from './theme.ts'

/** Plot height, px. */
export const SIZE_CHART_HEIGHT = 240

type Dependence = LawOfLargeNumbersPoint['dependence']

/** A colour, a dash and a shape, so that none is needed alone. */
const LOOKS: Readonly<
  Record<Dependence, { readonly colour: string; readonly dash: number[]; readonly shape: string }>
> = {
  independence: { colour: '#4a86b8', dash: [2, 3], shape: 'circle' },
  factors: { colour: INK, dash: [1, 0], shape: 'square' },
  guarantees: { colour: BAD, dash: [7, 3], shape: 'triangle-up' },
}

/** Room for a line's name, px. */
const NAME_HEIGHT = 16

interface Options {
  readonly figure: 'standardDeviation' | 'coverageProbability'
  readonly format: Format
  /** Lines of the y axis's title. */
  readonly yTitle: readonly string[]
  readonly yDomain: readonly [number, number]
  /** Of the y axis, in Vega's words. */
  readonly yFormat: string
}

/**
 * Layers of a figure against the number of loans: a line by formula and simulated points with their intervals for each kind of
 * dependence, named at the line's end.
 */
export function curvesBySize(result: Result, law: LawOfLargeNumbers, options: Options, lang: Lang) {
  const { figure, format, yTitle, yDomain, yFormat } = options
  const text = words(lang).law
  const points = law.curve.map((point, i) => {
    const { formula, simulated } = point[figure]
    const error = standardError(result, `lawOfLargeNumbers.curve.${i}.${figure}.simulated`)
    const name = text.dependences[point.dependence]
    return {
      dependence: point.dependence,
      loans: point.loans,
      formula,
      simulated,
      low: Math.max(yDomain[0], simulated - WHISKER * (error ?? 0)),
      high: Math.min(yDomain[1], simulated + WHISKER * (error ?? 0)),
      tip: text.tip(
        whole(point.loans),
        name,
        `${format(simulated)} ${plusMinus(format, error)}`.trim(),
        format(formula),
      ),
    }
  })
  const curves = (Object.keys(LOOKS) as Dependence[])
    .map((dependence) => ({ dependence, own: points.filter((point) => point.dependence === dependence) }))
    .filter(({ own }) => own.length > 0)
  const sizes = [...new Set(points.map(({ loans }) => loans))].sort((a, b) => a - b)
  const x = {
    field: 'loans',
    type: 'quantitative' as const,
    title: [text.x, text.key],
    scale: {
      type: 'log' as const,
      domain: sizeDomain(
        sizes,
        curves.map(({ dependence }) => text.dependences[dependence]),
      ),
      nice: false,
    },
    axis: { values: sizes, format: ',d', labelOverlap: true, grid: false },
  }
  const scale = { domain: [...yDomain], nice: false }
  const axis = { format: yFormat, tickCount: 6 }
  const names = curves.map(({ dependence, own }) => ({
    dependence,
    last: own.reduce((a, b) => (b.loans > a.loans ? b : a)),
  }))
  const heights = spread(
    names.map(({ last }) => SIZE_CHART_HEIGHT * (1 - (last.formula - yDomain[0]) / (yDomain[1] - yDomain[0]))),
  )
  return [
    ...curves.flatMap(({ dependence, own }) => {
      const { colour, dash, shape } = LOOKS[dependence]
      return [
        {
          data: { values: own },
          mark: { type: 'line' as const, color: colour, strokeDash: dash, strokeWidth: 2, aria: false },
          encoding: { x, y: { field: 'formula', type: 'quantitative' as const, title: [...yTitle], scale, axis } },
        },
        {
          data: { values: own },
          mark: { type: 'rule' as const, color: colour, strokeWidth: 1.5, aria: false },
          encoding: { x, y: { field: 'low', type: 'quantitative' as const }, y2: { field: 'high' } },
        },
        {
          data: { values: own },
          mark: { type: 'point' as const, shape, filled: true, color: colour, size: 55, opacity: 1 },
          encoding: {
            x,
            y: { field: 'simulated', type: 'quantitative' as const },
            tooltip: { field: 'tip' },
            description: { field: 'tip' },
          },
        },
      ]
    }),
    ...names.flatMap(({ dependence, last }, i) =>
      haloed({
        data: { values: [{ loans: last.loans, name: text.dependences[dependence] }] },
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'middle',
          dx: 9,
          fill: LOOKS[dependence].colour,
          fontWeight: 'bold',
          aria: false,
        },
        encoding: { x, y: { value: heights[i]! }, text: { field: 'name' } },
      }),
    ),
  ]
}

/** From the smallest size to so far beyond the largest that the names of the lines have room, on a log scale. */
function sizeDomain(sizes: readonly number[], names: readonly string[]): [number, number] {
  const [first, last] = [sizes[0] ?? 1, sizes.at(-1) ?? 10]
  const room = Math.max(0, ...names.map((name) => textWidth(name, 12))) + 14
  const decades = Math.max(0.1, Math.log10(last / first))
  return [first * 0.85, last * 10 ** ((decades * room) / (HALF_WIDTH - room))]
}

/** Heights of names, px from the top, moved apart so that none covers another: up from the lowest, all down again where there is no room. */
function spread(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[b]! - heights[a]!)
  const placed = [...heights]
  for (const [rank, i] of order.entries()) {
    const below = order[rank - 1]
    if (below !== undefined) placed[i] = Math.min(placed[i]!, placed[below]! - NAME_HEIGHT)
  }
  const missing = Math.max(0, -Math.min(...placed))
  return placed.map((height) => height + missing)
}
