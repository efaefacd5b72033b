import { useComputed } from '@preact/signals'
import { cellAt, cellKey } from '../../../models/types.ts'
import { cellName } from '../../cellName.ts'
import { bareBasisPoints, fineBasisPoints, plusMinus } from '../../format.ts'
import { inLang } from '../../text.ts'
import { SOLID_LOANS } from '../../thinCell.ts'
import { deskWords } from '../../words/desk.ts'
import { chosenName } from './chosenName.ts'
import type { Desk } from './desk.ts'
import { isInScope } from './gridLayout.ts'
import type { GridState, Place } from './gridState.ts'
import { lang } from './language.ts'
import { basisPointsBetween, rateText } from './rate.ts'

interface CellProps {
  readonly desk: Desk
  readonly state: GridState
  readonly cell: number
  readonly place: Place
  readonly startsBand: boolean
  /** Whether there is an input; a cell without loans has one only when asked for. */
  readonly hasInput: boolean
}

/** One rate. Its text, gap and marks are signals bound to the page, so that an edit elsewhere does not draw it again. */
export function RateCell({ desk, state, cell, place: [row, column], startsBand, hasInput }: CellProps) {
  const own = deskWords(lang.value).grid
  const name = cellName(cellKey(cellAt(cell)), lang.value)
  const { text, result, flags, isChanged } = desk.cells[cell]!
  const { place, tabStop, scope, sideBySide } = state
  const today = desk.today.rates[cell]!
  const loans = desk.ready.cells.find(({ index }) => index === cell)?.loans ?? null

  const gap = useComputed(() => result.value?.figures.gap ?? null)
  const gapText = useComputed(() => (gap.value === null ? '' : bareBasisPoints(gap.value)))
  const mark = useComputed(() => (flags.value.length > 0 ? '!' : ''))
  const note = useComputed(() => {
    const { gap: gapNote, noLoans } = deskWords(lang.value).grid
    const error = plusMinus(fineBasisPoints, result.value?.error ?? null)
    return [
      ...(gap.value === null ? [] : [gapNote(`${fineBasisPoints(gap.value)} ${error}`.trim(), chosenName(desk))]),
      ...(loans === null ? [noLoans] : []),
      ...flags.value.map(({ message }) => inLang(message, lang.value)),
    ].join(' · ')
  })
  const css = useComputed(() =>
    [
      startsBand ? 'starts' : '',
      gap.value !== null && gap.value < 0 ? 'short' : '',
      loans === null ? 'empty' : loans < SOLID_LOANS ? 'thin' : '',
      isChanged.value ? 'changed' : '',
      flags.value.length > 0 ? 'flagged' : '',
      scope.value.kind !== 'all' && isInScope(scope.value, cell) ? 'scoped' : '',
    ].join(' '),
  )
  const before = useComputed(() => {
    const entry = desk.draft.value.rates[cell]!
    if (entry === today) return rateText(today as number)
    const by = typeof entry === 'number' ? bareBasisPoints(basisPointsBetween(today as number, entry) / 10_000) : ''
    return `${rateText(today as number)} ${by}`
  })
  const tabIndex = useComputed(() => (tabStop.value[0] === row && tabStop.value[1] === column ? 0 : -1))
  const isInvalid = useComputed(() => flags.value.some(({ severity }) => severity === 'error'))

  if (!hasInput) return <td class={css}>·</td>
  return (
    <td class={css} title={note}>
      <input
        value={text}
        tabIndex={tabIndex}
        data-row={row}
        data-column={column}
        inputMode="decimal"
        autoComplete="off"
        aria-label={own.cell(name)}
        aria-describedby={`note-${cell}`}
        aria-invalid={isInvalid}
        onInput={({ currentTarget }) => {
          desk.typeRate(cell, currentTarget.value)
        }}
        onFocus={({ currentTarget }) => {
          place.value = [row, column]
          currentTarget.select()
        }}
        onBlur={desk.settle}
      />
      <small aria-hidden="true">
        <span class="flag-mark">{mark}</span>
        {gapText}
      </small>
      {sideBySide.value ? <small class="before">{before}</small> : null}
      <span id={`note-${cell}`} class="unseen">
        {note}
      </span>
    </td>
  )
}
