import { render } from 'preact'
import type { AsRun } from '../../desk/asRun.ts'
import { keepLanguage } from '../keepLanguage.ts'
import { deskApi } from './api.ts'
import { App } from './app.tsx'
import { followLanguageButtons } from './language.ts'
import { startSession } from './session.ts'

const root = document.getElementById('desk')
const run = root?.dataset['run']
if (!root || run === undefined) throw new RangeError('the page must have an element "desk" that says of which run')
const asRun = JSON.parse(run) as AsRun
const api = deskApi(asRun.runId)
keepLanguage()
followLanguageButtons()
root.replaceChildren()
render(<App run={asRun} session={startSession(api, sessionStorage)} api={api} />, root)
