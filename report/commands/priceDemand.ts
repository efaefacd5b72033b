import Table from 'cli-table3'
import type { ScenarioDemand } from '../../models/demand/scenarioDemand.ts'
import type { Study } from '../../models/study.ts'
import { DEFAULT_DEMAND } from '../../scenarios/index.ts'
import { annualMoney, demandFinding } from '../demandFinding.ts'
import { basisPoints, fineBasisPoints, percent, plusMinus, ratio, share } from '../format.ts'
import { GLOSSARY } from '../glossary.ts'
import { type ReportEntries, type ReportEntry, reportEntries } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { PLAIN, printJson } from './print.ts'
import { type SimulationOptions, simulate } from './simulation.ts'

/** Every other point of a curve: 50 bp apart. */
const EVERY = 2

/** `yieldcover price STUDY --demand`: who takes the loans at other rates, and what that earns; a study without demand takes the default model. */
export async function priceDemand(
  study: Study,
  { json, lang, ...options }: SimulationOptions & { readonly json?: boolean; readonly lang: Lang },
  signal: AbortSignal,
): Promise<void> {
  const data = reportEntries(await simulate({ ...study, demand: study.demand ?? DEFAULT_DEMAND }, options, signal))
  if (json) printJson(data.entries.map((entry) => toDemand(data, entry)))
  else console.log(data.entries.map((entry) => demandTable(entry, study.demand === null, lang)).join('\n\n'))
}

/** An entry by its scenario, and by book, strategy and vary values where these differ within the run. */
function toDemand({ axes }: ReportEntries, { result }: ReportEntry): object {
  const named = (['book', 'strategy', 'schedule'] as const).filter((axis) => axes.includes(axis))
  const { surplus, coverageRatio, coverageProbability, loans, demand, reasons } = result
  return {
    scenario: result.scenario,
    ...Object.fromEntries(named.map((axis) => [axis, result[axis]])),
    ...(result.vary && { vary: result.vary }),
    drawn: { loans, surplus, coverageRatio, coverageProbability },
    weighed: demand,
    ...(!demand && { reason: reasons['demand'] }),
  }
}

/** @param isDefault  whether the demand is not the study's own */
function demandTable({ label, result, unit }: ReportEntry, isDefault: boolean, lang: Lang): string {
  const { demand } = result
  const text = words(lang)
  const title = inLang(label, lang)
  if (!demand) return `${title}\n${result.reasons['demand'] ?? ''}`
  const table = new Table({
    ...PLAIN,
    head: [
      text.demand.shift,
      text.demand.volume,
      text.demand.meanPd,
      GLOSSARY.coverageRatio[lang].name,
      GLOSSARY.surplus[lang].name,
      text.demand.annualSurplus(inLang(unit, lang)),
    ],
    colAligns: ['right', 'right', 'right', 'right', 'right', 'right'],
  })
  table.push(...demand.curve.filter((_, i) => i % EVERY === 0).map(toRow))
  const sentences = demandFinding(demand, result, unit, lang).map((sentence) => `${sentence}${text.stop}`)
  const assumption = isDefault ? text.demand.defaultAssumption : text.demand.assumption
  return [title, table.toString(), ...sentences, assumption].join('\n')
}

function toRow(point: ScenarioDemand['curve'][number]): string[] {
  const { shift, volume, meanTruePd, surplus, annualSurplus, standardErrors: errors } = point
  return [
    basisPoints(shift),
    share(volume),
    percent(meanTruePd),
    `${ratio(point.coverageRatio)} ${plusMinus(ratio, errors.coverageRatio)}`.trim(),
    `${fineBasisPoints(surplus)} ${plusMinus(fineBasisPoints, errors.surplus)}`.trim(),
    annualMoney(annualSurplus, errors.annualSurplus),
  ]
}
