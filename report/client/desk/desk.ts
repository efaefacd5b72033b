import { type ReadonlySignal, type Signal, batch, computed, effect, signal } from '@preact/signals'
import type { CellFlag } from '../../../models/pricing/cellFlag.ts'
import { cellFlags } from '../../../models/pricing/cellFlags.ts'
import type { Repriced, Terms } from '../../../models/reprice/terms.ts'
import type { CellResult } from '../../../models/result.ts'
import { CELL_COUNT, cellAt, cellKey } from '../../../models/types.ts'
import type { ReadyDesk } from '../../desk/protocol.ts'
import { standardError } from '../../standardError.ts'
import { type DeskApi, NOT_OPEN, RefusedError } from './api.ts'
import {
  type Draft,
  type Field,
  type PasteProblem,
  isUsable,
  nudged,
  pasted,
  resetCells,
  toDraft,
  toTerms,
  withField,
  withRate,
} from './draft.ts'
import { type History, closed, historyOf, record, redone, undone } from './history.ts'
import { latestOnly } from './latestOnly.ts'
import { messageOf } from './messageOf.ts'
import { type Entry, rateText, readPercent } from './rate.ts'
import { type RiskDesk, riskDesk } from './riskDesk.ts'

/** How long typing rests before a number is taken for finished enough to be asked about: 5 on the way to 5.05 is not. */
const REST = 150

const EVERY_CELL = Array.from({ length: CELL_COUNT }, (_, cell) => cell)

/** What a cell of the grid shows; its text changes without the grid being drawn again. */
export interface CellSignals {
  readonly text: ReadonlySignal<string>
  /** Of the scenario chosen, as last answered. */
  readonly result: ReadonlySignal<{ readonly figures: CellResult; readonly error: number | null } | null>
  readonly flags: ReadonlySignal<readonly CellFlag[]>
  readonly isChanged: ReadonlySignal<boolean>
}

/** What the page tells of a scenario: the answer to the terms and risks entered, or one on its way to it. */
export interface Shown {
  /** Null while no answer to other risks has come, and where there is none. */
  readonly answer: Repriced | null
  /** Whether it is to older terms or risks than those entered. */
  readonly isAwaited: boolean
  /** Why the risks entered have no answer. */
  readonly refusal: string | null
}

/** The desk's state and what can be done to it. */
export interface Desk {
  readonly ready: ReadyDesk
  readonly today: Draft
  readonly draft: ReadonlySignal<Draft>
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
  /** Null while an entry cannot be read. */
  readonly terms: ReadonlySignal<Terms | null>
  /** By scenario, in the order of `ready.scenarios`: all that the page tells of rates and risks is from here. */
  readonly shown: ReadonlySignal<readonly Shown[]>
  /** Whether any of it is awaited. */
  readonly isBehind: ReadonlySignal<boolean>
  /** What went wrong last; null when the last question was answered. */
  readonly problem: ReadonlySignal<string | null>
  readonly flags: ReadonlySignal<readonly CellFlag[]>
  /** Entries that keep the terms from being answered, in the grid and beside it. */
  readonly faults: ReadonlySignal<number>
  /** The scenario whose gaps the grid shows, by position. */
  readonly chosen: Signal<number>
  readonly cells: readonly CellSignals[]
  readonly risk: RiskDesk
  readonly typeRate: (cell: number, text: string) => void
  readonly typeField: (field: Field, text: string, entry: Entry) => void
  /** Text being typed into a field; null when it is none of it. */
  readonly typedField: (field: Field) => string | null
  /** Ends the typing into a cell or field: its text is then written as rates are. */
  readonly settle: () => void
  /** Takes back what was typed into the cell or field since it was entered. */
  readonly takeBack: () => void
  /** Moves cells by basis points; a single one as part of what is being typed into it. */
  readonly nudge: (cells: readonly number[], basisPoints: number) => void
  readonly paste: (
    grid: readonly (readonly number[])[],
    at: readonly [number, number],
    text: string,
  ) => PasteProblem | number
  readonly resetCells: (cells: readonly number[]) => void
  readonly setCrossIncome: (crossIncome: Terms['crossIncome']) => void
  readonly resetFields: () => void
  /** Puts whole rates into the grid, such as those of the optimiser. */
  readonly putRates: (rates: readonly number[]) => void
  /** Takes up what was entered earlier, as one edit. */
  readonly restore: (draft: Draft) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Asks again after a failure. */
  readonly retry: () => void
  /** Ends what runs by itself. */
  readonly close: () => void
}

