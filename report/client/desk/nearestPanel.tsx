import { useSignal } from '@preact/signals'
import type { Optimised } from '../../../models/optimise/optimised.ts'
import type { LimitName } from '../../../models/optimise/row.ts'
import type { CoverageGoal } from '../../../models/study.ts'
import type { Terms } from '../../../models/reprice/terms.ts'
import { cellName } from '../../cellName.ts'
import { basisPoints, fineBasisPoints, levelText, plainBasisPoints } from '../../format.ts'
import { inLang, words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { DeskApi } from './api.ts'
import type { Desk } from './desk.ts'
import { lang } from './language.ts'
import { messageOf } from './messageOf.ts'

interface Found {
  readonly asked: Terms
  readonly answer: Optimised
}

/** The schedule nearest to the one in the grid that meets the goals of the study. */
export function NearestPanel({ desk, api }: { readonly desk: Desk; readonly api: Pick<DeskApi, 'optimise'> }) {
  const own = deskWords(lang.value).nearest
  const found = useSignal<Found | null>(null)
  const isBusy = useSignal(false)
  const problem = useSignal('')
  const terms = desk.terms.value
  const settings = desk.ready.optimise
  const find = async (asked: Terms): Promise<void> => {
    isBusy.value = true
    problem.value = ''
    try {
      found.value = { asked, answer: await api.optimise({ terms: asked, settings }) }
    } catch (error) {
      problem.value = messageOf(error)
    }
    isBusy.value = false
  }
  const limits = [
    'cap' as const,
    ...(['monotone', 'minimumRate', 'maximumRate', 'largestStep', 'maxCrossSubsidy'] as const).filter(
      (name) => settings[name] !== null && settings[name] !== false && settings[name] !== 0,
    ),
  ]
  return (
    <section aria-labelledby="nearest">
      <h2 id="nearest">{own.heading}</h2>
      <p class="quiet">{own.note}</p>
      <ul>
        {settings.scenarios.map((goal, i) => (
          <li key={i}>{goalText(goal, desk)}</li>
        ))}
      </ul>
      <p class="quiet">{own.held(words(lang.value).list(limits.map((name) => limitText(name, desk))))}</p>
      <p>
        <button
          type="button"
          disabled={terms === null || isBusy.value}
          onClick={() => {
            if (terms !== null) void find(terms)
          }}
        >
          {isBusy.value ? own.finding : own.find}
        </button>
      </p>
      {problem.value === '' ? null : (
        <p class="problem" role="alert">
          {deskWords(lang.value).problem(problem.value)}
        </p>
      )}
      <div role="status">{found.value ? <Outcome desk={desk} found={found.value} /> : null}</div>
    </section>
  )
}

function Outcome({ desk, found: { asked, answer } }: { readonly desk: Desk; readonly found: Found }) {
  const own = deskWords(lang.value).nearest
  const { status, cost, rates, schedule, conflicts } = answer
  const changed = schedule.filter(({ from, rate }) => fineBasisPoints(rate - from) !== fineBasisPoints(0)).length
  const isInGrid = desk.terms.value !== null && desk.terms.value.rates === rates
  if (status === 'infeasible' || cost === null || rates === null)
    return (
      <>
        <p>{own.none}</p>
        <ul>
          {conflicts.map(({ constraint, excess, alone }) => {
            const what = constraintText(constraint, answer, desk)
            return (
              <li key={constraint}>
                {excess > 0 || alone === null
                  ? own.gives(what, plainBasisPoints(excess))
                  : own.aloneGives(what, plainBasisPoints(alone))}
              </li>
            )
          })}
        </ul>
      </>
    )
  return (
    <>
      <p>
        <strong>
          {changed === 0
            ? own.already
            : own.found(changed, basisPoints(cost.meanChange), plainBasisPoints(cost.largestChange))}
        </strong>
        {isInGrid ? ` ${own.applied}` : asked === desk.terms.value ? '' : ` ${own.older}`}
      </p>
      <GoalTable desk={desk} answer={answer} />
      {changed === 0 ? null : <Prices desk={desk} answer={answer} />}
      {changed === 0 ? null : (
        <p>
          <button type="button" class="main" disabled={isInGrid} onClick={() => desk.putRates(rates)}>
            {own.apply}
          </button>
        </p>
      )}
    </>
  )
}

interface AnswerProps {
  readonly desk: Desk
  readonly answer: Optimised
}

/** Each goal's surplus before and after, and what it costs borrowers. */
function GoalTable({ desk, answer: { scenarios, cost } }: AnswerProps) {
  const own = deskWords(lang.value).nearest
  return (
    <div class="scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th class="name">{own.goal}</th>
            <th>{own.before}</th>
            <th>{own.after}</th>
            <th>{own.rise}</th>
          </tr>
        </thead>
        <tbody>
          {scenarios.map((goal) => (
            <tr key={goal.name}>
              <td class="name">
                {goalText(goal, desk)}
                {goal.binding ? <small>{own.decides}</small> : null}
              </td>
              <td>{fineBasisPoints(goal.before)}</td>
              <td>{fineBasisPoints(goal.after)}</td>
              <td>{fineBasisPoints(cost?.yieldRise.find(({ name }) => name === goal.name)?.rise ?? null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What holds the schedule back, and which cells others still pay for. */
function Prices({ desk, answer }: AnswerProps) {
  const own = deskWords(lang.value).nearest
  const { shadowPrices, crossSubsidy, heuristic } = answer
  const felt = shadowPrices.filter(({ price }) => fineBasisPoints(price * TEN) !== fineBasisPoints(0))
  return (
    <>
      <ul>
        {felt.map(({ constraint, price, cells }) => {
          const what = constraintText(constraint, answer, desk)
          const held = cells.length > 0 ? own.cellsOf(what, cells.length) : what
          return <li key={constraint}>{own.saves(held, fineBasisPoints(price * TEN).replace('+', ''))}</li>
        })}
      </ul>
      {crossSubsidy?.cell ? (
        <p>
          {own.subsidy(
            plainBasisPoints(crossSubsidy.largest),
            cellName(crossSubsidy.cell, lang.value),
            fineBasisPoints(crossSubsidy.total).replace('+', ''),
          )}
        </p>
      ) : null}
      {heuristic ? <p class="quiet">{own.heuristic}</p> : null}
    </>
  )
}

/** Ten basis points, in whose steps shadow prices are told. */
const TEN = 0.001

const scenarioName = (id: string, { ready }: Desk): string => {
  const found = ready.scenarios.find((scenario) => scenario.id === id)
  return found ? inLang(found.title, lang.value) : id
}

type Goal = Pick<CoverageGoal, 'scenario' | 'coverage'> & { readonly level: number | null }

function goalText({ scenario, coverage, level }: Goal, desk: Desk): string {
  const { goals } = deskWords(lang.value).nearest
  const name = scenarioName(scenario, desk)
  return coverage === 'expected' || level === null
    ? goals.expected(name)
    : goals.conditionalValueAtRisk(name, levelText(1 - level))
}

/** A limit by its name, with its level where it has one. */
function limitText(name: LimitName, { ready: { optimise }, draft }: Desk): string {
  const text = words(lang.value)
  const own = deskWords(lang.value).nearest
  const level = name === 'cap' ? draft.value.fields.cap : name === 'vatThreshold' ? null : optimise[name]
  if (typeof level !== 'number') return own.limits[name]
  const isDistance = name === 'largestStep' || name === 'maxCrossSubsidy'
  return text.withNote(own.limits[name], isDistance ? plainBasisPoints(level) : levelText(level))
}

function constraintText(name: string, { scenarios }: Optimised, desk: Desk): string {
  const goal = scenarios.find((one) => one.name === name)
  return goal ? goalText(goal, desk) : limitText(name as LimitName, desk)
}
