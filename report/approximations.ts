import type { ReportData } from './reportData.ts'
import { type Lang, words } from './text.ts'

/** What a run leaves out by how it was computed, a sentence each; empty when every default is drawn under the book's own dependence. */
export function approximations({ study: { simulation } }: ReportData, lang: Lang): string[] {
  const text = words(lang)
  const { fidelity, correlation } = simulation
  return [
    ...(fidelity === 'exact' ? [] : [`${text.fidelities[fidelity]}${text.colon}${text.approximations[fidelity]}`]),
    ...(correlation === 'none' ? [text.independent] : []),
  ]
}
