import type { AsRun } from '../../desk/asRun.ts'
import { inLang } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { DeskApi } from './api.ts'
import { DeskView } from './deskView.tsx'
import { lang } from './language.ts'
import { Opening } from './opening.tsx'
import type { Session } from './session.ts'

interface AppProps {
  readonly run: AsRun
  readonly session: Session
  readonly api: DeskApi
}

/** The pricing desk of a run: how far it is, then what is edited. */
export function App({ run, session, api }: AppProps) {
  const text = deskWords(lang.value)
  const desk = session.desk.value
  return (
    <>
      <div class="desk-head">
        <h1>{text.of(inLang(run.title, lang.value))}</h1>
        <a href={`/runs/${run.runId}`}>{text.toReport}</a>
      </div>
      {desk ? (
        <DeskView desk={desk} api={api} />
      ) : (
        <Opening run={run} state={session.state.value} open={session.open} />
      )}
    </>
  )
}
