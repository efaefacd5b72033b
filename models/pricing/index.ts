/** Every way to price by formula; a schedule's table is the other way. A new one is a file here, a line below and its name in study.ts. */
import type { PricingKind } from '../schedule.ts'
import { cgapPrice } from './cgapPrice.ts'
import { incomeCoversRiskPrice } from './incomeCoversRiskPrice.ts'
import { lprPlusPrice } from './lprPlusPrice.ts'
import type { PricingFormula } from './pricingFormula.ts'
import { rarocPrice } from './rarocPrice.ts'
import { riskNeutralPrice } from './riskNeutralPrice.ts'

export type FormulaKind = Exclude<PricingKind, 'schedule'>

export const PRICING_FORMULAS: Readonly<Record<FormulaKind, PricingFormula>> = {
  incomeCoversRisk: incomeCoversRiskPrice,
  cgap: cgapPrice,
  raroc: rarocPrice,
  lprPlus: lprPlusPrice,
  riskNeutral: riskNeutralPrice,
}
