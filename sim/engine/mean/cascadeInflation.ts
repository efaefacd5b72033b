import { expectedLgd } from '../../../models/lgd.ts'
import { balanceOf, severityOfLoan, statedLgdOf } from '../task.ts'
import type { Positions, Task } from '../task.ts'
import type { JointLgd } from './jointLgd.ts'
import type { MeanField } from './meanField.ts'

/**
 * Variance of networked firms' losses as a multiple of that of independent ones: the C defaults of a cascade have the mean loss in common.
 *
 *     1 + (E[C²]/E[C] − 1) · E[loss]² / E[loss²]       over members, by their chance of defaulting
 *
 * @returns one a year; 1 without guarantee calls
 */
export function cascadeInflation(
  task: Task,
  { firstLoan, records, lgd: tables }: Positions,
  { nodes, contagion }: MeanField,
  lgd: JointLgd,
): Float64Array {
  const inflation = new Float64Array(task.years).fill(1)
  if (!contagion) return inflation
  for (let y = 0; y < task.years; y++) {
    let [count, sum, square] = [0, 0, 0]
    for (let firm = 0; firm < task.firms; firm++) {
      const member = contagion.memberOf[firm]!
      if (member < 0 || nodes.first[firm]! < 0) continue
      const p = contagion.pds[y * contagion.members + member]!
      count += p
      for (let loan = firstLoan[firm]!; loan < firstLoan[firm + 1]!; loan++) {
        const own = { severity: severityOfLoan(records, loan), stated: statedLgdOf(records, loan) }
        const balance = p * balanceOf(records, loan)
        sum += balance * expectedLgd(tables, own.severity, y, own.stated)
        for (let other = firstLoan[firm]!; other < firstLoan[firm + 1]!; other++) {
          const terms = { severity: severityOfLoan(records, other), stated: statedLgdOf(records, other) }
          square += balance * balanceOf(records, other) * lgd.product(own, terms, y)
        }
      }
    }
    if (square > 0) inflation[y] = 1 + ((contagion.inflation[y]! - 1) * sum * sum) / (count * square)
  }
  return inflation
}
