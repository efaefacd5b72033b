import { fineBasisPoints } from '../../format.ts'
import { inLang, words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { Desk } from './desk.ts'
import { changedCells, hasOtherConditions } from './draft.ts'
import { lang } from './language.ts'
import { countVerdicts } from './strip.ts'

/** The answer in one sentence, told to screen readers as it changes, and what was changed for it. */
export function Answer({ desk }: { readonly desk: Desk }) {
  const text = deskWords(lang.value)
  return (
    <div class="desk-answer">
      <p class="answer" role="status" aria-live="polite">
        {answerText(desk)}
        {words(lang.value).stop}
      </p>
      <p class="changes">
        {changesText(desk)}
        {desk.isBehind.value ? <span class="quiet"> · {text.computing}</span> : null}
      </p>
    </div>
  )
}

function answerText({ ready, answers, risk }: Desk): string {
  const text = deskWords(lang.value)
  const tried = risk.isTried.value
  const shown = tried ? risk.answers.value.flatMap((answer) => answer ?? []) : answers.value
  if (tried && shown.length + risk.refusals.value.size < ready.scenarios.length) return text.approximationAwaited
  const now = countVerdicts(shown)
  const sentence = text.answer(now.covered, shown.length, countVerdicts(ready.answers).covered)
  const whole = now.undecided === 0 ? sentence : words(lang.value).clauses([sentence, text.undecided(now.undecided)])
  return tried ? text.approximate(whole) : whole
}

function changesText({ ready, today, draft, answers, chosen, faults }: Desk): string {
  const text = deskWords(lang.value)
  const populated = new Set(ready.cells.map(({ index }) => index))
  const changed = changedCells(draft.value, today)
  const withLoans = changed.filter((cell) => populated.has(cell)).length
  const hasOther = hasOtherConditions(draft.value, today)
  if (changed.length === 0 && !hasOther) return text.unchanged
  const [now, before] = [answers.value[chosen.value]!, ready.answers[chosen.value]!]
  const scenario = inLang(ready.scenarios[chosen.value]!.title, lang.value)
  return words(lang.value).parts([
    ...(withLoans > 0 ? [text.cellsChanged(withLoans)] : []),
    ...(changed.length > withLoans ? [text.emptyCellsChanged(changed.length - withLoans)] : []),
    ...(hasOther ? [text.costsChanged] : []),
    faults.value > 0
      ? text.held(faults.value)
      : text.moved(
          scenario,
          fineBasisPoints(now.portfolioYield - before.portfolioYield),
          fineBasisPoints(now.surplus - before.surplus),
        ),
  ])
}
