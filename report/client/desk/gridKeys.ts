import type { Desk } from './desk.ts'
import type { GridLayout } from './gridLayout.ts'
import type { Place } from './gridState.ts'

/** What a key does in a cell or a head: the place it leads to, `handled` when all is done, null when it is the browser's. */
export function handleKey(
  event: KeyboardEvent,
  [row, column]: Place,
  desk: Desk,
  layout: GridLayout,
): Place | 'handled' | null {
  const { key, shiftKey, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const isCell = row >= 0 && column >= 0
  const cell = layout.cells[row]?.[column]
  if (isCell && cell !== undefined && (key === 'ArrowUp' || key === 'ArrowDown')) {
    desk.nudge([cell], (key === 'ArrowUp' ? 1 : -1) * (shiftKey ? 10 : 1))
    return 'handled'
  }
  if (key === 'Escape' && isCell) {
    desk.takeBack()
    return 'handled'
  }
  const [down, across] = stepOf(key, shiftKey, isCell)
  if (down === 0 && across === 0) return null
  if (across !== 0 && target instanceof HTMLInputElement && !isAtEdge(target, across)) return null
  return nextPlace([row, column], [down, across], layout)
}

function stepOf(key: string, shiftKey: boolean, isCell: boolean): readonly [number, number] {
  if (key === 'ArrowLeft') return [0, -1]
  if (key === 'ArrowRight') return [0, 1]
  if (isCell) return key === 'Enter' ? [shiftKey ? -1 : 1, 0] : [0, 0]
  return key === 'ArrowUp' ? [-1, 0] : key === 'ArrowDown' ? [1, 0] : [0, 0]
}

/** Whether the caret cannot go further that way, or the whole text is selected. */
function isAtEdge({ value, selectionStart, selectionEnd }: HTMLInputElement, across: number): boolean {
  if (selectionStart === 0 && selectionEnd === value.length) return true
  return selectionStart === selectionEnd && selectionStart === (across < 0 ? 0 : value.length)
}

/** The next place that way that holds an input or a head; `handled` at the border. */
function nextPlace(
  [row, column]: Place,
  [down, across]: readonly [number, number],
  layout: GridLayout,
): Place | 'handled' {
  for (let r = row + down, c = column + across; ; r += down, c += across) {
    if (r === -1 || c === -1) return r === c ? 'handled' : [r, c]
    const cell = layout.cells[r]?.[c]
    if (cell === undefined) return 'handled'
    if (layout.inputs.has(cell)) return [r, c]
  }
}

/** Where in the grid an element is. */
export function placeOf(target: EventTarget | null): Place | null {
  const { row, column } = (target instanceof HTMLElement && target.dataset) as DOMStringMap
  return row === undefined || column === undefined ? null : [Number(row), Number(column)]
}
