import { type Signal, useSignal } from '@preact/signals'
import { deskWords } from '../../words/desk.ts'
import { type GridLayout, type Scope, cellsOf, scopeKey, termBandsOf } from './gridLayout.ts'
import type { GridPartProps } from './gridState.ts'
import { lang } from './language.ts'
import { scopeName } from './scopeName.ts'

/** Undo, moves by basis points, resets and what the grid shows. */
export function GridToolbar({ desk, state, layout }: GridPartProps) {
  const own = deskWords(lang.value).grid
  const step = useSignal('5')
  const { tabStop, scope, showAll, sideBySide } = state
  const scopes = scopesOf(layout)
  const bp = Number(step.value)
  const isStep = bp > 0 && bp <= 1000
  const what = scopeName(scope.value, lang.value)
  const cellHere = layout.cells[tabStop.value[0]]?.[tabStop.value[1]]
  const move = (sign: number): void => {
    desk.nudge(cellsOf(scope.value), sign * bp)
  }
  return (
    <div class="toolbar">
      <span class="group">
        <button type="button" disabled={!desk.canUndo.value} onClick={desk.undo}>
          ↶ {own.undo}
        </button>
        <button type="button" disabled={!desk.canRedo.value} onClick={desk.redo}>
          ↷ {own.redo}
        </button>
      </span>
      <span class="group">
        <label for="scope">{own.move}</label>
        <select
          id="scope"
          value={scopeKey(scope.value)}
          onChange={({ currentTarget }) => {
            scope.value = scopes.find((one) => scopeKey(one) === currentTarget.value) ?? { kind: 'all' }
          }}
        >
          {scopes.map((one) => (
            <option key={scopeKey(one)} value={scopeKey(one)}>
              {scopeName(one, lang.value)}
            </option>
          ))}
        </select>
        <label for="step">{own.by}</label>
        <input
          id="step"
          class="step"
          inputMode="decimal"
          value={step}
          onInput={({ currentTarget }) => {
            step.value = currentTarget.value
          }}
        />
        <span>bp</span>
        <button type="button" disabled={!isStep} aria-label={own.down(what, step.value)} onClick={() => move(-1)}>
          −
        </button>
        <button type="button" disabled={!isStep} aria-label={own.up(what, step.value)} onClick={() => move(1)}>
          +
        </button>
      </span>
      <span class="group">
        <button
          type="button"
          onClick={() => {
            if (cellHere !== undefined) desk.resetCells([cellHere])
          }}
        >
          {own.resetCell}
        </button>
        <button type="button" onClick={() => desk.resetCells(cellsOf({ kind: 'all' }))}>
          {own.resetAll}
        </button>
      </span>
      <span class="group">
        <Toggle on={sideBySide} label={own.sideBySide} />
        <Toggle on={showAll} label={own.showAll} />
      </span>
    </div>
  )
}

const Toggle = ({ on, label }: { readonly on: Signal<boolean>; readonly label: string }) => (
  <label>
    <input
      type="checkbox"
      checked={on}
      onChange={({ currentTarget }) => {
        on.value = currentTarget.checked
      }}
    />
    {label}
  </label>
)

const scopesOf = (layout: GridLayout): Scope[] => [
  { kind: 'all' },
  ...layout.grades.map((grade): Scope => ({ kind: 'grade', grade })),
  ...termBandsOf(layout).map(({ termBand }): Scope => ({ kind: 'termBand', termBand })),
  ...layout.columns.map((column): Scope => ({ kind: 'column', ...column })),
]
