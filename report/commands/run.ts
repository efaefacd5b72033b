import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { isPooled } from '../comparisons.ts'
import { CheckFailed } from '../errors.ts'
import { finding, wayToDecide } from '../finding.ts'
import { whole } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { runToFolder } from '../runToFolder.ts'
import { requireFreePort } from '../serve.ts'
import { type Lang, inLang, words } from '../text.ts'
import { verdictNotes, verdictTable } from '../verdictTable.ts'
import { interruptible } from './interrupt.ts'
import * as option from './options.ts'
import { serveRuns } from './serveRuns.ts'
import { type SimulationOptions, addSimulationOptions, readStudyFile, simulate } from './simulation.ts'

interface RunCommandOptions extends SimulationOptions {
  readonly out: string
  readonly json?: boolean
  readonly failOn?: 'not-covered'
  readonly lang: Lang
  readonly serve?: boolean
  readonly port?: number
}

/** `yieldcover run STUDY`: simulates a study, writes its run folder and prints the verdict table. */
export const runCommand = (): Command =>
  addSimulationOptions(new Command('run'))
    .summary('run a study and print the verdict of every scenario')
    .description(
      'Runs a study, writes runs/<id>/ and prints the verdict of every scenario. Stopped by Ctrl-C or otherwise, the same command\n' +
        'goes on from the scenarios that were finished.',
    )
    .option('--out <dir>', 'folder that holds the run folders', 'runs')
    .option('--json', 'print summary.json, and nothing else, on stdout')
    .addOption(
      new Option('--fail-on <verdict>', 'exit with 1 when any row of the table has this verdict').choices([
        'not-covered',
      ]),
    )
    .addOption(option.lang())
    .option('--serve', 'serve the report until Ctrl-C')
    .option('--no-serve', 'stop after the table')
    .addOption(option.port())
    .action((path: string, options: RunCommandOptions) => interruptible((signal) => run(path, options, signal)))

async function run(path: string, options: RunCommandOptions, signal: AbortSignal): Promise<void> {
  const { out, json, failOn, lang, port } = options
  if (options.serve && port !== undefined) await requireFreePort(port)
  const study = await readStudyFile(path, options)
  const { result, data, folder } = await runToFolder(study, { dir: out, lang, signal }, (checkpoints) =>
    simulate(study, options, signal, checkpoints),
  )
  if (json) process.stdout.write(await readFile(join(folder, 'summary.json'), 'utf8'))
  else console.log(answer(data, lang, folder))

  const tell = json ? console.error : console.log
  if (options.serve) {
    const studies = isFile(path) ? [path] : []
    await serveRuns(out, { port, openRunId: result.runId, lang, tell, studies, workers: options.workers }, signal)
  }
  const verdicts = isPooled(data) ? data.comparisons.flatMap(({ strategies }) => strategies) : result.results
  const failed = verdicts.filter(({ verdict }) => verdict === 'not covered').length
  if (failOn && failed > 0) throw new CheckFailed(`not covered: ${failed} of ${verdicts.length}`)
}

/** Whether a study is named by the file it is in, not by the id of a shipped one or by a run. */
const isFile = (path: string): boolean => /\.ya?ml$/.test(path)

/** What a reader of the terminal gets: the answer, the table, what would decide, and where the rest is. */
function answer(data: ReportData, lang: Lang, folder: string): string {
  const text = words(lang)
  const paths = data.entries[0]?.result.paths ?? null
  const undecided = (isPooled(data) ? [] : data.entries)
    .map((entry) => ({ label: inLang(entry.label, lang), way: wayToDecide(entry, lang) }))
    .filter(({ way }) => way !== '')
  return [
    `${inLang(data.study.title, lang)}${text.colon}${finding(data, lang)}`,
    verdictTable(data, lang, process.stdout.isTTY),
    ...verdictNotes(data, lang),
    ...undecided.map(({ label, way }) => `${text.isUndecided(label)}: ${way}`),
    `${text.pathsOf(whole(paths))} · ${text.seed} ${data.study.simulation.seed} · ${folder}`,
  ].join('\n')
}
