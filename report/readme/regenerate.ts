/*
 * Rewrites the measured parts of README.md from a real run: the chart, the verdict table and the timings.
 *
 *     npm run readme
 */
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { readStudy } from '../../scenarios/index.ts'
import type { Pooled } from '../../models/result.ts'
import { runStudy } from '../../sim/runStudy.ts'
import type { RunResult } from '../../sim/types.ts'
import { scenarioStrip } from '../charts/scenarioStrip.ts'
import { finding } from '../finding.ts'
import { basisPoints, percent, plusMinus, ratio, share } from '../format.ts'
import { lawFinding } from '../lawFinding.ts'
import { renderSvg } from '../renderSvg.ts'
import { type ReportData, toReportData } from '../reportData.ts'
import { standardError } from '../standardError.ts'

const README = new URL('../../README.md', import.meta.url)
const CHART = new URL('./committee.svg', import.meta.url)

const start = performance.now()
const run = await runStudy(await readStudy('committee'), { workers: 2 })
const seconds = (performance.now() - start) / 1000
const data = toReportData(run)

await writeFile(CHART, onWhite(await renderSvg(scenarioStrip(data, 'en'), finding(data, 'en'))))
let readme = await readFile(README, 'utf8')
readme = replacePart(readme, 'answer', `**${finding(data, 'en')}.**`)
readme = replacePart(readme, 'verdicts', verdicts(data))
readme = replacePart(readme, 'law', law(data))
readme = replacePart(readme, 'speed', speed(run.timings, seconds, data))
const strategiesStart = performance.now()
const compared = await runStudy(await readStudy('strategies'), { workers: 2 })
readme = replacePart(readme, 'strategies', strategies(compared, (performance.now() - strategiesStart) / 1000))
await writeFile(README, readme)

/** Sizes of book against what is left to chance, at baseline. */
function law({ entries }: ReportData): string {
  const { result } = entries[0]!
  const law = result.lawOfLargeNumbers!
  const sizes = [...new Set(law.curve.map(({ loans }) => loans))]
  const rows = sizes.map((size) => {
    const cell = (dependence: string): string => {
      const k = law.curve.findIndex((point) => point.loans === size && point.dependence === dependence)
      const point = law.curve[k]!
      const error = standardError(result, `lawOfLargeNumbers.curve.${k}.standardDeviation.simulated`)
      const { formula, simulated } = point.standardDeviation
      return `${percent(formula)}, ${percent(simulated)} ${plusMinus(percent, error)}`
    }
    return [size.toLocaleString('en'), cell('independence'), cell('factors'), cell('guarantees')]
  })
  const head = ['loans', 'independent defaults', 'common factors', 'and guarantee calls']
  const table = [head, head.map(() => '---:'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  return [
    `*${lawFinding(result.loans, law, 'en')}.* Standard deviation of the three-year loss rate by number of loans, by formula and by simulation:`,
    '',
    ...table,
  ].join('\n')
}

/** Every strategy, in the order of its coverage in the first scenario. */
function strategies({ study, results, comparisons }: RunResult, seconds: number): string {
  const [first] = comparisons
  const titles = comparisons.map(({ scenario }) => study.scenarios.find(({ id }) => id === scenario)!.title.en)
  const error = (figure: Pooled | null): string => plusMinus(ratio, figure?.standardError ?? null)
  const rows = first!.strategies
    .map((own, s) => ({ own, s }))
    .sort((a, b) => b.own.figures.coverageRatio!.value - a.own.figures.coverageRatio!.value)
    .map(({ own: { strategy, figures, differences }, s }) => {
      const difference = differences?.coverageRatio
      return [
        study.strategies.find(({ id }) => id === strategy)!.title.en,
        share(figures.approvalRate!.value),
        ratio(results.find((result) => result.strategy === strategy)!.selection!.gini),
        ...comparisons.map((one) => {
          const { coverageRatio } = one.strategies[s]!.figures
          return `${ratio(coverageRatio!.value)} ${error(coverageRatio)}`
        }),
        difference
          ? `${ratio(difference.value)} ${error(difference)} (${ratio(difference.unpairedStandardError)})`
          : '',
      ]
    })
  const head = [
    'strategy',
    'approved',
    'Gini',
    ...titles.map((title) => `coverage ratio, ${title}`),
    `difference, ${titles[0]}`,
  ]
  const table = [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`)
  const { paths } = study.simulation
  return [
    ...table,
    '',
    `*Gini*: of assigned against true default probabilities over all applicants, first population. ${first!.populations} populations × ${comparisons.length} scenarios ×
${paths.toLocaleString('en')} paths took ${seconds.toFixed(0)} s on 2 worker threads, outputs not included.`,
  ].join('\n')
}

/** The same picture where a page is dark. */
function onWhite(svg: string): string {
  return svg.replace(/<svg ([^>]*)>/, '<svg $1><rect width="100%" height="100%" fill="white"/>')
}

function replacePart(text: string, name: string, content: string): string {
  const part = new RegExp(`(<!-- measured: ${name} -->\n)[\\s\\S]*?(<!-- end -->)`)
  if (!part.test(text)) throw new Error(`README.md has no part "measured: ${name}"`)
  return text.replace(part, (_, open: string, close: string) => `${open}${content}\n${close}`)
}

function verdicts({ entries }: ReportData): string {
  const rows = entries.map(({ label, result }) => {
    const error = (name: string): number | null => standardError(result, name)
    return [
      label.en,
      result.verdict,
      `${ratio(result.coverageRatio)} ${plusMinus(ratio, error('coverageRatio'))}`,
      `${share(result.coverageProbability)} ${plusMinus(share, error('coverageProbability'))}`,
      `${basisPoints(result.surplus)} ${plusMinus(basisPoints, error('surplus'))}`,
      percent(result.expectedLoss),
      percent(result.breakEvenYield),
    ]
  })
  const head = ['scenario', 'verdict', 'coverage ratio', 'coverage probability', 'surplus a year', 'expected loss', 'break-even yield'] // prettier-ignore
  return [head, head.map((_, i) => (i < 2 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function speed(timings: Readonly<Record<string, number>>, total: number, { entries }: ReportData): string {
  const result = entries[0]!.result
  const loanPaths = (result.loans * result.paths * entries.length) / timings['simulate']!
  const stage = (name: string): string => `${timings[name]!.toFixed(1)} s`
  return [
    `${result.loans.toLocaleString('en')} loans × ${result.paths.toLocaleString('en')} paths × ${entries.length} scenarios × 36 months on 2 worker threads`,
    `(${cpus()[0]?.model.trim() ?? 'unknown processor'}, shared, Node ${process.versions.node}): ${total.toFixed(0)} s in all — drawing and scoring the`,
    `book ${stage('book')}, simulating ${stage('simulate')} (${(loanPaths / 1e6).toFixed(0)} million loan-paths a second), pricing and judging ${stage('judge')}, studying`,
    `books of other sizes ${stage('sizes')}. The`,
    `standard error of the mean surplus is then ${(standardError(result, 'surplus')! * 1e4).toFixed(2)} bp a year at baseline.`,
  ].join('\n')
}
