import type { JudgeInputs } from '../judge/judgement.ts'
import type { PricingCase } from '../judge/pricingCase.ts'
import { tableRates } from '../price.ts'
import type { Schedule } from '../schedule.ts'
import { underTerms } from './terms.ts'
import type { Terms } from './terms.ts'

/**
 * Makes the inputs of a verdict under changing terms. Where only rates differ from the last time, what costs decide is taken from there: the
 * floors, which look at every loan, and the very same `economics`.
 */
export function inputsUnder({ cube, inputs }: PricingCase, schedule: Schedule): (terms: Terms) => JudgeInputs {
  let last: { readonly key: string; readonly inputs: JudgeInputs } | null = null
  return (terms) => {
    const { costs, crossIncome, cap, rates } = terms
    const key = JSON.stringify([costs, crossIncome, cap])
    if (last?.key !== key) {
      last = { key, inputs: inputs(underTerms(schedule, terms)) }
      return last.inputs
    }
    const { schedule: before, cellRates } = last.inputs
    return {
      ...last.inputs,
      schedule: { ...before, rates },
      cellRates: { ...cellRates, offered: tableRates(cube.cells, rates, cap) },
    }
  }
}
