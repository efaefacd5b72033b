import type { Deferral, Shocks } from '../../models/scenario.ts'
import { COLLATERALS } from '../../models/types.ts'
import { type Format, basisPoints, levelText, plainNumber, share } from '../format.ts'
import { checkName } from '../checkWords.ts'
import type { ReportEntry } from '../reportData.ts'
import { type Lang, words } from '../text.ts'

/** What a scenario does to the world, in words; figures by year. A shock that has nothing to act on says so. */
export function shockList({ shocks, idle }: Pick<ReportEntry, 'shocks' | 'idle'>, lang: Lang): string {
  const text = words(lang)
  const names = text.shockNames
  /** @param neutral  value that changes nothing; null where any value does */
  const list = (
    name: string,
    values: readonly number[] | undefined,
    neutral: number | null,
    format: Format,
  ): string[] =>
    values?.some((value) => value !== neutral) === true ? [`${name} ${values.map(format).join(' / ')}`] : []
  const single = (name: string, value: number | null): string[] => (value === null ? [] : [`${name} ${share(value)}`])
  const bySector = (name: string, values: Readonly<Record<string, number>>, format: Format): string[] =>
    Object.entries(values).map(([sector, value]) => `${text.inSector(name, checkName(sector, lang))} ${format(value)}`)
  const marked = (lever: keyof Shocks, parts: readonly string[]): string[] => {
    const reason = idle.find((one) => one.lever === lever)?.reason
    return parts.map((part) => (reason === undefined ? part : text.withNote(part, text.idleShock[reason])))
  }
  const found = [
    ...list(names.pdMultiple, shocks.pdMultiple, 1, plainNumber),
    ...Object.entries(shocks.sectorPdMultiple).flatMap(([sector, values]) =>
      list(text.sectorPd(checkName(sector, lang)), values, 1, plainNumber),
    ),
    ...list(names.factorMean, shocks.factorMean, 0, plainNumber),
    ...list(names.factorVolatility, shocks.factorVolatility, 1, plainNumber),
    ...marked('fraudShare', single(names.fraudShare, shocks.fraudShare)),
    ...marked('guaranteeShare', single(names.guaranteeShare, shocks.guaranteeShare)),
    ...marked('linkProbability', list(names.linkProbability, shocks.linkProbability, null, share)),
    ...marked('guaranteeFundCap', list(names.guaranteeFundCap, shocks.guaranteeFundCap, null, share)),
    ...(shocks.deferral === null ? [] : [deferralText(shocks.deferral, lang)]),
    ...COLLATERALS.flatMap((one) => list(`${names.lgdAdd}${text.collaterals[one]}`, shocks.lgdAdd[one], 0, share)),
    ...(['residential', 'commercial', 'movable'] as const).flatMap((one) =>
      list(`${names.collateralPrice}${text.collaterals[one]}`, shocks.collateralPrice[one], 0, share),
    ),
    ...marked('auctionFactor', list(names.auctionFactor, shocks.auctionFactor, 1, plainNumber)),
    ...marked('saleDelay', list(names.saleDelay, shocks.saleDelay, 0, signedNumber)),
    ...marked('salesChange', list(names.salesChange, [shocks.salesChange], 0, share)),
    ...marked('sectorSalesChange', bySector(names.salesChange, shocks.sectorSalesChange, share)),
    ...marked('receivableDays', list(names.receivableDays, [shocks.receivableDays], 0, signedNumber)),
    ...marked('sectorReceivableDays', bySector(names.receivableDays, shocks.sectorReceivableDays, signedNumber)),
    ...list(names.depositVolume, shocks.depositVolume, 0, share),
    ...list(names.loanRate, shocks.loanRate, 0, basisPoints),
    ...list(names.fundingRate, shocks.fundingRate, 0, basisPoints),
    ...list(names.depositRate, shocks.depositRate, 0, basisPoints),
  ]
  return found.length === 0 ? text.noShocks : text.withNote(text.parts(found), text.byYear)
}

const deferralText = ({ share: part, from, until, months, extended, failed }: Deferral, lang: Lang): string =>
  words(lang).deferral(levelText(part), from, until, months, levelText(extended), levelText(failed))

const signedNumber: Format = (value) => (value !== null && value > 0 ? `+${plainNumber(value)}` : plainNumber(value))
