import { inLang } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { Desk } from './desk.ts'
import { EDITED_COSTS, type Field as FieldName, hasOtherConditions, isUsable } from './draft.ts'
import { Field, Labelled } from './field.tsx'
import { lang } from './language.ts'
import { type Entry, movedBy, rateText, readDecimal, readPercent } from './rate.ts'

const FIELDS = [...EDITED_COSTS, 'cap'] as const satisfies readonly FieldName[]
const YEARLY: ReadonlySet<FieldName> = new Set(['fundingRate', 'variableCost', 'hurdleRate', 'cap'])

/** What a step of the arrow keys changes: 1 bp, or a thousandth of the money unit. */
const STEP = 0.001

/** Costs, the cap and what income beside interest counts. */
export function Costs({ desk }: { readonly desk: Desk }) {
  const own = deskWords(lang.value).costs
  const { draft, today } = desk
  return (
    <section aria-labelledby="costs">
      <h2 id="costs">{own.heading}</h2>
      <p class="quiet">{own.note}</p>
      {FIELDS.map((name) => (
        <CostField key={name} desk={desk} name={name} />
      ))}
      <Labelled id="cross-income" label={own.crossIncome}>
        <select
          id="cross-income"
          class={draft.value.crossIncome === today.crossIncome ? '' : 'changed'}
          value={draft.value.crossIncome}
          onChange={({ currentTarget }) => {
            desk.setCrossIncome(currentTarget.value === 'observed' ? 'observed' : 'none')
          }}
        >
          {(['observed', 'none'] as const).map((policy) => (
            <option key={policy} value={policy}>
              {own.crossIncomes[policy]}
            </option>
          ))}
        </select>
        <small>
          {draft.value.crossIncome === today.crossIncome ? null : own.today(own.crossIncomes[today.crossIncome])}
        </small>
      </Labelled>
      <p>
        <button type="button" disabled={!hasOtherConditions(draft.value, today)} onClick={desk.resetFields}>
          {own.reset}
        </button>
      </p>
    </section>
  )
}

function CostField({ desk, name }: { readonly desk: Desk; readonly name: FieldName }) {
  const own = deskWords(lang.value).costs
  const isMoney = name === 'fixedCost'
  const toText = (entry: Entry): string =>
    typeof entry === 'string' ? entry : isMoney ? String(entry) : rateText(entry)
  const entry = desk.draft.value.fields[name]
  const today = desk.today.fields[name]
  const fault = isMoney ? own.range.money : name === 'incomeTaxRate' ? own.range.below : own.range.share
  const write = (text: string, value: Entry): void => {
    desk.typeField(name, text, value)
  }
  return (
    <Field
      id={`cost-${name}`}
      label={own.fields[name]}
      unit={isMoney ? own.money(inLang(desk.ready.unit, lang.value)) : YEARLY.has(name) ? own.perCent : own.share}
      value={desk.typedField(name) ?? toText(entry)}
      today={entry === today ? null : own.today(toText(today))}
      fault={isUsable(name, entry) ? null : fault}
      onText={(text) => {
        write(text, (isMoney ? readDecimal(text) : readPercent(text)) ?? text)
      }}
      onStep={(steps) => {
        if (typeof entry !== 'number') return
        const moved = isMoney ? movedBy(entry, steps * STEP * 10_000) : movedBy(entry, steps)
        const next = Math.max(0, moved)
        write(toText(next), next)
      }}
      onLeave={desk.settle}
    />
  )
}
