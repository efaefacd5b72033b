import { COMPARED, type Compared, type Comparison, type PairedDifference, type Pooled } from '../../models/result.ts'
import { type Column, type ColumnNote, type Value, varyText } from './column.ts'

/** Unit of each figure that strategies are compared by; loans and the coverage ratio are plain numbers. */
const UNITS: Record<Compared, ColumnNote['unit'] | 'money per year'> = {
  loans: '',
  balance: 'money',
  approvalRate: 'share',
  defaultRate: 'per year',
  expectedLoss: 'per year',
  portfolioYield: 'per year',
  coverageRatio: '',
  coverageProbability: 'share',
  surplus: 'per year',
  raroc: 'per year',
  comprehensiveProfit: 'money per year',
  comprehensiveProfitRate: 'per year',
  nplRatio: 'share',
  newOverdueRatio: 'per year',
}

/** Rows of a comparison: every strategy by every figure. */
export const comparedRows = ({ strategies }: Comparison): number => strategies.length * COMPARED.length

/** `comparisons.parquet`: one row a figure of each strategy under each schedule in each scenario, over all populations of the book. */
export const COMPARISON_COLUMNS: readonly Column<Comparison>[] = [
  named('book'),
  named('schedule'),
  named('scenario'),
  {
    name: 'vary',
    type: 'text',
    unit: '',
    meaning: 'Vary axes as JSON, those of the strategy among them but not the population; empty without any',
    of: ({ vary, strategies }) => {
      const texts = strategies.map((strategy) => varyText({ ...vary, ...strategy.vary }))
      return (row) => texts[strategyOf(row)]!
    },
  },
  {
    name: 'populations',
    type: 'integer',
    unit: '',
    meaning: 'Populations of the book that the figure is a mean over',
    of:
      ({ populations }) =>
      () =>
        populations,
  },
  {
    name: 'strategy',
    type: 'text',
    unit: '',
    meaning: 'Id of the strategy',
    of:
      ({ strategies }) =>
      (row) =>
        strategies[strategyOf(row)]!.strategy,
  },
  { name: 'figure', type: 'text', unit: '', meaning: 'Name of the figure', of: () => (row) => figureOf(row) },
  {
    name: 'unit',
    type: 'text',
    unit: '',
    meaning: 'Unit of all numbers of the row; empty for plain numbers',
    of: () => (row) => UNITS[figureOf(row)],
  },
  ofFigure('value', 'Mean over populations; empty where one of them has no such figure', ({ value }) => value),
  ofFigure(
    'standardError',
    'Standard error of value: of the simulation and between populations',
    ({ standardError }) => standardError,
  ),
  ofDifference('difference', 'value less that of the first strategy; empty for the first', ({ value }) => value),
  ofDifference(
    'pairedStandardError',
    'Standard error of difference, on the same firms and the same defaults',
    ({ standardError }) => standardError,
  ),
  ofDifference(
    'unpairedStandardError',
    'What it would be had the two been simulated apart',
    ({ unpairedStandardError }) => unpairedStandardError,
  ),
  ofDifference('low', 'Lower confidence limit of difference', ({ interval }) => interval?.[0] ?? null),
  ofDifference('high', 'Upper confidence limit of difference', ({ interval }) => interval?.[1] ?? null),
]

const strategyOf = (row: number): number => Math.floor(row / COMPARED.length)
const figureOf = (row: number): Compared => COMPARED[row % COMPARED.length]!

function named(name: 'book' | 'schedule' | 'scenario'): Column<Comparison> {
  return {
    name,
    type: 'text',
    unit: '',
    meaning: `Id of the ${name}`,
    of: (comparison) => () => comparison[name],
  }
}

function ofFigure(name: string, meaning: string, of: (pooled: Pooled) => Value): Column<Comparison> {
  return real(name, meaning, ({ figures }, figure) => {
    const own = figures[figure]
    return own && of(own)
  })
}

function ofDifference(name: string, meaning: string, of: (difference: PairedDifference) => Value): Column<Comparison> {
  return real(name, meaning, ({ differences }, figure) => {
    const own = differences?.[figure] ?? null
    return own && of(own)
  })
}

/** A number of a strategy's figure. */
function real(
  name: string,
  meaning: string,
  of: (strategy: Comparison['strategies'][number], figure: Compared) => Value,
): Column<Comparison> {
  return {
    name,
    type: 'real',
    unit: '',
    meaning,
    of:
      ({ strategies }) =>
      (row) =>
        of(strategies[strategyOf(row)]!, figureOf(row)),
  }
}
