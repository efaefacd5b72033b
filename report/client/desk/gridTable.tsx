import { useRef } from 'preact/hooks'
import { words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import { handleKey, placeOf } from './gridKeys.ts'
import { type Scope, scopeKey, startsBand, termBandsOf } from './gridLayout.ts'
import type { GridPartProps } from './gridState.ts'
import { lang } from './language.ts'
import { RateCell } from './rateCell.tsx'
import { scopeName } from './scopeName.ts'

/** The inputs: grades down, term bands and collateral across; heads choose what the toolbar moves. */
export function GridTable({ desk, state, layout }: GridPartProps) {
  const [text, own] = [words(lang.value), deskWords(lang.value).grid]
  const table = useRef<HTMLTableElement>(null)
  const { scope } = state

  const focus = (row: number, column: number): void => {
    const at = `[data-row="${row}"][data-column="${column}"]`
    table.current?.querySelector<HTMLElement>(`input${at}, button${at}`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = placeOf(event.target)
    if (!at) return
    const next = handleKey(event, at, desk, layout)
    if (next === null) return
    event.preventDefault()
    if (next !== 'handled') focus(...next)
  }
  const onPaste = (event: ClipboardEvent): void => {
    const { target } = event
    const at = placeOf(target)
    const pasted = event.clipboardData?.getData('text/plain') ?? ''
    if (!at || at[0] < 0 || at[1] < 0 || !(target instanceof HTMLInputElement)) return
    const isPart = target.value !== '' && target.selectionEnd! - target.selectionStart! < target.value.length
    if (isPart && !/[\t\n]/.test(pasted.trim())) return
    event.preventDefault()
    const result = desk.paste(layout.cells, at, pasted)
    state.told.value =
      typeof result === 'number'
        ? own.pasted(result)
        : result.kind === 'notANumber'
          ? own.pasteNotNumber(result.row, result.column, result.text)
          : own.pasteTooLarge(result.rows, result.columns, ...result.fit)
  }
  const head = (one: Scope, name: string, row: number, column: number) => (
    <button
      type="button"
      class="head"
      tabIndex={-1}
      data-row={row}
      data-column={column}
      aria-pressed={scopeKey(scope.value) === scopeKey(one)}
      title={own.select(scopeName(one, lang.value))}
      onClick={() => {
        scope.value = one
      }}
    >
      {name}
    </button>
  )
  return (
    <div class="scroll grid-box">
      <table
        class="grid"
        ref={table}
        aria-busy={desk.isBehind}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        aria-describedby="grid-help"
      >
        <thead>
          <tr>
            <th class="name sticky" rowSpan={2}>
              {text.grade}
            </th>
            {termBandsOf(layout).map(({ termBand, columns }) => (
              <th key={termBand} colSpan={columns} class="band">
                <button
                  type="button"
                  class="head"
                  tabIndex={-1}
                  aria-pressed={scopeKey(scope.value) === scopeKey({ kind: 'termBand', termBand })}
                  title={own.select(scopeName({ kind: 'termBand', termBand }, lang.value))}
                  onClick={() => {
                    scope.value = { kind: 'termBand', termBand }
                  }}
                >
                  {text.termBands[termBand]}
                </button>
              </th>
            ))}
          </tr>
          <tr>
            {layout.columns.map((column, c) => (
              <th key={scopeKey({ kind: 'column', ...column })} class={startsBand(layout, c) ? 'starts' : ''}>
                {head({ kind: 'column', ...column }, text.collaterals[column.collateral], -1, c)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {layout.grades.map((grade, r) => (
            <tr key={grade}>
              <th scope="row" class="name sticky">
                {head({ kind: 'grade', grade }, String(grade), r, -1)}
              </th>
              {layout.columns.map((_, c) => (
                <RateCell
                  key={c}
                  desk={desk}
                  state={state}
                  cell={layout.cells[r]![c]!}
                  place={[r, c]}
                  startsBand={startsBand(layout, c)}
                  hasInput={layout.inputs.has(layout.cells[r]![c]!)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
