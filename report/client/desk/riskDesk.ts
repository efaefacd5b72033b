import { type ReadonlySignal, type Signal, batch, computed, effect, signal } from '@preact/signals'
import type { RiskChanges } from '../../../models/reprice/riskChanges.ts'
import type { Repriced, Terms } from '../../../models/reprice/terms.ts'
import type { ReadyDesk } from '../../desk/protocol.ts'
import { type DeskApi, RefusedError } from './api.ts'
import { latestOnly } from './latestOnly.ts'

export const NO_CHANGES: RiskChanges = { pdMultiple: 1, assetCorrelation: null, lgdAdd: 0, loans: null }

/** Other risks than those of the run, tried by approximation. */
export interface RiskDesk {
  readonly changes: Signal<RiskChanges>
  readonly isTried: ReadonlySignal<boolean>
  /** By scenario; null until the first answer to any risks. */
  readonly answers: ReadonlySignal<readonly (Repriced | null)[]>
  /** Scenarios, by position, whose answer is to other risks or terms than those entered. */
  readonly awaited: ReadonlySignal<ReadonlySet<number>>
  /** Why single scenarios have no answer, by position: the risks entered cannot act on them. */
  readonly refusals: ReadonlySignal<ReadonlyMap<number, string>>
  /** Paths of the approximation; null before the first answer. */
  readonly paths: ReadonlySignal<number | null>
  readonly retry: () => void
  readonly close: () => void
}

interface RiskInputs {
  readonly terms: ReadonlySignal<Terms>
  readonly chosen: ReadonlySignal<number>
  readonly failed: (error: unknown) => void
}

interface Question {
  readonly terms: Terms
  readonly risk: RiskChanges
}

/** Asks about the risks entered under the terms entered: the chosen scenario first, then the others, until either is changed. */
export function riskDesk(
  { scenarios }: Pick<ReadyDesk, 'scenarios'>,
  api: Pick<DeskApi, 'risk'>,
  { terms, chosen, failed }: RiskInputs,
): RiskDesk {
  const none = scenarios.map(() => null)
  const changes = signal(NO_CHANGES)
  const answers = signal<readonly (Repriced | null)[]>(none)
  const awaited = signal<ReadonlySet<number>>(new Set())
  const refusals = signal<ReadonlyMap<number, string>>(new Map())
  const paths = signal<number | null>(null)
  const isTried = computed(() =>
    Object.entries(changes.value).some(([k, v]) => v !== NO_CHANGES[k as keyof RiskChanges]),
  )
  const latest = signal<Question | null>(null)

  async function answerAll(question: Question): Promise<void> {
    const order = [chosen.peek(), ...scenarios.keys()].filter((scenario, i, all) => all.indexOf(scenario) === i)
    for (const scenario of order) {
      if (question !== latest.peek()) return
      const told = await api.risk({ ...question, scenario: scenarios[scenario]!.id }).catch(refusalOrThrow)
      if (latest.peek() === null) return
      batch(() => {
        const others = [...refusals.value].filter(([one]) => one !== scenario)
        if (typeof told === 'string') refusals.value = new Map([...others, [scenario, told]])
        else {
          refusals.value = new Map(others)
          answers.value = answers.value.with(scenario, told.answer)
          paths.value = told.paths
        }
        if (question === latest.peek()) awaited.value = new Set([...awaited.value].filter((one) => one !== scenario))
      })
    }
  }
  const questions = latestOnly(answerAll, () => undefined, failed)

  const ask = (question: Question | null): void => {
    latest.value = question
    if (question === null) return
    awaited.value = new Set(scenarios.keys())
    questions.ask(question)
  }
  const endAsking = effect(() => {
    if (!isTried.value) {
      ask(null)
      answers.value = none
      awaited.value = new Set()
      refusals.value = new Map()
    } else ask({ terms: terms.value, risk: changes.value })
  })

  return {
    changes,
    isTried,
    answers,
    awaited,
    refusals,
    paths,
    retry: () => ask(latest.peek()),
    close: () => {
      latest.value = null
      endAsking()
    },
  }
}

/** What the server says against one scenario; anything else went wrong with all of them. */
function refusalOrThrow(error: unknown): string {
  if (error instanceof RefusedError && error.code === 'badRequest') return error.message
  throw error
}
