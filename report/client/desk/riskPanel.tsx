import type { RiskChanges } from '../../../models/reprice/riskChanges.ts'
import { percent, points, ratio, share, whole } from '../../format.ts'
import { inLang } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { Desk } from './desk.ts'
import { Labelled } from './field.tsx'
import { lang } from './language.ts'
import { NO_CHANGES } from './riskDesk.ts'

/** Positions of a slider and what they mean; `rest` is where it stands while nothing is changed. */
interface Slider {
  readonly name: keyof RiskChanges
  readonly min: number
  readonly max: number
  readonly step: number
  readonly toValue: (position: number) => number
  readonly toPosition: (value: number) => number
  readonly rest: (loans: number) => number
  readonly text: (value: number) => string
}

const same = (value: number): number => value

const SLIDERS: readonly Slider[] = [
  { name: 'pdMultiple', min: 0.5, max: 5, step: 0.05, toValue: same, toPosition: same, rest: () => 1, text: ratio },
  {
    name: 'assetCorrelation',
    min: 0,
    max: 0.6,
    step: 0.01,
    toValue: same,
    toPosition: same,
    rest: () => 0.1,
    text: share,
  },
  { name: 'lgdAdd', min: -0.3, max: 0.5, step: 0.01, toValue: same, toPosition: same, rest: () => 0, text: points },
  {
    name: 'loans',
    // equal steps are equal ratios
    min: 2,
    max: 6,
    step: 0.05,
    toValue: (position) => Number((10 ** position).toPrecision(2)),
    toPosition: Math.log10,
    rest: Math.log10,
    text: whole,
  },
]

/** Other default probabilities, correlation, losses and numbers of loans, answered by approximation. */
export function RiskPanel({ desk }: { readonly desk: Desk }) {
  const own = deskWords(lang.value).risk
  const { risk, ready } = desk
  const off = ready.off['risk']
  const paths = risk.paths.value
  return (
    <section aria-labelledby="risk">
      <h2 id="risk">{own.heading}</h2>
      {off ? (
        <p>{inLang(off, lang.value)}</p>
      ) : (
        <>
          <p class="quiet">{own.note(paths === null ? '' : own.paths(whole(paths)))}</p>
          {SLIDERS.map((slider) => (
            <RiskSlider key={slider.name} desk={desk} slider={slider} />
          ))}
          <p>
            <button
              type="button"
              disabled={!risk.isTried.value}
              onClick={() => {
                risk.changes.value = NO_CHANGES
              }}
            >
              {own.reset}
            </button>
          </p>
        </>
      )}
    </section>
  )
}

function RiskSlider({ desk, slider }: { readonly desk: Desk; readonly slider: Slider }) {
  const own = deskWords(lang.value).risk
  const { changes } = desk.risk
  const { name, toPosition, toValue, text } = slider
  const value = changes.value[name]
  const isChanged = value !== NO_CHANGES[name]
  const loans = desk.ready.cells.reduce((sum, cell) => sum + cell.loans, 0)
  const unchanged = name === 'assetCorrelation' || name === 'loans' ? own.asBook : own.asScenario
  const shown = isChanged && value !== null ? text(value) : unchanged
  return (
    <Labelled id={`risk-${name}`} label={own[name]}>
      <input
        id={`risk-${name}`}
        type="range"
        min={slider.min}
        max={slider.max}
        step={slider.step}
        value={value === null ? slider.rest(loans) : toPosition(value)}
        aria-valuetext={shown}
        onInput={({ currentTarget }) => {
          changes.value = { ...changes.value, [name]: toValue(Number(currentTarget.value)) }
        }}
      />
      <output for={`risk-${name}`} class={isChanged ? 'strong' : 'quiet'}>
        {shown}
      </output>
    </Labelled>
  )
}

/** What has been changed, for a sentence. */
export function riskText({ pdMultiple, assetCorrelation, lgdAdd, loans }: RiskChanges): readonly string[] {
  const own = deskWords(lang.value).risk
  return [
    ...(pdMultiple === NO_CHANGES.pdMultiple ? [] : [`${own.pdMultiple} ${ratio(pdMultiple)}`]),
    ...(assetCorrelation === null ? [] : [`${own.assetCorrelation} ${percent(assetCorrelation)}`]),
    ...(lgdAdd === NO_CHANGES.lgdAdd ? [] : [`${own.lgdAdd} ${points(lgdAdd)}`]),
    ...(loans === null ? [] : [`${own.loans} ${whole(loans)}`]),
  ]
}
