import type { Signal } from '@preact/signals'
import { areUsual } from '../../../models/optimise/usualGoals.ts'
import { COVERAGES, type CoverageGoal } from '../../../models/study.ts'
import { inLang } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import { optimiseWords } from '../../words/optimise.ts'
import type { Desk } from './desk.ts'
import { EVERY, type GoalEntry, USUAL_VALUES, isReadable, toEntry } from './goals.ts'
import { lang } from './language.ts'

interface GoalsEditorProps {
  readonly desk: Desk
  readonly entries: Signal<readonly GoalEntry[]>
  /** Null while an entry cannot be read. */
  readonly goals: readonly CoverageGoal[] | null
}

/** Which scenarios a schedule must cover, and what covering means there: a line a goal. */
export function GoalsEditor({ desk: { ready }, entries, goals }: GoalsEditorProps) {
  const own = deskWords(lang.value).nearest
  const { studyGoals, usualGoals } = optimiseWords(lang.value)
  const asRun = ready.optimise.scenarios
  const isAsRun = JSON.stringify(entries.value) === JSON.stringify(asRun.map(toEntry))
  const change = (at: number, entry: Partial<GoalEntry>): void => {
    entries.value = entries.value.with(at, { ...entries.value[at]!, ...entry })
  }
  return (
    <fieldset class="goals">
      <legend>{own.goals}</legend>
      {entries.value.map((entry, i) => (
        <div class="group" key={i}>
          <select
            aria-label={own.goalScenario(i + 1)}
            value={entry.scenario}
            onChange={({ currentTarget }) => change(i, { scenario: currentTarget.value })}
          >
            <option value={EVERY}>{own.every}</option>
            {ready.scenarios.map(({ id, title }) => (
              <option key={id} value={id}>
                {inLang(title, lang.value)}
              </option>
            ))}
          </select>
          <select
            aria-label={own.goalKind(i + 1)}
            value={entry.coverage}
            onChange={({ currentTarget }) => {
              const coverage = COVERAGES.find((one) => one === currentTarget.value)!
              change(i, { coverage, value: USUAL_VALUES[coverage] })
            }}
          >
            {COVERAGES.map((coverage) => (
              <option key={coverage} value={coverage}>
                {own.kinds[coverage]}
              </option>
            ))}
          </select>
          <span class="group">
            <input
              class="step"
              inputMode="decimal"
              autoComplete="off"
              aria-label={own.goalValue(i + 1)}
              aria-invalid={!isReadable(entry)}
              value={entry.value}
              onInput={({ currentTarget }) => change(i, { value: currentTarget.value })}
            />
            {entry.coverage === 'expected' ? null : '%'}
            <button
              type="button"
              aria-label={own.removeGoal(i + 1)}
              disabled={entries.value.length === 1}
              onClick={() => {
                entries.value = entries.value.filter((_, at) => at !== i)
              }}
            >
              ×
            </button>
          </span>
        </div>
      ))}
      <p>
        <button
          type="button"
          onClick={() => {
            entries.value = [...entries.value, { scenario: EVERY, coverage: 'expected', value: USUAL_VALUES.expected }]
          }}
        >
          {own.addGoal}
        </button>{' '}
        <button
          type="button"
          disabled={isAsRun}
          onClick={() => {
            entries.value = asRun.map(toEntry)
          }}
        >
          {own.goalsAsRun}
        </button>
      </p>
      {isAsRun ? <p class="quiet">{areUsual(asRun, ready.scenarios) ? usualGoals : studyGoals}</p> : null}
      {goals === null ? (
        <p class="fault">! {own.goalFault}</p>
      ) : (
        <details>
          <summary>{own.inFile}</summary>
          <pre>{studyText(goals)}</pre>
        </details>
      )}
    </fieldset>
  )
}

/** Goals as a study file has them. */
const studyText = (goals: readonly CoverageGoal[]): string =>
  [
    'optimise:',
    '  scenarios:',
    ...goals.map(({ scenario, coverage, level, ratio }) => {
      const asked = coverage === 'expected' ? `ratio: ${ratio}` : `level: ${level}`
      return `    - { scenario: ${scenario}, coverage: ${coverage}, ${asked} }`
    }),
  ].join('\n')
