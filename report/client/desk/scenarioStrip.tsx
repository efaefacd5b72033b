import { type Format, bareFineBasisPoints, plusMinus, points, ratio, share, signedRatio } from '../../format.ts'
import { GLOSSARY } from '../../glossary.ts'
import { standardError } from '../../standardError.ts'
import { inLang, words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import { lang } from './language.ts'
import type { StripFigures, StripRow } from './strip.ts'
import { VerdictBadge } from './verdictBadge.tsx'

/** The unit in the head of a column, where the figures are without. */
const COLUMNS = [
  { name: 'coverageRatio', format: ratio, difference: signedRatio, unit: '' },
  { name: 'coverageProbability', format: share, difference: points, unit: '' },
  { name: 'surplus', format: bareFineBasisPoints, difference: bareFineBasisPoints, unit: 'bp' },
] as const

interface StripProps {
  readonly rows: readonly StripRow[]
  /** Position of the scenario chosen, and what choosing does; null where nothing can be chosen. */
  readonly choice: { readonly chosen: number; readonly choose: (row: number) => void } | null
}

/** Every scenario: its verdict and the figures it rests on, each above what it is today. */
export function ScenarioStrip({ rows, choice }: StripProps) {
  const [text, own] = [words(lang.value), deskWords(lang.value).strip]
  return (
    <div class="scroll" tabIndex={0}>
      <table class="strip wide">
        <thead>
          <tr>
            <th class="name sticky">{own.scenario}</th>
            <th class="name">{text.verdict}</th>
            {COLUMNS.map(({ name, unit }) => (
              <th key={name}>
                <abbr title={GLOSSARY[name][lang.value].definition}>{GLOSSARY[name][lang.value].name}</abbr>
                {unit === '' ? '' : `, ${unit}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <ScenarioRow key={i} row={row} position={i} choice={choice} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly row: StripRow
  readonly position: number
  readonly choice: StripProps['choice']
}

function ScenarioRow({ row: { title, today, now, isAwaited, refusal }, position, choice }: RowProps) {
  const own = deskWords(lang.value).strip
  const name = inLang(title, lang.value)
  const shown = now ?? today
  return (
    <tr class={choice?.chosen === position ? 'chosen' : ''} aria-busy={isAwaited}>
      <th scope="row" class="name sticky">
        {choice ? (
          <label>
            <input
              type="radio"
              name="scenario"
              checked={choice.chosen === position}
              onChange={() => {
                choice.choose(position)
              }}
            />
            {name}
          </label>
        ) : (
          name
        )}
      </th>
      <td class="name">
        {refusal === null ? <VerdictBadge verdict={shown.verdict} /> : '–'}
        {isAwaited ? (
          <span class="quiet" title={own.awaited}>
            {' …'}
          </span>
        ) : null}
        {shown.verdict === today.verdict ? null : (
          <strong class="was"> {own.was(words(lang.value).verdicts[today.verdict])}</strong>
        )}
      </td>
      {refusal === null ? null : (
        <td class="name refusal" colSpan={COLUMNS.length}>
          {own.refused(refusal)}
        </td>
      )}
      {refusal !== null
        ? null
        : COLUMNS.map(({ name: figure, format, difference }) => (
            <td key={figure}>
              <span class="now">
                {format(shown[figure])} <span class="error">{plusMinus(format, standardError(shown, figure))}</span>
              </span>
              {now === null ? null : (
                <small>
                  <Difference now={now} today={today} figure={figure} format={format} difference={difference} />
                </small>
              )}
            </td>
          ))}
    </tr>
  )
}

interface DifferenceProps {
  readonly now: StripFigures
  readonly today: StripFigures
  readonly figure: (typeof COLUMNS)[number]['name']
  readonly format: Format
  readonly difference: Format
}

/** Today's value, and by how much it has moved. */
function Difference({ now, today, figure, format, difference }: DifferenceProps) {
  const own = deskWords(lang.value).strip
  const [a, b] = [today[figure], now[figure]]
  const by = a === null || b === null ? 0 : b - a
  const text = difference(by)
  const hasMoved = /[1-9]/.test(text)
  return (
    <>
      {own.today(format(a))}
      {hasMoved ? (
        <span class="moved">
          {' '}
          <span aria-hidden="true">{by > 0 ? '▲ ' : '▼ '}</span>
          {text}
        </span>
      ) : null}
    </>
  )
}
