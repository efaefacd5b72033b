import type { Shocks } from '../../models/study.ts'
import { COLLATERALS } from '../../models/types.ts'
import { type Format, basisPoints, share } from '../format.ts'
import { checkName } from '../checkWords.ts'
import { type Lang, words } from '../text.ts'

/** What a scenario does to the world, in words; figures by year. */
export function shockList(shocks: Shocks, lang: Lang): string {
  const text = words(lang)
  const names = text.shockNames
  const list = (name: string, values: readonly number[] | undefined, neutral: number, format: Format): string[] =>
    values?.some((value) => value !== neutral) === true ? [`${name} ${values.map(format).join(' / ')}`] : []
  const found = [
    ...list(names.pdMultiple, shocks.pdMultiple, 1, plain),
    ...Object.entries(shocks.sectorPdMultiple).flatMap(([sector, values]) =>
      list(text.sectorPd(checkName(sector, lang)), values, 1, plain),
    ),
    ...list(names.factorMean, shocks.factorMean, 0, plain),
    ...list(names.factorVolatility, shocks.factorVolatility, 1, plain),
    ...COLLATERALS.flatMap((one) => list(`${names.lgdAdd}${text.collaterals[one]}`, shocks.lgdAdd[one], 0, share)),
    ...(['residential', 'commercial', 'movable'] as const).flatMap((one) =>
      list(`${names.collateralPrice}${text.collaterals[one]}`, shocks.collateralPrice[one], 0, share),
    ),
    ...list(names.loanRate, shocks.loanRate, 0, basisPoints),
    ...list(names.fundingRate, shocks.fundingRate, 0, basisPoints),
    ...list(names.depositRate, shocks.depositRate, 0, basisPoints),
  ]
  return found.length === 0 ? text.noShocks : text.withNote(text.parts(found), text.byYear)
}

const plain: Format = (value) => (value === null ? '–' : String(value).replace('-', '−'))
