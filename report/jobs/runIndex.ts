import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestResult } from '../../models/result.ts'
import type { Text } from '../../models/text.ts'
import { isPooled } from '../comparisons.ts'
import { finding } from '../finding.ts'
import { listRuns } from '../listRuns.ts'
import { REPORT_FILE, UnreadableReportError, nullWhenMissing, readReport } from '../readReport.ts'
import type { ReportData } from '../reportData.ts'

/** A finished run as a list shows it. */
export interface ListedRun {
  readonly id: string
  /** When it was finished, ISO 8601. */
  readonly created: string
  /** Null when this version cannot show the run. */
  readonly summary: RunSummary | null
}

export interface RunSummary {
  readonly title: Text
  /** The run's answer in one line. */
  readonly finding: Text
  readonly seed: string
  readonly paths: number
  /** How many cases have each verdict; of a run that compares strategies, how many strategies. */
  readonly verdicts: Readonly<Record<TestResult, number>>
}

/** What a list shows of the runs of a folder. A run is read once, unless its folder is written anew. */
export class RunIndex {
  private readonly runsDir: string
  private readonly known = new Map<string, ListedRun>()

  constructor(runsDir: string) {
    this.runsDir = runsDir
  }

  /** Newest first. */
  async list(): Promise<ListedRun[]> {
    const listed: ListedRun[] = []
    // One at a time: a report is megabytes of JSON.
    for (const id of await listRuns(this.runsDir)) {
      const one = await this.look(id)
      if (one) listed.push(one)
    }
    return listed
  }

  private async look(id: string): Promise<ListedRun | null> {
    const folder = join(this.runsDir, id)
    const file = await stat(join(folder, REPORT_FILE)).catch(nullWhenMissing)
    if (!file) return null
    const created = file.mtime.toISOString()
    const known = this.known.get(id)
    if (known?.created === created) return known
    const data = await readReport(folder).catch(nullWhenUnreadable)
    const listed = { id, created, summary: data && summarised(data) }
    this.known.set(id, listed)
    return listed
  }
}

function summarised(data: ReportData): RunSummary {
  const { title, simulation } = data.study
  const cases = isPooled(data)
    ? data.comparisons.flatMap(({ strategies }) => strategies)
    : data.entries.map(({ result }) => result)
  const count = (verdict: TestResult): number => cases.filter((one) => one.verdict === verdict).length
  return {
    title,
    finding: { en: finding(data, 'en'), zh: finding(data, 'zh') },
    seed: simulation.seed,
    paths: simulation.paths,
    verdicts: { covered: count('covered'), 'not covered': count('not covered'), undecided: count('undecided') },
  }
}

function nullWhenUnreadable(error: unknown): null {
  if (error instanceof UnreadableReportError) return null
  throw error
}
