import type { OptimiseAnswer } from '../../desk/protocol.ts'
import { cellName } from '../../cellName.ts'
import { fineBasisPoints, plainBasisPoints } from '../../format.ts'
import {
  type DescribedOptimum,
  changedCells,
  conflictLines,
  describeOptimised,
  goalFigure,
  wholeGoal,
} from '../../optimise/describeOptimised.ts'
import { inLang, words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import { optimiseWords } from '../../words/optimise.ts'
import type { Desk } from './desk.ts'
import { lang } from './language.ts'
import { PlainTable } from './plainTable.tsx'

interface OutcomeProps {
  readonly desk: Desk
  readonly answer: OptimiseAnswer
}

/** The schedule found, in whole basis points: what it changes, where it covers, what holds it back; or which goals and limits conflict. */
export function NearestOutcome({ desk, answer: { optimised, verdicts } }: OutcomeProps) {
  const own = deskWords(lang.value).nearest
  const found = describeOptimised(optimised, desk.ready.scenarios, desk.ready.unit)
  const { rounded } = found
  if (!rounded?.cost || !rounded.rates || !verdicts) return <Conflicts found={found} />
  const { cost, rates } = rounded
  const changed = changedCells(rounded).length
  const isInGrid = desk.terms.value?.rates === rates
  return (
    <>
      <p>
        <strong>
          {changed === 0
            ? own.already
            : own.found(
                changed,
                fineBasisPoints(cost.meanChange).replace('+', ''),
                plainBasisPoints(cost.largestChange),
              )}{' '}
          {coverText(desk, verdicts)}
        </strong>
        {isInGrid ? ` ${own.applied}` : null}
      </p>
      <PlainTable
        head={[own.goal, own.before, own.after, own.rise]}
        rows={rounded.scenarios.map((goal) => [
          <>
            {wholeGoal(goal, desk.ready.scenarios, lang.value)}
            {goal.binding ? <small>{own.decides}</small> : null}
          </>,
          goalFigure(goal, 'before'),
          goalFigure(goal, 'after'),
          fineBasisPoints(cost.yieldRise.find(({ name }) => name === goal.name)?.rise ?? null),
        ])}
      />
      {changed === 0 ? null : (
        <>
          <p>
            <button type="button" class="main" disabled={isInGrid} onClick={() => desk.putRates(rates)}>
              {own.apply}
            </button>
          </p>
          <HeldBack found={found} />
        </>
      )}
    </>
  )
}

/** In how many scenarios the schedule covers, and in which it does not. */
function coverText({ ready }: Desk, verdicts: NonNullable<OptimiseAnswer['verdicts']>): string {
  const own = deskWords(lang.value).nearest
  const text = words(lang.value)
  const named = (verdict: (typeof verdicts)[number]): readonly string[] =>
    ready.scenarios.flatMap(({ title }, i) => (verdicts[i] === verdict ? [inLang(title, lang.value)] : []))
  const told = (['not covered', 'undecided'] as const).flatMap((verdict) => {
    const names = named(verdict)
    return names.length === 0 ? [] : [own.still(text.verdicts[verdict], text.list(names))]
  })
  return `${text.parts([own.covered(named('covered').length, verdicts.length), ...told])}${text.stop}`
}

/** What holds the schedule back, and which cells others still pay for. */
function HeldBack({ found: { shadowPrices, rounded, cost, heuristic } }: { readonly found: DescribedOptimum }) {
  const own = deskWords(lang.value).nearest
  const { pricesHeading, pricesNote, heuristic: mayBeNearer } = optimiseWords(lang.value)
  const { crossSubsidy } = rounded!
  return (
    <details>
      <summary>{pricesHeading}</summary>
      <ul>
        {shadowPrices.map((one) => (
          <li key={one.constraint}>{inLang(one.words, lang.value)}</li>
        ))}
      </ul>
      <p class="quiet">
        {pricesNote(plainBasisPoints(cost!.distance))} {heuristic ? mayBeNearer : null}
      </p>
      {crossSubsidy?.cell ? (
        <p>
          {own.subsidy(
            plainBasisPoints(crossSubsidy.largest),
            cellName(crossSubsidy.cell, lang.value),
            fineBasisPoints(crossSubsidy.total).replace('+', ''),
          )}
        </p>
      ) : null}
    </details>
  )
}

function Conflicts({ found }: { readonly found: DescribedOptimum }) {
  const text = words(lang.value)
  const [lead, ...lines] = conflictLines(found, lang.value)
  return (
    <>
      <p>
        <strong>
          {optimiseWords(lang.value).infeasible}
          {text.stop}
        </strong>{' '}
        {lead}
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
