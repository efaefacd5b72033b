import type { Peak, ScenarioDemand } from '../models/demand/scenarioDemand.ts'
import type { Result } from '../models/result.ts'
import type { Text } from '../models/text.ts'
import { basisPoints, percent, plusMinus, ratio, share, signedWhole, total } from './format.ts'
import { standardError } from './standardError.ts'
import { type Lang, words } from './text.ts'

/** What applicants who may go elsewhere make of the rates of an entry, and of others; sentences. */
export function demandFinding(
  demand: ScenarioDemand,
  result: Pick<Result, 'coverageRatio' | 'standardErrors'>,
  unit: Text,
  lang: Lang,
): string[] {
  const text = words(lang)
  const own = text.demand
  const { curve, best, turning, offered } = demand
  const [first, last] = [curve[0]!, curve.at(-1)!]
  const [low, high] = [basisPoints(first.shift), basisPoints(last.shift)]
  const money = (value: number): string => signedTotal(value, unit, lang)
  const weighed = `${ratio(demand.coverageRatio)} ${plusMinus(ratio, demand.standardErrors.coverageRatio)}`.trim()
  const drawn = `${ratio(result.coverageRatio)} ${plusMinus(ratio, standardError(result, 'coverageRatio'))}`.trim()
  const ends = { rises: high, falls: low }
  return [
    text.parts([
      own.taken(share(demand.volume), percent(demand.meanTruePd), percent(offered.meanTruePd)),
      own.drawn(weighed, drawn),
    ]),
    best.trend === 'turns'
      ? own.best.turns(placeOf(best), money(best.value), money(demand.annualSurplus))
      : own.best[best.trend](ends[best.trend]),
    turning.trend === 'turns' ? own.turning.turns(placeOf(turning)) : own.turning[turning.trend](ends[turning.trend]),
    own.worse(low, percent(first.meanTruePd), high, percent(last.meanTruePd)),
  ]
}

/** Where a figure is highest, with its error: +498 bp ± 3 bp. */
const placeOf = ({ shift, standardErrors }: Peak): string =>
  `${basisPoints(shift)} ${plusMinus(basisPoints, standardErrors.shift)}`.trim()

/** The best move of a grade's rates, or which end of the range it lies beyond. */
export const bestMove = (best: Peak, lang: Lang): string =>
  best.trend === 'turns' ? placeOf(best) : words(lang).demand.ends[best.trend]

/** Money a year that may be below 0. */
const signedTotal = (value: number, unit: Text, lang: Lang): string =>
  `${value < 0 ? '−' : ''}${total(Math.abs(value), unit, lang)}`

/** A number of units of money with its error. */
export const annualMoney = (value: number, error: number | null): string =>
  `${signedWhole(value)} ${plusMinus(signedWhole, error)}`.trim()