interface Typing {
  readonly place: number | Field
  readonly text: string
}

/**
 * The desk of a run whose scenarios are ready.
 *
 * @param lost  called when the server turns out not to hold them any more
 */
export function createDesk(ready: ReadyDesk, api: Pick<DeskApi, 'reprice' | 'risk'>, lost: () => void): Desk {
  const today = toDraft(ready.today)
  const populated = new Set(ready.cells.map(({ index }) => index))
  const history: Signal<History<Draft>> = signal(historyOf(today))
  const typing = signal<Typing | null>(null)
  const answers = signal(ready.answers)
  const answered = signal<Terms>(ready.today)
  const problem = signal<string | null>(null)
  const chosen = signal(0)

  const draft = computed(() => history.value.present)
  const terms = computed(() => (draft.value === today ? ready.today : toTerms(draft.value, ready.today)))
  // Figures stay those of the last terms that could be read, and so do questions about other risks.
  let lastRead: Terms = ready.today
  const readable = computed(() => (lastRead = terms.value ?? lastRead))
  const flags = computed(() => flagsOf(draft.value, populated))
  const byCell = computed(() => byKey(flags.value))
  const shown = computed(() => {
    const isOlder = terms.value !== null && terms.value !== answered.value
    return ready.scenarios.map((_, i): Shown => {
      if (!risk.isTried.value) return { answer: answers.value[i]!, isAwaited: isOlder, refusal: null }
      const refusal = risk.refusals.value.get(i) ?? null
      const answer = refusal === null ? risk.answers.value[i]! : null
      return { answer, isAwaited: risk.awaited.value.has(i), refusal }
    })
  })
  const results = computed(() => {
    const { answer } = shown.value[chosen.value]!
    return answer === null ? NO_RESULTS : resultsOf(answer)
  })

  const fail = (error: unknown): void => {
    if (error instanceof RefusedError && error.code === NOT_OPEN) lost()
    else problem.value = messageOf(error)
  }
  const reprices = latestOnly(
    (wanted: Terms) => api.reprice(wanted),
    (answer, wanted) =>
      batch(() => {
        answers.value = answer.answers
        answered.value = wanted
        problem.value = null
      }),
    fail,
  )
  const risk = riskDesk(ready, api, { terms: readable, chosen, failed: fail })

  const edit = (next: Draft, name: string | null = null): void => {
    history.value = record(history.value, next, name)
  }
  const editAtOnce = (next: Draft, name: string | null = null): void =>
    batch(() => {
      typing.value = null
      edit(next, name)
    })

  const undo = (): void =>
    batch(() => {
      typing.value = null
      history.value = undone(history.value)
    })

  let rest: ReturnType<typeof setTimeout> | undefined
  let asked: Terms = ready.today
  const ask = (wanted: Terms): void => {
    asked = wanted
    reprices.ask(wanted)
  }
  const endAsking = effect(() => {
    const wanted = terms.value
    const isTyping = typing.value !== null
    clearTimeout(rest)
    if (wanted === null || wanted === asked) return
    if (!isTyping) ask(wanted)
    else rest = setTimeout(() => ask(wanted), REST)
  })

  const cells = EVERY_CELL.map((cell): CellSignals => {
    const key = cellKey(cellAt(cell))
    return {
      text: computed(() => (typing.value?.place === cell ? typing.value.text : entryText(draft.value.rates[cell]!))),
      result: computed(() => results.value.get(key) ?? null),
      flags: computed(() => byCell.value.get(key) ?? NO_FLAGS),
      isChanged: computed(() => draft.value.rates[cell] !== today.rates[cell]),
    }
  })

  return {
    ready,
    today,
    draft,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    terms,
    shown,
    isBehind: computed(() => shown.value.some(({ isAwaited }) => isAwaited)),
    problem,
    flags,
    faults: computed(
      () =>
        flags.value.filter(({ severity }) => severity === 'error').length +
        Object.entries(draft.value.fields).filter(([name, entry]) => !isUsable(name as Field, entry)).length,
    ),
    chosen,
    cells,
    risk,
    typeRate: (cell, text) =>
      batch(() => {
        typing.value = { place: cell, text }
        edit(withRate(draft.value, cell, readPercent(text) ?? text), stepName(cell))
      }),
    typeField: (field, text, entry) =>
      batch(() => {
        typing.value = { place: field, text }
        edit(withField(draft.value, field, entry), stepName(field))
      }),
    typedField: (field) => (typing.value?.place === field ? typing.value.text : null),
    settle: () =>
      batch(() => {
        typing.value = null
        history.value = closed(history.value)
      }),
    takeBack: () => {
      const place = typing.value?.place
      if (place !== undefined && history.value.open === stepName(place)) undo()
      else typing.value = null
    },
    nudge: (moved, basisPoints) =>
      editAtOnce(nudged(draft.value, moved, basisPoints), moved.length === 1 ? stepName(moved[0]!) : null),
    paste: (grid, at, text) => {
      const result = pasted(draft.value, grid, at, text)
      if ('kind' in result) return result
      editAtOnce(result.draft)
      return result.cells
    },
    resetCells: (back) => editAtOnce(resetCells(draft.value, back, today)),
    setCrossIncome: (crossIncome) => editAtOnce({ ...draft.value, crossIncome }),
    resetFields: () => editAtOnce({ ...today, rates: draft.value.rates }),
    putRates: (rates) => editAtOnce({ ...draft.value, rates }),
    restore: (kept) => {
      if (JSON.stringify(kept) !== JSON.stringify(today)) editAtOnce(kept)
    },
    undo,
    redo: () =>
      batch(() => {
        typing.value = null
        history.value = redone(history.value)
      }),
    retry: () => {
      if (terms.value !== null) reprices.ask(terms.value)
      risk.retry()
    },
    close: () => {
      clearTimeout(rest)
      reprices.drop()
      endAsking()
      risk.close()
    },
  }
}

