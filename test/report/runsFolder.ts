import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportData } from '../../report/reportData.ts'

/** Writes a finished run into a folder of runs, as far as the server looks at it. */
export function addRun(runsDir: string, data: ReportData, report = JSON.stringify(data)): void {
  const folder = join(runsDir, data.runId)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'report.json'), report)
  writeFileSync(join(folder, 'summary.json'), JSON.stringify({ runId: data.runId, results: [] }))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ seed: data.study.simulation.seed }))
}
