import { type Signal, useSignal } from '@preact/signals'
import type { AsRun } from '../../desk/asRun.ts'
import type { CaseNames, DeskChoices, DeskState, NamedText, ReadyDesk } from '../../desk/protocol.ts'
import { whole } from '../../format.ts'
import { inLang, words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import { Labelled } from './field.tsx'
import { lang } from './language.ts'
import { ScenarioStrip } from './scenarioStrip.tsx'

interface OpeningProps {
  readonly run: AsRun
  /** Null while the server has not been heard. */
  readonly state: Exclude<DeskState, ReadyDesk> | null
  readonly open: (names: CaseNames) => void
}

/** What is shown until the desk is ready: the figures of the run, and how far the server is. */
export function Opening({ run, state, open }: OpeningProps) {
  const own = deskWords(lang.value).opening
  const chosen = useSignal(run.entries[0]!.names)
  const entries = run.entries.filter(({ names }) => isSame(names, chosen.value))
  return (
    <>
      {state?.status === 'closed' ? (
        <Chooser choices={state.choices} chosen={chosen} open={open} />
      ) : state?.status === 'failed' ? (
        <div class="problem" role="alert">
          <p>{own.failed(state.message)}</p>
          <button type="button" onClick={() => open(chosen.value)}>
            {own.again}
          </button>
        </div>
      ) : (
        <Progress state={state} />
      )}
      <h2>{own.asRun}</h2>
      <ScenarioStrip
        rows={entries.map(({ scenario, figures }) => ({
          title: scenario.title,
          now: figures,
          asRun: null,
          isAwaited: false,
          refusal: null,
        }))}
        choice={null}
        isTried={false}
      />
    </>
  )
}

function Progress({ state }: { readonly state: Extract<DeskState, { status: 'opening' }> | null }) {
  const own = deskWords(lang.value).opening
  const told =
    state === null || state.total === 0
      ? own.waiting
      : own.stage(inLang(state.stage, lang.value), whole(state.done), whole(state.total))
  return (
    <section aria-labelledby="opening">
      <h2 id="opening">{own.heading}</h2>
      <p>
        <progress aria-labelledby="opening" max={state?.total || 1} value={state?.done ?? 0} />{' '}
        <span role="status">{told}</span>
      </p>
      <p class="quiet">{own.why}</p>
      <p class="quiet">{own.leave}</p>
    </section>
  )
}

const AXES = [
  ['book', 'books'],
  ['strategy', 'strategies'],
  ['schedule', 'schedules'],
] as const

interface ChooserProps {
  readonly choices: DeskChoices
  readonly chosen: Signal<CaseNames>
  readonly open: (names: CaseNames) => void
}

/** Which book, strategy and schedule to price, where there are several. */
function Chooser({ choices, chosen, open }: ChooserProps) {
  const own = deskWords(lang.value).opening
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{own.choose}</h2>
      {AXES.filter(([, list]) => choices[list].length > 1).map(([axis, list]) => (
        <Labelled key={axis} id={`choose-${axis}`} label={words(lang.value).axes[axis]}>
          <select
            id={`choose-${axis}`}
            value={chosen.value[axis]}
            onChange={({ currentTarget }) => {
              chosen.value = { ...chosen.value, [axis]: currentTarget.value }
            }}
          >
            {choices[list].map(({ id, title }: NamedText) => (
              <option key={id} value={id}>
                {inLang(title, lang.value)}
              </option>
            ))}
          </select>
        </Labelled>
      ))}
      <button type="button" class="main" onClick={() => open(chosen.value)}>
        {own.open}
      </button>
    </section>
  )
}

const isSame = (a: CaseNames, b: CaseNames): boolean =>
  a.book === b.book && a.strategy === b.strategy && a.schedule === b.schedule