/** Successive edits of one place are one step of the history. */
const stepName = (place: number | Field): string => `at ${place}`

const NO_FLAGS: readonly CellFlag[] = []
const NO_RESULTS: ReadonlyMap<string, { figures: CellResult; error: number | null }> = new Map()

const entryText = (entry: Entry): string => (typeof entry === 'number' ? rateText(entry) : entry)

/** Faults of populated cells of any kind; of the others only what cannot be saved. */
function flagsOf({ rates, fields }: Draft, populated: ReadonlySet<number>): CellFlag[] {
  const numbers = rates.map((entry) => (typeof entry === 'number' ? entry : null))
  const cap = typeof fields.cap === 'number' ? fields.cap : Infinity
  const empty = EVERY_CELL.filter((cell) => !populated.has(cell))
  return [
    ...cellFlags(numbers, cap, populated),
    ...cellFlags(numbers, cap, empty).filter(({ severity, kind }) => severity === 'error' || kind === 'aboveCap'),
  ]
}

function byKey(flags: readonly CellFlag[]): ReadonlyMap<string, readonly CellFlag[]> {
  const found = new Map<string, CellFlag[]>()
  for (const flag of flags) found.set(flag.cell, [...(found.get(flag.cell) ?? []), flag])
  return found
}

const resultsOf = (answer: Repriced): typeof NO_RESULTS =>
  new Map(answer.cells.map((figures, i) => [figures.cell, { figures, error: standardError(answer, `cells.${i}.gap`) }]))
