import Table from 'cli-table3'
import type { Compared } from '../models/result.ts'
import { strategyOrder } from './charts/strategyRows.ts'
import { COVERAGE_FIGURES } from './comparedFigures.ts'
import { differenceText } from './comparisonFinding.ts'
import type { ComparedStrategy, ReportComparison } from './comparisons.ts'
import { plusMinus } from './format.ts'
import { GLOSSARY } from './glossary.ts'
import { type Lang, inLang, words } from './text.ts'
import { verdictText } from './verdictText.ts'

/** Figures of a row; the difference of the coverage ratio from that of the first strategy stands at its end. */
const SHOWN: readonly Compared[] = ['coverageRatio', 'coverageProbability', 'surplus', 'approvalRate']
const COLUMNS = COVERAGE_FIGURES.filter(({ figure }) => SHOWN.includes(figure))

/**
 * Strategies over all populations for a terminal: a table a scenario, one row a strategy, by coverage ratio in the first scenario.
 *
 * @param isColoured  whether verdicts are coloured
 */
export const comparisonTables = (comparisons: readonly ReportComparison[], lang: Lang, isColoured: boolean): string =>
  comparisons
    .map(({ label, strategies }) => {
      const rows = strategyOrder(comparisons).flatMap((index) => strategies[index] ?? [])
      return `${inLang(label, lang)}\n${table(rows, lang, isColoured)}`
    })
    .join('\n')

function table(strategies: readonly ComparedStrategy[], lang: Lang, isColoured: boolean): string {
  const text = words(lang)
  const rows = new Table({
    head: [
      text.comparison.strategy,
      text.verdict,
      // two lines a heading, or the table is too wide for most terminals
      ...COLUMNS.map(({ term }) => GLOSSARY[term][lang].name.replace(' ', '\n')),
      text.comparison.terminalDifference,
    ],
    colAligns: ['left', 'left', ...COLUMNS.map(() => 'right' as const), 'right'],
    style: { head: [], border: [], compact: true },
  })
  for (const { title, verdict, figures, differences } of strategies)
    rows.push([
      inLang(title, lang),
      verdictText(verdict, lang, isColoured),
      ...COLUMNS.map(({ figure, format }) => {
        const pooled = figures[figure]
        return pooled ? `${format(pooled.value)} ${plusMinus(format, pooled.standardError)}`.trim() : format(null)
      }),
      differences?.coverageRatio ? differenceText(differences.coverageRatio) : '',
    ])
  return rows.toString()
}
