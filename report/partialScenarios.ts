import type { ReportData } from './reportData.ts'
import { type Lang, inLang } from './text.ts'

/** Entries that are simulated in part only: their scenario and what it leaves out, each once; with the book where books differ in it. */
export function partialScenarios(
  data: ReportData,
  lang: Lang,
): readonly { readonly name: string; readonly limitation: string }[] {
  const found = data.entries.flatMap(({ titles, limitation }) => {
    if (!limitation) return []
    const scenario = inLang(titles.scenario, lang)
    const isShared = data.entries.every(
      (one) => one.titles.scenario.en !== titles.scenario.en || one.limitation?.en === limitation.en,
    )
    const name = isShared ? scenario : `${scenario} · ${inLang(titles.book, lang)}`
    return [[name, inLang(limitation, lang)] as const]
  })
  return [...new Map(found)].map(([name, limitation]) => ({ name, limitation }))
}
