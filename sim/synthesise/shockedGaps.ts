import type { SyntheticBook } from '../../models/book.ts'
import type { Shocks } from '../../models/scenario.ts'
import type { FirmColumns } from './firmColumns.ts'

/**
 * Financing gaps when sales change and customers pay later (DOMAIN C2: need = sales × (1 − margin) × (1 + growth) ÷ turns).
 *
 *     gap' = gap · (1 + change of sales) · (cycle + days) ÷ cycle        within the least and the most that the book lends
 *
 * with the book's median cycle; firms of a sector with a change of its own take that.
 *
 * @returns one entry a firm
 */
export function shockedGaps(
  { request, sectors }: SyntheticBook,
  { traits, request: asked }: Pick<FirmColumns, 'traits' | 'request'>,
  shocks: Pick<Shocks, 'salesChange' | 'sectorSalesChange' | 'receivableDays' | 'sectorReceivableDays'>,
): Float64Array {
  const { cycleDays, minimum, maximum } = request
  const factors = Object.keys(sectors).map((sector) => {
    const sales = 1 + (shocks.sectorSalesChange[sector] ?? shocks.salesChange)
    const days = shocks.sectorReceivableDays[sector] ?? shocks.receivableDays
    return Math.max(0, sales) * Math.max(0, 1 + days / cycleDays.median)
  })
  return asked.financingGap.map((gap, i) => Math.min(maximum, Math.max(minimum, gap * factors[traits.sector[i]!]!)))
}
