import type { CubeColumn } from '../cube.ts'
import { vatOnRate } from '../pricing/vat.ts'
import type { CostParameters } from '../study.ts'

/** Rates by column less the VAT and surcharges in them. */
export const netRates = (rates: Float64Array, columns: readonly CubeColumn[], costs: CostParameters): Float64Array =>
  rates.map((r, k) => r - vatOnRate(r, columns[k]!.vatBand, costs.lpr, costs.vatRate, costs.vatMethod))
