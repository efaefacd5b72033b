import type { OutcomeCube } from '../../models/cube.ts'
import { demandAnswer } from '../../models/demand/demandAnswer.ts'
import type { ScenarioDemand } from '../../models/demand/scenarioDemand.ts'
import type { PricingCase } from '../../models/judge/pricingCase.ts'
import type { Study } from '../../models/study.ts'
import type { PreparedBook } from '../prepareBook.ts'
import type { ResultTables } from '../types.ts'
import { banded } from './banded.ts'

/**
 * What applicants make of the study's rates, and of others, by weighing all who are offered a loan.
 *
 * @param index  of the strategy
 * @param cubes  of the whole simulation
 * @returns null where everybody takes the loan, and a reason where applicants cannot be weighed
 */
export function demandOf(
  { demand, schedules }: Study,
  prepared: PreparedBook,
  index: number,
  outcomes: PricingCase,
  cubes: readonly OutcomeCube[],
): ScenarioDemand | string | null {
  const { offer } = prepared.lendings[index]!
  const [schedule] = schedules
  if (!demand || !offer || !schedule) return null
  const one = banded(demand, prepared, index, outcomes, cubes)
  if (!one) return 'loans under a guarantee fund or joint liability hang on each other'
  const { costs, crossIncome, cap } = schedule
  return demandAnswer([one], schedule, { costs, crossIncome, cap, rates: offer.rates }).scenarios[0]!
}

/** An entry with what its applicants do. */
export function withDemand(tables: ResultTables, demand: ScenarioDemand | string | null): ResultTables {
  const { result } = tables
  if (demand === null) return tables
  if (typeof demand !== 'string') return { ...tables, result: { ...result, demand } }
  return { ...tables, result: { ...result, demand: null, reasons: { ...result.reasons, demand } } }
}
