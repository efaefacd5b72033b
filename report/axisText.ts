import { isDeepStrictEqual } from 'node:util'
import { COLLATERALS } from '../models/types.ts'
import { type Format, basisPoints, percent, plainNumber, share } from './format.ts'
import { type Lang, words } from './text.ts'

/** A change as a share, with its sign. */
const signedShare: Format = (value) => (value !== null && value > 0 ? `+${share(value)}` : share(value))

const times: Format = (value) => `×${plainNumber(value)}`

/** How the values of a vary axis are written; what is not listed stands as it was written. */
const FORMATS: Readonly<Record<string, Format>> = {
  pdMultiple: times,
  sectorPdMultiple: times,
  factorVolatility: times,
  auctionFactor: times,
  loanRate: basisPoints,
  fundingRate: basisPoints,
  depositRate: basisPoints,
  lgdAdd: signedShare,
  collateralPrice: signedShare,
  fraudShare: share,
  guaranteeShare: share,
  linkProbability: share,
  guaranteeFundCap: share,
  salesChange: signedShare,
  depositVolume: signedShare,
  variableCost: percent,
  hurdleRate: percent,
}

/** Name of a vary axis, such as `scenario.shocks.lgdAdd.unsecured`, in the report's words. */
export function axisName(axis: string, lang: Lang): string {
  const text = words(lang)
  const steps = axis.split('.')
  const names: Readonly<Record<string, string>> = text.shockNames
  const known = axis.startsWith('scenario.shocks.') ? names[steps[2]!] : undefined
  const costs: Readonly<Record<string, string>> = text.costs.names
  if (known === undefined) return costs[steps.at(-1)!] ?? inWords(steps.at(-1)!)
  const collateral = COLLATERALS.find((one) => one === steps[3])
  const name = known.replace(/[,：×\s]+$/u, '')
  return collateral ? `${name} (${text.collaterals[collateral]})` : name
}

/** A field's name in words: baseDefaultRate → base default rate. */
const inWords = (field: string): string => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** A value of a vary axis as a banker writes it. A list, or a map of classes, with one value throughout is written as that. */
export function axisValue(axis: string, value: unknown): string {
  const [kind, part, field] = axis.split('.')
  const format = (kind === 'schedule' ? FORMATS[axis.split('.').at(-1)!] : FORMATS[field ?? part ?? '']) ?? plainNumber
  const isAdded = kind === 'schedule' && field === 'fundingRate'
  const one = single(value)
  if (typeof one === 'number') return isAdded ? percent(one) : format(one)
  return typeof one === 'string' ? one : JSON.stringify(one)
}

/** The number of an axis value that is one; null for others. */
export const axisNumber = (value: unknown): number | null => {
  const one = single(value)
  return typeof one === 'number' ? one : null
}

function single(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.values(value)
  return parts.length > 0 && parts.every((part) => isDeepStrictEqual(part, parts[0])) ? single(parts[0]) : value
}
