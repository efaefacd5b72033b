import type { SettlementYear } from './settlementYear.ts'

/** What a bank measures of settlement over the year before the application, by field; one entry a firm each. */
export type SettlementColumns = Readonly<Record<SettlementField, Float64Array>>
export type SettlementField = Exclude<keyof SettlementYear, 'loanShare'> | 'monthlyCost' | 'depositSwing'

const FIELDS: readonly SettlementField[] = [
  'verifiedSettlement', 'cashSales', 'naturalDeposit', 'depositNorm', 'regularMonthsShare', 'maturityWindowRatio', 'productShare',
  'settlementAllBanks', 'referenceSales', 'settlementChange', 'grossTurnover', 'sameDayTurnover', 'monthlyCost', 'depositSwing',
] // prettier-ignore

/** Whether an applicant has a field only where settlement is drawn. */
export const isSettlementField = (field: string): boolean =>
  field === 'loanShare' || (FIELDS as readonly string[]).includes(field)

/** Empty columns. */
export const settlementColumns = (count: number): SettlementColumns =>
  Object.fromEntries(FIELDS.map((field) => [field, new Float64Array(count)])) as Record<SettlementField, Float64Array>

/** Puts what was measured of a firm into a row. */
export function writeSettlement(
  columns: SettlementColumns,
  row: number,
  measured: Readonly<Record<SettlementField, number>>,
): void {
  for (const field of FIELDS) columns[field][row] = measured[field]
}
