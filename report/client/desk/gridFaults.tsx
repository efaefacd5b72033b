import { cellName } from '../../cellName.ts'
import { inLang, words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { Desk } from './desk.ts'
import { lang } from './language.ts'
import { indexOfKey } from './gridLayout.ts'

/** Faults of cells in words, the first few of them. */
export function GridFaults({ desk }: { readonly desk: Desk }) {
  const own = deskWords(lang.value).grid
  const flags = desk.flags.value
  const rates = desk.draft.value.rates
  if (flags.length === 0) return <p class="quiet">{own.noFaults}</p>
  return (
    <div class="left-out">
      <strong>
        {own.faults} ({flags.length})
      </strong>
      <ul>
        {flags.slice(0, MOST_FAULTS).map(({ cell, kind, message }) => {
          const entry = rates[indexOfKey(cell)]
          const isText = kind === 'missing' && typeof entry === 'string' && entry !== ''
          return (
            <li key={`${cell} ${kind}`}>
              <strong>{cellName(cell, lang.value)}</strong>
              {words(lang.value).colon}
              {isText ? own.notANumber(entry) : inLang(message, lang.value)}
            </li>
          )
        })}
        {flags.length > MOST_FAULTS ? <li>{own.faultsHidden(flags.length - MOST_FAULTS)}</li> : null}
      </ul>
    </div>
  )
}

const MOST_FAULTS = 6
