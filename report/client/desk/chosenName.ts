import { inLang } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { Desk } from './desk.ts'
import { lang } from './language.ts'

/** The scenario whose gaps the grid shows, with the risks chosen where there are any. */
export function chosenName({ ready, chosen, risk }: Desk): string {
  const title = inLang(ready.scenarios[chosen.value]!.title, lang.value)
  return risk.isTried.value ? deskWords(lang.value).withRisks(title) : title
}
