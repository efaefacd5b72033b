import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import { netRates } from '../judge/netRates.ts'
import { columnRates } from '../price.ts'
import type { Schedule } from '../schedule.ts'
import type { DemandModel } from '../study.ts'
import { cellAt } from '../types.ts'
import type { Probability, Rate } from '../types.ts'
import { acceptance } from './acceptance.ts'
import type { Band } from './bandedCase.ts'
import { bandMoney } from './bandMoney.ts'

/** What a share of one cell's loans of one band is expected to bring over the horizon; lists hold means over the paths of each replicate. */
export interface CellTake {
  readonly share: Probability
  /** Earned balance-years, loan-years, and money: interest and cross income, the bank's loss, the surplus before any cost by the loan. */
  readonly earned: Float64Array
  readonly loanYears: Float64Array
  readonly income: Float64Array
  readonly loss: Float64Array
  readonly surplus: Float64Array
}

/**
 * Makes a band's cells ready to be offered at any rate.
 *
 * @param schedule   its costs are the strategy's; the one by the loan is left out
 * @param economics  of that schedule without the cost by the loan
 * @returns by cell position, the take at an offered rate within 0 and the cap; the last rate of each cell is remembered
 */
export function cellTakes(
  { band, cube }: Pick<Band, 'band' | 'cube'>,
  demand: DemandModel,
  schedule: Pick<Schedule, 'costs' | 'cap'>,
  economics: Economics,
): readonly ((rate: Rate) => CellTake)[] {
  const money = bandMoney(cube, economics)
  return Array.from(cube.cells, (cell, c) => {
    const { grade } = cellAt(cell)
    const ofCell = Int32Array.of(cell)
    const own = columnsOf(cube, cell)
    const columns = own.map((k) => cube.columns[k]!)
    const earned = money.map((one) => Float64Array.from(own, (k) => one.earned[k]!))
    return rememberedLast((rate) => {
      const share = acceptance(demand, grade, band, rate)
      const rates = columnRates(columns, ofCell, Float64Array.of(rate), economics, schedule.cap)
      const net = netRates(rates, columns, schedule.costs)
      const column = (): Float64Array => new Float64Array(money.length)
      const take = { share, earned: column(), loanYears: column(), income: column(), loss: column(), surplus: column() }
      for (const [r, own] of money.entries()) {
        let [balanceYears, interest, afterTax] = [0, 0, 0]
        for (const [k, e] of earned[r]!.entries()) {
          balanceYears += e
          interest += rates[k]! * e
          afterTax += net[k]! * e
        }
        take.earned[r] = share * balanceYears
        take.loanYears[r] = share * own.loanYears[c]!
        take.income[r] = share * (interest + own.crossIncome[c]!)
        take.loss[r] = share * own.loss[c]!
        take.surplus[r] = share * (afterTax + own.rest[c]!)
      }
      return take
    })
  })
}

const columnsOf = ({ columns }: OutcomeCube, cell: number): number[] =>
  columns.flatMap((column, k) => (column.cell === cell ? [k] : []))

function rememberedLast<T>(work: (x: number) => T): (x: number) => T {
  let last: { readonly x: number; readonly value: T } | null = null
  return (x) => {
    if (last?.x !== x) last = { x, value: work(x) }
    return last.value
  }
}
