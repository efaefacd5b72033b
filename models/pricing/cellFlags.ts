import type { Text } from '../text.ts'
import { CELL_COUNT, cellAt, cellKey } from '../types.ts'
import type { Rate } from '../types.ts'
import type { CellFlag } from './cellFlag.ts'
import { gradesOutOfOrder } from './gradesOutOfOrder.ts'

/**
 * Faults of a table of rates, cell by cell: a rate that is missing or negative is refused; one above the cap, which is lent at the cap, and one
 * below that of the next better grade at the same term band and collateral are worth a look.
 *
 * @param rates  of every cell by cellIndex; null or NaN where there is none
 * @param cap    legal ceiling of any rate
 * @param cells  cell indices looked at, such as those with loans; default all
 * @returns in the order of cellIndex, at most one flag a cell and kind
 * @throws {RangeError} when there is not one entry a cell
 */
export function cellFlags(
  rates: readonly (Rate | null)[],
  cap: Rate,
  cells: Iterable<number> = EVERY_CELL,
): CellFlag[] {
  if (rates.length !== CELL_COUNT)
    throw new RangeError(`cellFlags: rates must have ${CELL_COUNT} entries, got ${rates.length}`)
  const looked = new Set(cells)
  const better = new Map(gradesOutOfOrder(rates, looked).map((pair) => [pair.cell, pair.better]))
  return [...looked]
    .toSorted((a, b) => a - b)
    .flatMap((cell): CellFlag[] => {
      const rate = rates[cell]
      if (!isRate(rate)) return [flag(cell, 'missing', MISSING)]
      const flags: CellFlag[] = []
      if (rate < 0) flags.push(flag(cell, 'negative', negative(rate)))
      if (rate > cap) flags.push(flag(cell, 'aboveCap', aboveCap(rate, cap)))
      const above = better.get(cell)
      if (above !== undefined)
        flags.push(flag(cell, 'notMonotone', notMonotone(cellAt(cell).grade, rate, cellAt(above).grade, rates[above]!)))
      return flags
    })
}

/**
 * Flags of cells that a file or a pasted table prices more than once.
 *
 * @param written  cell index of every rate given
 */
export function duplicateFlags(written: readonly number[]): CellFlag[] {
  const times = new Map<number, number>()
  for (const cell of written) times.set(cell, (times.get(cell) ?? 0) + 1)
  return [...times]
    .filter(([, count]) => count > 1)
    .toSorted(([a], [b]) => a - b)
    .map(([cell, count]) => flag(cell, 'duplicate', duplicate(count)))
}

const isRate = (rate: Rate | null | undefined): rate is Rate => Number.isFinite(rate)

const flag = (cell: number, kind: CellFlag['kind'], message: Text): CellFlag => ({
  cell: cellKey(cellAt(cell)),
  kind,
  severity: kind === 'aboveCap' || kind === 'notMonotone' ? 'warning' : 'error',
  message,
})

const EVERY_CELL = Array.from({ length: CELL_COUNT }, (_, cell) => cell)

/** 0.0565 → 5.65%, with all the digits that tell it from another rate. */
const percent = (rate: Rate): string => `${String(Number((rate * 100).toPrecision(9))).replace('-', '−')}%`

const MISSING: Text = { en: 'The cell has no rate.', zh: '该单元没有利率。' }

const negative = (rate: Rate): Text => ({
  en: `The rate must be at least 0, got ${percent(rate)}.`,
  zh: `利率不得为负，现为${percent(rate)}。`,
})

const aboveCap = (rate: Rate, cap: Rate): Text => ({
  en: `${percent(rate)} is above the cap of ${percent(cap)}; it is lent at the cap.`,
  zh: `${percent(rate)}高于利率上限${percent(cap)}，按上限放贷。`,
})

const notMonotone = (grade: number, rate: Rate, better: number, betterRate: Rate): Text => ({
  en: `Grade ${grade} pays ${percent(rate)}, less than the better grade ${better} at ${percent(betterRate)}.`,
  zh: `${grade}级利率为${percent(rate)}，低于更优的${better}级（${percent(betterRate)}）。`,
})

const duplicate = (count: number): Text => ({
  en: `The cell is priced ${count} times; it must be priced once.`,
  zh: `该单元被定价${count}次，只能定价一次。`,
})
