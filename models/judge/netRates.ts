import type { CubeColumn } from '../cube.ts'
import { vatOnRate } from '../pricing/vat.ts'
import type { CostParameters } from '../schedule.ts'

/** VAT and surcharges in the rates of columns, per unit of balance. */
export const vatRates = (rates: Float64Array, columns: readonly CubeColumn[], costs: CostParameters): Float64Array =>
  rates.map((rate, k) => vatOnRate(rate, columns[k]!.vatBand, costs.lpr, costs.vatRate, costs.vatMethod))

/** Rates by column less the VAT and surcharges in them. */
export function netRates(rates: Float64Array, columns: readonly CubeColumn[], costs: CostParameters): Float64Array {
  const vat = vatRates(rates, columns, costs)
  return rates.map((rate, k) => rate - vat[k]!)
}
