import { fineBasisPoints } from '../../format.ts'
import { words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import { chosenName } from './chosenName.ts'
import type { Desk } from './desk.ts'
import { changedCells, hasOtherConditions } from './draft.ts'
import { lang } from './language.ts'
import { countVerdicts } from './strip.ts'

/** The answer in one sentence, told to screen readers as it changes, and what was changed for it. */
export function Answer({ desk }: { readonly desk: Desk }) {
  const text = deskWords(lang.value)
  const isBehind = desk.isBehind.value
  return (
    <div class="desk-answer" aria-busy={isBehind}>
      <p class="answer" role="status" aria-live="polite">
        {answerText(desk)}
        {words(lang.value).stop}
      </p>
      <p class="changes">
        {changesText(desk)}
        {isBehind ? <span class="quiet"> · {text.computing}</span> : null}
      </p>
    </div>
  )
}

function answerText({ ready, shown, risk }: Desk): string {
  const text = deskWords(lang.value)
  const isTried = risk.isTried.value
  if (isTried && shown.value.some(({ answer, isAwaited, refusal }) => isAwaited || !(answer ?? refusal)))
    return text.approximationAwaited
  const told = shown.value.flatMap(({ answer }, i) => (answer ? [{ now: answer, asRun: ready.answers[i]! }] : []))
  const now = countVerdicts(told.map((one) => one.now))
  const asRun = countVerdicts(told.map((one) => one.asRun))
  const sentence = text.answer(now.covered, told.length, asRun.covered, isTried)
  return words(lang.value).clauses([
    sentence,
    ...(now.undecided === 0 ? [] : [text.undecided(now.undecided)]),
    ...(isTried ? [text.approximate] : []),
  ])
}

function changesText(desk: Desk): string {
  const { ready, today, draft, shown, chosen, faults, risk } = desk
  const text = deskWords(lang.value)
  const populated = new Set(ready.cells.map(({ index }) => index))
  const changed = changedCells(draft.value, today)
  const withLoans = changed.filter((cell) => populated.has(cell)).length
  const hasOther = hasOtherConditions(draft.value, today)
  const isTried = risk.isTried.value
  if (changed.length === 0 && !hasOther && !isTried) return text.unchanged
  const [now, before] = [shown.value[chosen.value]!.answer, ready.answers[chosen.value]!]
  return words(lang.value).parts([
    ...(withLoans > 0 ? [text.cellsChanged(withLoans)] : []),
    ...(changed.length > withLoans ? [text.emptyCellsChanged(changed.length - withLoans)] : []),
    ...(hasOther ? [text.costsChanged] : []),
    ...(isTried ? [text.risksChanged] : []),
    ...(faults.value > 0
      ? [text.held(faults.value)]
      : now === null
        ? []
        : [
            text.moved(
              chosenName(desk),
              fineBasisPoints(now.portfolioYield - before.portfolioYield),
              fineBasisPoints(now.surplus - before.surplus),
            ),
          ]),
  ])
}
