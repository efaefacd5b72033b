import { useComputed, useSignal } from '@preact/signals'
import type { Terms } from '../../../models/reprice/terms.ts'
import type { OptimiseSettings } from '../../../models/study.ts'
import { levelText, plainBasisPoints } from '../../format.ts'
import { words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { DeskApi } from './api.ts'
import { AskPanel } from './askPanel.tsx'
import type { Desk } from './desk.ts'
import { type GoalEntry, toEntry, toGoals } from './goals.ts'
import { GoalsEditor } from './goalsEditor.tsx'
import { lang } from './language.ts'
import { NearestOutcome } from './nearestOutcome.tsx'

interface Question {
  readonly terms: Terms
  readonly settings: OptimiseSettings
}

/** The schedule nearest to the one in the grid that meets the goals chosen. */
export function NearestPanel({ desk, api }: { readonly desk: Desk; readonly api: Pick<DeskApi, 'optimise'> }) {
  const own = deskWords(lang.value).nearest
  const { ready } = desk
  const entries = useSignal<readonly GoalEntry[]>(ready.optimise.scenarios.map(toEntry))
  const goals = useComputed(() => toGoals(entries.value, [...new Set(ready.scenarios.map(({ id }) => id))]))
  const question = useComputed((): Question | null =>
    desk.terms.value && goals.value
      ? { terms: desk.terms.value, settings: { ...ready.optimise, scenarios: goals.value } }
      : null,
  )
  return (
    <AskPanel
      id="nearest"
      desk={desk}
      words={own}
      question={question.value}
      isOlder={({ terms, settings }, { optimised }) =>
        settings.scenarios !== goals.value ||
        (terms !== desk.terms.value && desk.terms.value?.rates !== optimised.rounded?.rates)
      }
      ask={(asked: Question) => api.optimise(asked)}
      outcome={(answer) => <NearestOutcome desk={desk} answer={answer} />}
    >
      <GoalsEditor desk={desk} entries={entries} goals={goals.value} />
      <p class="quiet">{own.held(words(lang.value).list(limitsOf(desk)))}</p>
    </AskPanel>
  )
}

const LIMITS = ['monotone', 'minimumRate', 'maximumRate', 'largestStep', 'maxCrossSubsidy'] as const

/** The study's limits of rates, each with its level where it has one. */
function limitsOf({ ready: { optimise }, draft }: Desk): string[] {
  const own = deskWords(lang.value).nearest.limits
  const withLevel = (name: string, level: string): string => words(lang.value).withNote(name, level)
  const cap = draft.value.fields.cap
  return [
    typeof cap === 'number' ? withLevel(own.cap, levelText(cap)) : own.cap,
    ...LIMITS.flatMap((name) => {
      const level = optimise[name]
      if (level === null || level === false || level === 0) return []
      if (level === true) return [own[name]]
      const isDistance = name === 'largestStep' || name === 'maxCrossSubsidy'
      return [withLevel(own[name], isDistance ? plainBasisPoints(level) : levelText(level))]
    }),
  ]
}
