import type { Scenario } from '../models/scenario.ts'
import type { Text } from '../models/text.ts'
import type { IdleLever } from '../scenarios/index.ts'
import { LANGS, inLang, words } from './text.ts'

/**
 * What of a scenario its verdict on a book leaves out: what the scenario says itself, and risks that find nothing to act on there.
 *
 * @returns null where it is simulated as a whole
 */
export function limitationOf({ limitation }: Scenario, idle: readonly IdleLever[]): Text | null {
  const hidden = [...new Set(idle.map(({ hiddenRisk }) => hiddenRisk).filter((risk) => risk !== null))]
  if (hidden.length === 0) return limitation
  const [en, zh] = LANGS.map((lang) => {
    const text = words(lang)
    return text.parts([
      ...(limitation ? [inLang(limitation, lang)] : []),
      ...hidden.map((risk) => text.hiddenRisk[risk]),
    ])
  })
  return { en: en!, zh: zh! }
}
