import type { ReportData } from './reportData.ts'
import { type Lang, inLang } from './text.ts'

/** Entries that are simulated in part only: their scenario and what it leaves out, each scenario once. */
export function partialScenarios(
  data: ReportData,
  lang: Lang,
): readonly { readonly name: string; readonly limitation: string }[] {
  const found = data.entries.flatMap(({ titles, limitation }) =>
    limitation ? [[inLang(titles.scenario, lang), inLang(limitation, lang)] as const] : [],
  )
  return [...new Map(found)].map(([name, limitation]) => ({ name, limitation }))
}
