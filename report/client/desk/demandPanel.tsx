import type { CurvePoint, GradeDemand, ScenarioDemand } from '../../../models/demand/scenarioDemand.ts'
import type { Terms } from '../../../models/reprice/terms.ts'
import { fineBasisPoints, percent, plusMinus, ratio, share, signedWhole, total } from '../../format.ts'
import { GLOSSARY } from '../../glossary.ts'
import { inLang, words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { DeskApi } from './api.ts'
import { AskPanel } from './askPanel.tsx'
import type { Desk } from './desk.ts'
import { lang } from './language.ts'
import { PlainTable } from './plainTable.tsx'

/** What becomes of the rates when applicants may go elsewhere, in the scenario chosen. */
export function DemandPanel({ desk, api }: { readonly desk: Desk; readonly api: Pick<DeskApi, 'demand'> }) {
  const terms = desk.terms.value
  return (
    <AskPanel
      id="demand"
      desk={desk}
      words={deskWords(lang.value).demand}
      question={terms}
      isOlder={(asked) => asked !== terms}
      ask={(asked: Terms) => api.demand(asked)}
      off={desk.ready.off['demand'] ?? null}
      outcome={({ scenarios }) => <Outcome desk={desk} demand={scenarios[desk.chosen.value]!} />}
    />
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
    <PlainTable
      head={[words(lang.value).grade, own.volume, own.meanPd, own.annualSurplus(unit), own.bestMove]}
      rows={grades.map(({ grade, volume, meanTruePd, annualSurplus, best }) => [
        grade,
        share(volume),
        percent(meanTruePd),
        signedWhole(annualSurplus),
        best.trend === 'turns' ? fineBasisPoints(best.shift) : own.ends[best.trend],
      ])}
    />
  )
}

function CurveTable({ points, unit }: { readonly points: readonly CurvePoint[]; readonly unit: string }) {
  const own = deskWords(lang.value).demand
  return (
    <PlainTable
      head={[own.shift, own.volume, own.meanPd, GLOSSARY.surplus[lang.value].name, own.annualSurplus(unit)]}
      rows={points.map(({ shift, volume, meanTruePd, surplus, annualSurplus }) => [
        fineBasisPoints(shift),
        share(volume),
        percent(meanTruePd),
        fineBasisPoints(surplus),
        signedWhole(annualSurplus),
      ])}
    />
  )
}
