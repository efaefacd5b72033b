import type { CellResult, Result } from '../models/result.ts'
import { standardError } from './standardError.ts'

/** Coverage of one grade, from its cells. */
interface GradeCoverage {
  readonly grade: number
  readonly loans: number
  /** Balance-weighted over the cells. */
  readonly offeredRate: number
  readonly requiredRate: number
  /** 1 + Σ gap·balance ÷ Σ expectedLoss·balance; the gap counts interest before VAT. */
  readonly coverage: number
  /** Upper bound of its standard error (cells moving together, balances taken as known); null where a part is missing. */
  readonly standardError: number | null
}

/** Coverage by grade, best grade first; grades without a loss or a required rate are left out. */
export function gradeCoverage(result: Result): GradeCoverage[] {
  const cells = result.cells.map((cell, i) => ({ cell, i, grade: Number(cell.cell.split('|')[0]) }))
  const grades = [...new Set(cells.map(({ grade }) => grade))].sort((a, b) => a - b)
  return grades.flatMap((grade) => {
    const own = cells.filter((one) => one.grade === grade && one.cell.gap !== null && one.cell.requiredRate !== null)
    const sum = (value: (cell: CellResult, i: number) => number) =>
      own.reduce((total, { cell, i }) => total + value(cell, i) * cell.balance, 0)
    const balance = sum(() => 1)
    const loss = sum((cell) => cell.expectedLoss)
    if (!(loss > 0)) return []
    const gap = sum((cell) => cell.gap ?? 0)
    const error = (figure: string) => sum((_, i) => standardError(result, `cells.${i}.${figure}`) ?? NaN)
    const bound = error('gap') / loss + (Math.abs(gap) / loss) * (error('expectedLoss') / loss)
    return {
      grade,
      loans: own.reduce((total, { cell }) => total + cell.loans, 0),
      offeredRate: sum((cell) => cell.offeredRate) / balance,
      requiredRate: sum((cell) => cell.requiredRate ?? 0) / balance,
      coverage: 1 + gap / loss,
      standardError: Number.isNaN(bound) ? null : bound,
    }
  })
}
