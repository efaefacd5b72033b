import { type Format, bareFineBasisPoints, plusMinus, points, ratio, share, signedRatio } from '../../format.ts'
import { GLOSSARY } from '../../glossary.ts'
import { standardError } from '../../standardError.ts'
import { inLang, words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import { lang } from './language.ts'
import type { StripRow } from './strip.ts'
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
  /** Whether figures as run are of other risks too. */
  readonly isTried: boolean
}

/** Every scenario: its verdict and the figures it rests on, each beside what it was as run. */
export function ScenarioStrip({ rows, choice, isTried }: StripProps) {
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
            <ScenarioRow key={i} row={row} position={i} choice={choice} isTried={isTried} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps extends Omit<StripProps, 'rows'> {
  readonly row: StripRow
  readonly position: number
}

function ScenarioRow({ row: { title, asRun, now, isAwaited, refusal }, position, choice, isTried }: RowProps) {
  const own = deskWords(lang.value).strip
  const name = inLang(title, lang.value)
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
        {refusal === null ? now && <VerdictBadge verdict={now.verdict} /> : '–'}
        {isAwaited ? (
          <span class="quiet" title={own.awaited}>
            {' …'}
          </span>
        ) : null}
        {now && asRun && now.verdict !== asRun.verdict ? (
          <strong class="was"> {own.was(words(lang.value).verdicts[asRun.verdict])}</strong>
        ) : null}
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
              {now === null ? (
                '…'
              ) : (
                <span class="now">
                  {format(now[figure])} <span class="error">{plusMinus(format, standardError(now, figure))}</span>
                </span>
              )}
              {asRun === null ? null : (
                <small>
                  {(isTried ? own.asRun : own.today)(format(asRun[figure]))}
                  {now === null ? null : (
                    <Difference by={differenceOf(now[figure], asRun[figure])} format={difference} />
                  )}
                </small>
              )}
            </td>
          ))}
    </tr>
  )
}

const differenceOf = (now: number | null, before: number | null): number =>
  now === null || before === null ? 0 : now - before

/** By how much a figure has moved; nothing where that rounds to 0. */
function Difference({ by, format }: { readonly by: number; readonly format: Format }) {
  const text = format(by)
  if (!/[1-9]/.test(text)) return null
  return (
    <span class="moved">
      {' '}
      <span aria-hidden="true">{by > 0 ? '▲ ' : '▼ '}</span>
      {text}
    </span>
  )
}
