import { useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { SOLID_LOANS } from '../../thinCell.ts'
import { deskWords } from '../../words/desk.ts'
import { chosenName } from './chosenName.ts'
import type { Desk } from './desk.ts'
import { GridFaults } from './gridFaults.tsx'
import { type GridLayout, type Scope, gridLayout } from './gridLayout.ts'
import type { GridState, Place } from './gridState.ts'
import { GridTable } from './gridTable.tsx'
import { GridToolbar } from './gridToolbar.tsx'
import { lang } from './language.ts'

/** The schedule as a table of inputs, worked with keys as in a spreadsheet. */
export function Grid({ desk }: { readonly desk: Desk }) {
  const own = deskWords(lang.value).grid
  const place = useSignal<Place>([0, 0])
  const showAll = useSignal(false)
  const layout = useComputed(() => gridLayout(desk.ready.cells, showAll.value))
  const state: GridState = {
    place,
    showAll,
    tabStop: useComputed(() => tabStop(layout.value, place.value)),
    scope: useSignal<Scope>({ kind: 'all' }),
    sideBySide: useSignal(false),
    told: useSignal(''),
  }
  useEffect(() => onEveryAction(() => (state.told.value = '')), [])
  return (
    <section aria-labelledby="rates">
      <h2 id="rates">{own.heading}</h2>
      <GridToolbar desk={desk} state={state} layout={layout.value} />
      <GridTable desk={desk} state={state} layout={layout.value} />
      <p class="quiet">{own.gapNote(chosenName(desk), SOLID_LOANS)}</p>
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

function tabStop({ cells, inputs }: GridLayout, [row, column]: Place): Place {
  const here = cells[row]?.[column]
  if (here !== undefined && inputs.has(here)) return [row, column]
  const first = cells.findIndex((line) => line.some((cell) => inputs.has(cell)))
  return [first, cells[first]?.findIndex((cell) => inputs.has(cell)) ?? -1]
}

/** Calls back at every key and press of a button. @returns ends it */
function onEveryAction(act: () => void): () => void {
  const events = ['keydown', 'pointerdown'] as const
  for (const event of events) document.addEventListener(event, act, true)
  return () => {
    for (const event of events) document.removeEventListener(event, act, true)
  }
}
