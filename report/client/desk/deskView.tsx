import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { inLang, words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import { Answer } from './answer.tsx'
import type { DeskApi } from './api.ts'
import { Costs } from './costs.tsx'
import type { Desk } from './desk.ts'
import { DemandPanel } from './demandPanel.tsx'
import { Grid } from './grid.tsx'
import { lang } from './language.ts'
import { NearestPanel } from './nearestPanel.tsx'
import { RiskPanel, riskText } from './riskPanel.tsx'
import { SavePanel } from './savePanel.tsx'
import { ScenarioStrip } from './scenarioStrip.tsx'
import type { StripRow } from './strip.ts'

/** A desk that is ready: the answer, every scenario, the grid, and what else can be changed or done. */
export function DeskView({ desk, api }: { readonly desk: Desk; readonly api: DeskApi }) {
  useEffect(() => undoByKeyboard(desk), [desk])
  const schedule = desk.ready.choices.schedules.find(({ id }) => id === desk.ready.names.schedule)
  const typedName = useSignal<string | null>(null)
  const suggested = deskWords(lang.value).save.suggested(
    schedule ? inLang(schedule.title, lang.value) : desk.ready.names.schedule,
  )
  const name = typedName.value ?? suggested
  return (
    <>
      <Answer desk={desk} />
      <Problem desk={desk} />
      <Strip desk={desk} />
      <Grid desk={desk} />
      <div class="panels">
        <div>
          <Costs desk={desk} />
          <NearestPanel desk={desk} api={api} />
        </div>
        <div>
          <RiskPanel desk={desk} />
          {desk.ready.hasDemand ? <DemandPanel desk={desk} api={api} /> : null}
          <SavePanel
            desk={desk}
            api={api}
            name={name}
            rename={(text) => {
              typedName.value = text
            }}
          />
        </div>
      </div>
    </>
  )
}

/** Every scenario: by simulation, or by approximation while other risks are tried. */
function Strip({ desk }: { readonly desk: Desk }) {
  const text = deskWords(lang.value)
  const { ready, shown, chosen, risk } = desk
  const isTried = risk.isTried.value
  const rows = ready.scenarios.map(({ title }, i): StripRow => {
    const { answer, isAwaited, refusal } = shown.value[i]!
    return { title, now: answer, asRun: ready.answers[i]!, isAwaited, refusal }
  })
  return (
    <section aria-labelledby="scenarios">
      <h2 id="scenarios">
        {text.strip.heading}{' '}
        <small class="quiet">
          {text.strip.choose} {isTried ? text.strip.triedNote : text.strip.note}
        </small>
      </h2>
      {isTried ? (
        <p class="approximation">
          <strong>{words(lang.value).parts([...riskText(risk.changes.value)])}</strong>
          {words(lang.value).stop} {text.risk.banner}
        </p>
      ) : null}
      <ScenarioStrip
        rows={rows}
        isTried={isTried}
        choice={{
          chosen: chosen.value,
          choose: (row) => {
            chosen.value = row
          },
        }}
      />
    </section>
  )
}

function Problem({ desk }: { readonly desk: Desk }) {
  const text = deskWords(lang.value)
  const problem = desk.problem.value
  if (problem === null) return null
  return (
    <div class="problem" role="alert">
      {text.problem(problem)}{' '}
      <button type="button" onClick={desk.retry}>
        {text.retry}
      </button>
    </div>
  )
}

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z (Cmd on a Mac) anywhere on the page, except in a line of text. */
function undoByKeyboard(desk: Desk): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    if (event.target instanceof HTMLInputElement && event.target.getAttribute('type') === 'text') return
    const key = event.key.toLowerCase()
    const isUndo = key === 'z' && !event.shiftKey
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
    if (!isUndo && !isRedo) return
    event.preventDefault()
    if (isUndo) desk.undo()
    else desk.redo()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => {
    document.removeEventListener('keydown', onKeyDown)
  }
}
