import type { CellResult } from '../result.ts'
import type { Money } from '../types.ts'

/** Which cells pay for which: interest above and below what each requires, money a year, before VAT. */
export interface CrossSubsidy {
  /** Σ balance · gap of the cells above their required rate. */
  readonly paid: Money
  /** −Σ balance · gap of the cells below it. */
  readonly received: Money
  /** paid − received: what is left over, or what nobody pays for where it is negative. */
  readonly net: Money
  /** balance · gap of each cell that has a required rate, in the order of the cells. */
  readonly cells: readonly { readonly cell: string; readonly money: Money }[]
}

/** Adds up what cells pay beyond their required rate and fall short of it; a cell without one is left out. */
export function crossSubsidy(cells: readonly Pick<CellResult, 'cell' | 'balance' | 'gap'>[]): CrossSubsidy {
  const money = cells.flatMap(({ cell, balance, gap }) => (gap === null ? [] : [{ cell, money: balance * gap }]))
  const total = (sign: 1 | -1): Money => money.reduce((sum, one) => sum + Math.max(0, sign * one.money), 0)
  const [paid, received] = [total(1), total(-1)]
  return { paid, received, net: paid - received, cells: money }
}
