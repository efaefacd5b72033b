import Table from 'cli-table3'
import type { Compared, FoundSchedule, Optimised } from '../../models/optimise/optimised.ts'
import { areUsual } from '../../models/optimise/usualGoals.ts'
import type { Study } from '../../models/study.ts'
import { COLLATERALS, type Cell, TERM_BANDS } from '../../models/types.ts'
import type { ConfirmedGoal } from '../../sim/optimise/confirm.ts'
import { cellName, parseCell } from '../cellName.ts'
import { PLAIN } from '../commands/print.ts'
import { type Format, bareBasisPoints, fineBasisPoints, percent, plusMinus } from '../format.ts'
import { type Lang, inLang, words } from '../text.ts'
import { optimiseWords } from '../words/optimise.ts'
import {
  type DescribedOptimum,
  changedCells,
  conflictLines,
  goalFigure,
  goalName,
  goalText,
  tenths,
} from './describeOptimised.ts'

/** What `yieldcover optimise` says on a terminal. */
export function optimiseText(
  found: DescribedOptimum,
  confirmed: readonly ConfirmedGoal[] | null,
  study: Study,
  lang: Lang,
): string {
  const text = optimiseWords(lang)
  const { rounded } = found
  const parts = [headline(rounded, lang), goalsTable(rounded ?? found, study, lang)]
  if (found.heuristic) parts.push(text.heuristic)
  if (!rounded) {
    const [lead, ...lines] = conflictLines(found, lang)
    return [...parts, [lead, ...lines.map((line) => `- ${line}`)].join('\n')].join('\n\n')
  }
  if (changedCells(rounded).length > 0)
    parts.push(ratesTable(rounded, lang), pricesText(found, lang), comparisonTable(found, study, lang))
  if (confirmed) parts.push(confirmTable(found, confirmed, study, lang))
  return parts.join('\n\n')
}

function headline(rounded: FoundSchedule | null, lang: Lang): string {
  const text = optimiseWords(lang)
  const cost = rounded?.cost
  if (!cost) return text.infeasible
  const changed = changedCells(rounded).length
  return changed === 0 ? text.unchanged : text.found(changed, tenths(cost.meanChange), tenths(cost.largestChange))
}

function goalsTable({ scenarios, cost }: FoundSchedule, study: Study, lang: Lang): string {
  const text = optimiseWords(lang)
  const table = new Table({
    ...PLAIN,
    head: [words(lang).scenario, text.goal, text.before, ...(cost ? [text.after, text.holdsBack] : [])],
    colAligns: ['left', 'left', 'right', 'right', 'left'],
  })
  for (const goal of scenarios)
    table.push([
      inLang(study.scenarios.find(({ id }) => id === goal.scenario)!.title, lang),
      goalText(goal, lang),
      goalFigure(goal, 'before'),
      ...(cost ? [goalFigure(goal, 'after'), goal.binding ? text.yes : text.no] : []),
    ])
  const isUsual = areUsual(study.optimise.scenarios, study.scenarios)
  return titled(text.goalsHeading, table, isUsual ? text.usualGoals : text.studyGoals)
}

/** One row a term band and collateral class, one column a grade. */
function ratesTable({ schedule }: FoundSchedule, lang: Lang): string {
  const text = words(lang)
  const cells = schedule.map((one) => ({ ...one, ...parseCell(one.cell) }))
  const grades = [...new Set(cells.map(({ grade }) => grade))].sort((a, b) => a - b)
  const lineOf = ({ termBand, collateral }: Cell): string =>
    text.list([text.termBands[termBand], text.collaterals[collateral]])
  const table = new Table({
    ...PLAIN,
    head: ['', ...grades.map((grade) => text.gradeOf(grade))],
    colAligns: ['left', ...grades.map(() => 'right' as const)],
  })
  const inOrder = TERM_BANDS.flatMap((termBand) =>
    COLLATERALS.map((collateral) => lineOf({ grade: 1, termBand, collateral })),
  )
  for (const line of inOrder.filter((one) => cells.some((cell) => lineOf(cell) === one)))
    table.push([
      line,
      ...grades.map((grade) => {
        const cell = cells.find((one) => one.grade === grade && lineOf(one) === line)
        return cell ? `${percent(cell.from)} → ${percent(cell.rate)}\n${bareBasisPoints(cell.rate - cell.from)}` : ''
      }),
    ])
  const { ratesHeading, ratesNote } = optimiseWords(lang)
  return titled(ratesHeading, table, ratesNote)
}

function pricesText({ shadowPrices, cost }: DescribedOptimum, lang: Lang): string {
  const text = optimiseWords(lang)
  const prices = shadowPrices.map((one) => `- ${inLang(one.words, lang)}`)
  return [text.pricesHeading, ...prices, text.pricesNote(tenths(cost!.distance))].join('\n')
}

function comparisonTable({ comparison, scenarios }: Optimised, study: Study, lang: Lang): string {
  const text = optimiseWords(lang)
  const table = new Table({
    ...PLAIN,
    head: [
      text.way,
      text.distance,
      text.meanChange,
      text.largestChange,
      ...scenarios.map((goal) => text.yieldRise(goalName(goal, scenarios, study.scenarios, lang))),
      text.subsidy,
      text.largestSubsidy,
    ],
    colAligns: ['left', 'right', 'right', 'right', ...scenarios.map(() => 'right' as const), 'right', 'left'],
  })
  for (const one of comparison) table.push([text.compared[one.name], ...comparedRow(one, scenarios.length + 5, lang)])
  return titled(text.comparisonHeading, table, text.comparisonNote)
}

function comparedRow({ cost, crossSubsidy, reason }: Compared, columns: number, lang: Lang) {
  if (!cost || !crossSubsidy) return [{ colSpan: columns, content: reason ? optimiseWords(lang).reasons[reason] : '' }]
  const { largest, cell, total } = crossSubsidy
  return [
    tenths(cost.distance),
    tenths(cost.meanChange),
    tenths(cost.largestChange),
    ...cost.yieldRise.map(({ rise }) => fineBasisPoints(rise)),
    tenths(total),
    cell === null ? tenths(largest) : words(lang).withNote(tenths(largest), cellName(cell, lang)),
  ]
}

function confirmTable({ scenarios }: Optimised, confirmed: readonly ConfirmedGoal[], study: Study, lang: Lang): string {
  const text = optimiseWords(lang)
  const table = new Table({
    ...PLAIN,
    head: [words(lang).scenario, text.goal, text.value, text.holds],
    colAligns: ['left', 'left', 'right', 'left'],
  })
  const format: Format = fineBasisPoints
  for (const [i, { value, standardError, holds }] of confirmed.entries())
    table.push([
      inLang(study.scenarios.find(({ id }) => id === scenarios[i]!.scenario)!.title, lang),
      goalText(scenarios[i]!, lang),
      `${format(value)} ${plusMinus(format, standardError)}`.trim(),
      holds === null ? text.unknown : holds ? text.yes : text.no,
    ])
  return titled(text.confirmHeading, table, text.confirmNote)
}

const titled = (heading: string, table: InstanceType<typeof Table>, note: string): string =>
  `${heading}\n${table.toString()}\n${note}`
