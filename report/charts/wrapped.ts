import { textWidth } from './textWidth.ts'

/**
 * A name in lines no wider than a number of px where that is possible: broken between words, and between any two Chinese characters.
 *
 * @returns lines joined by line feeds
 */
export function wrapped(name: string, width: number, fontSize = 12): string {
  const lines: string[] = []
  let line = ''
  for (const part of name.match(/[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s*|\s+/g) ?? []) {
    if (line !== '' && textWidth((line + part).trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += part
  }
  return [...lines, line.trimEnd()].join('\n')
}

/** Splits the label of an axis into its lines. */
const LINES = "split(datum.label, '\\n')"

/** Wrapped names of rows, each block of lines in the middle of its row. */
export const ROW_LABELS = {
  labelExpr: LINES,
  labelOffset: {
    condition: [2, 3, 4].map((lines) => ({ test: `length(${LINES}) === ${lines}`, value: -7 * (lines - 1) })),
    value: 0,
  },
} as const

/** Heads of plots side by side: a wrapped name above each, and what is the same for all below them. */
export const PLOT_HEADER = {
  titleOrient: 'bottom',
  titleAnchor: 'start',
  labelExpr: LINES,
  labelFontWeight: 'bold',
  labelAnchor: 'start',
} as const
