import { useSignal } from '@preact/signals'
import type { CurvePoint, DemandAnswer, GradeDemand, ScenarioDemand } from '../../../models/demand/demandAnswer.ts'
import type { Terms } from '../../../models/reprice/terms.ts'
import { fineBasisPoints, percent, plusMinus, ratio, share, signedWhole, total } from '../../format.ts'
import { GLOSSARY } from '../../glossary.ts'
import { inLang, words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { DeskApi } from './api.ts'
import type { Desk } from './desk.ts'
import { lang } from './language.ts'
import { messageOf } from './messageOf.ts'

interface Asked {
  readonly terms: Terms
  readonly answer: DemandAnswer
}

/** What becomes of the rates when applicants may go elsewhere, in the scenario chosen. */
export function DemandPanel({ desk, api }: { readonly desk: Desk; readonly api: Pick<DeskApi, 'demand'> }) {
  const own = deskWords(lang.value).demand
  const told = useSignal<Asked | null>(null)
  const isBusy = useSignal(false)
  const problem = useSignal('')
  const terms = desk.terms.value
  const off = desk.ready.off['demand']
  const work = async (asked: Terms): Promise<void> => {
    isBusy.value = true
    problem.value = ''
    try {
      told.value = { terms: asked, answer: await api.demand(asked) }
    } catch (error) {
      problem.value = messageOf(error)
    }
    isBusy.value = false
  }
  const shown = told.value?.answer.scenarios[desk.chosen.value]
  return (
    <section aria-labelledby="demand">
      <h2 id="demand">{own.heading}</h2>
      <p class="quiet">{own.note}</p>
      {off ? (
        <p>{inLang(off, lang.value)}</p>
      ) : (
        <p>
          <button
            type="button"
            disabled={terms === null || isBusy.value}
            onClick={() => {
              if (terms !== null) void work(terms)
            }}
          >
            {isBusy.value ? own.asking : own.ask}
          </button>
        </p>
      )}
      {problem.value === '' ? null : (
        <p class="problem" role="alert">
          {deskWords(lang.value).problem(problem.value)}
        </p>
      )}
      <div role="status">
        {told.value !== null && told.value.terms !== terms ? <p class="quiet">{own.older}</p> : null}
        {shown ? <Outcome desk={desk} demand={shown} /> : null}
      </div>
    </section>
  )
}

function Outcome({ desk, demand }: { readonly desk: Desk; readonly demand: ScenarioDemand }) {
  const own = deskWords(lang.value).demand
  const { unit, scenarios } = desk.ready
  const { best, turning, standardErrors: errors } = demand
  const money = (value: number): string => (value < 0 ? '−' : '') + total(Math.abs(value), unit, lang.value)
  const surplus = `${fineBasisPoints(demand.surplus)} ${plusMinus(fineBasisPoints, errors.surplus)}`.trim()
  const title = inLang(scenarios[desk.chosen.value]!.title, lang.value)
  return (
    <>
      <p>
        {own.taken(title, share(demand.volume), percent(demand.meanTruePd))}{' '}
        <strong>
          {words(lang.value).parts([
            own.surplus(surplus, money(demand.annualSurplus)),
            own.ratio(ratio(demand.coverageRatio), share(demand.coverageProbability)),
          ])}
          {words(lang.value).stop}
        </strong>
      </p>
      <p>
        {best.trend === 'turns' ? own.best.turns(fineBasisPoints(best.shift), money(best.value)) : own.best[best.trend]}{' '}
        {turning.trend === 'turns' ? own.turning.turns(fineBasisPoints(turning.shift)) : own.turning[turning.trend]}
      </p>
      <details>
        <summary>{own.byGrade}</summary>
        <GradeTable grades={demand.grades} unit={inLang(unit, lang.value)} />
      </details>
      <details>
        <summary>{own.curve}</summary>
        <CurveTable points={demand.curve.filter((_, i) => i % EVERY === 0)} unit={inLang(unit, lang.value)} />
      </details>
    </>
  )
}

/** Every fourth point of the curve is in the table: 100 bp apart. */
const EVERY = 4

function GradeTable({ grades, unit }: { readonly grades: readonly GradeDemand[]; readonly unit: string }) {
  const own = deskWords(lang.value).demand
  return (
    <div class="scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>{words(lang.value).grade}</th>
            <th>{own.volume}</th>
            <th>{own.meanPd}</th>
            <th>{own.annualSurplus(unit)}</th>
            <th>{own.bestMove}</th>
          </tr>
        </thead>
        <tbody>
          {grades.map(({ grade, volume, meanTruePd, annualSurplus, best }) => (
            <tr key={grade}>
              <td>{grade}</td>
              <td>{share(volume)}</td>
              <td>{percent(meanTruePd)}</td>
              <td>{signedWhole(annualSurplus)}</td>
              <td>{best.trend === 'turns' ? fineBasisPoints(best.shift) : own.ends[best.trend]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CurveTable({ points, unit }: { readonly points: readonly CurvePoint[]; readonly unit: string }) {
  const own = deskWords(lang.value).demand
  return (
    <div class="scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>{own.shift}</th>
            <th>{own.volume}</th>
            <th>{own.meanPd}</th>
            <th>{GLOSSARY.surplus[lang.value].name}</th>
            <th>{own.annualSurplus(unit)}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ shift, volume, meanTruePd, surplus, annualSurplus }) => (
            <tr key={shift}>
              <td>{fineBasisPoints(shift)}</td>
              <td>{share(volume)}</td>
              <td>{percent(meanTruePd)}</td>
              <td>{fineBasisPoints(surplus)}</td>
              <td>{signedWhole(annualSurplus)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
