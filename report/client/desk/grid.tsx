import { useSignal } from '@preact/signals'
import { inLang } from '../../text.ts'
import { SOLID_LOANS } from '../../thinCell.ts'
import { deskWords } from '../../words/desk.ts'
import type { Desk } from './desk.ts'
import { GridFaults } from './gridFaults.tsx'
import { type Scope, gridLayout } from './gridLayout.ts'
import type { GridState, Place } from './gridState.ts'
import { GridTable } from './gridTable.tsx'
import { GridToolbar } from './gridToolbar.tsx'
import { lang } from './language.ts'

/** The schedule as a table of inputs, worked with keys as in a spreadsheet. */
export function Grid({ desk }: { readonly desk: Desk }) {
  const own = deskWords(lang.value).grid
  const state: GridState = {
    place: useSignal<Place>([0, 0]),
    scope: useSignal<Scope>({ kind: 'all' }),
    showAll: useSignal(false),
    sideBySide: useSignal(false),
    told: useSignal(''),
  }
  const layout = gridLayout(desk.ready.cells, state.showAll.value)
  const scenario = inLang(desk.ready.scenarios[desk.chosen.value]!.title, lang.value)
  return (
    <section aria-labelledby="rates">
      <h2 id="rates">{own.heading}</h2>
      <GridToolbar desk={desk} state={state} layout={layout} />
      <GridTable desk={desk} state={state} layout={layout} />
      <p class="quiet">{own.gapNote(scenario, SOLID_LOANS)}</p>
      <p role="status" class="told">
        {state.told}
      </p>
      <GridFaults desk={desk} />
      <details>
        <summary>{own.keys}</summary>
        <p id="grid-help">{own.help}</p>
        <p>{own.pasteHelp}</p>
      </details>
    </section>
  )
}
