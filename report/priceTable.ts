import Table from 'cli-table3'
import { crossSubsidy } from '../models/pricing/crossSubsidy.ts'
import { cellName } from './cellName.ts'
import { PLAIN } from './commands/print.ts'
import { fineBasisPoints, levelText, percent, plusMinus, signedWhole, total, whole } from './format.ts'
import { GLOSSARY } from './glossary.ts'
import type { ReportEntry } from './reportData.ts'
import { standardError } from './standardError.ts'
import { type Lang, inLang, words } from './text.ts'

/**
 * The rates of an entry's cells for a terminal; below them what the whole lacks, as a parallel shift, and which cells pay for which.
 *
 * @param level  coverage probability of the shift
 */
export function priceTable({ label, result, unit }: ReportEntry, level: number, lang: Lang): string {
  const text = words(lang)
  const table = new Table({
    ...PLAIN,
    head: [
      GLOSSARY.cell[lang].name,
      text.loans,
      ...(['offeredRate', 'floorRate', 'requiredRate', 'gap'] as const).map((figure) => GLOSSARY[figure][lang].name),
      `${text.pricing.money}, ${inLang(unit, lang)}`,
    ],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
  })
  const withError = (value: number | null, path: string): string =>
    `${fineBasisPoints(value)} ${plusMinus(fineBasisPoints, standardError(result, path))}`.trimEnd()
  for (const [i, { cell, loans, balance, offeredRate, floorRate, requiredRate, gap }] of result.cells.entries())
    table.push([
      cellName(cell, lang),
      whole(loans),
      percent(offeredRate),
      percent(floorRate),
      percent(requiredRate),
      withError(gap, `cells.${i}.gap`),
      signedWhole(gap === null ? null : balance * gap),
    ])
  const { ratio, probability } = result.parallelShift
  const { paid, received, net } = crossSubsidy(result.cells)
  const money = (value: number): string => total(value, unit, lang)
  return [
    inLang(label, lang),
    table.toString(),
    text.pricing.shifts(
      withError(ratio, 'parallelShift.ratio'),
      levelText(level),
      withError(probability, 'parallelShift.probability'),
    ),
    text.pricing.crossSubsidy(money(paid), money(received), money(Math.abs(net)), net >= 0),
  ].join('\n')
}
