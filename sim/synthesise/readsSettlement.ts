import type { Strategy } from '../../models/strategy.ts'
import { isSettlementField } from './settlementColumns.ts'

/** Whether a strategy looks at settlement: then it is drawn. */
export const readsSettlement = ({ settlement, scorecard }: Strategy): boolean =>
  settlement !== null || Object.keys(scorecard?.card.fields ?? {}).some(isSettlementField)
