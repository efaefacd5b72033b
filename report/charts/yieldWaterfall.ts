import type { BuildUp } from '../../models/result.ts'
import { basisPoints, percent, plainBasisPoints, plusMinus } from '../format.ts'
import { GLOSSARY } from '../glossary.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { standardError } from '../standardError.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { BAD, GOOD, HALF_WIDTH, INK, QUIET, SCHEMA, THEME } from './theme.ts'

/** Steps from the yield to the surplus, with their signs; the last is what is left. */
const STEPS = [
  ['portfolioYield', 1],
  ['crossIncome', 1],
  ['fundingCost', -1],
  ['operatingCost', -1],
  ['tax', -1],
  ['targetProfit', -1],
  ['expectedLoss', -1],
  ['surplus', 0],
] as const satisfies readonly (readonly [keyof BuildUp, number])[]

/** Portfolio yield down to surplus, step by step. */
export function yieldWaterfall(entry: ReportEntry, data: ReportData, lang: Lang): ChartSpec {
  const text = words(lang)
  const { result } = entry
  const rows = waterfall(result).map(({ step, sign, from, to }) => {
    const name = GLOSSARY[step][lang].name
    const value = sign === -1 ? -result[step] : result[step]
    return {
      name,
      from,
      to,
      end: Math.max(from, to),
      label: step === 'surplus' ? basisPoints(value) : percent(value),
      tip: `${name} ${percent(value)} ${plusMinus(percent, standardError(result, step))}`.trim(),
      colour: step === 'surplus' ? (value < 0 ? BAD : GOOD) : step === 'portfolioYield' ? INK : QUIET,
    }
  })
  const levels = data.entries.flatMap((one) => waterfall(one.result).flatMap(({ from, to }) => [from, to]))
  const position = { field: 'name', type: 'nominal', sort: null } as const
  return {
    $schema: SCHEMA,
    title: (result.surplus < 0 ? text.waterfall.gap : text.waterfall.surplus)(
      percent(result.portfolioYield),
      plainBasisPoints(Math.abs(result.surplus)),
    ),
    width: HALF_WIDTH,
    height: { step: 30 },
    data: { values: rows },
    encoding: { y: { ...position, axis: { title: null, ticks: false, domain: false } } },
    layer: [
      {
        mark: { type: 'bar', height: 18 },
        encoding: {
          x: {
            field: 'from',
            type: 'quantitative',
            title: text.ofBalance,
            scale: { domain: [Math.min(0, ...levels), Math.max(...levels) * 1.12] },
            axis: { format: '.0%', tickCount: 6 },
          },
          x2: { field: 'to' },
          color: { field: 'colour', type: 'nominal', scale: null },
          tooltip: { field: 'tip' },
          description: { field: 'tip' },
        },
      },
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: INK, aria: false },
        encoding: { x: { datum: 0 }, y: { value: 0 }, y2: { value: 'height' } },
      },
      {
        mark: { type: 'text', align: 'left', dx: 5, aria: false },
        encoding: { x: { field: 'end', type: 'quantitative' }, text: { field: 'label' } },
      },
    ],
    config: THEME,
  }
}

/** Where each step starts and ends; the surplus stands on zero. */
function waterfall(figures: BuildUp) {
  let level = 0
  return STEPS.map(([step, sign]) => {
    const from = sign === 0 ? 0 : level
    level = sign === 0 ? figures.surplus : level + sign * figures[step]
    return { step, sign, from, to: level }
  })
}
