import { expectedLgd } from '../../../models/lgd.ts'
import { balanceOf, classOf, depositOf, relationshipOf, severityOfLoan, statedLgdOf } from '../task.ts'
import type { Positions, Task } from '../task.ts'
import type { MeanField } from './meanField.ts'
import { PairIndex } from './pairIndex.ts'
import { STENCIL } from './pdNodes.ts'

/** Weights of a slot: balance, count, deposit, fees, owner's assets; then by year balance × share not paid by guarantors, and that × LGD. */
export const KEPT = 5

/**
 * One strategy's loans spread over nodes. A **slot** is a node with a class of loans, a severity and a deferral profile: whatever
 * happens to its loans on a path is one linear map of its weights.
 */
export interface LoanSlots {
  /** Slots of node n: starts[n]..starts[n + 1]. */
  readonly starts: Int32Array
  readonly loanClass: Int32Array
  readonly severity: Int32Array
  readonly profile: Int32Array
  /** KEPT + 2 × years weights a slot. */
  readonly stride: number
  readonly weights: Float64Array
}

/** Spreads a strategy's loans. */
export function loanSlots(
  task: Task,
  { firstLoan, records, fees, ownerAum, lgd }: Positions,
  { nodes, deferrals, contagion }: MeanField,
): LoanSlots {
  const { years } = task
  const stride = KEPT + 2 * years
  const severities = new PairIndex()
  const kinds = new PairIndex()
  const slots = new PairIndex()
  let weights = new Float64Array(1024 * stride)
  const own = new Float64Array(stride)
  for (let firm = 0; firm < task.firms; firm++) {
    const node = nodes.first[firm]!
    if (node < 0) continue
    const member = contagion?.memberOf[firm] ?? -1
    for (let loan = firstLoan[firm]!; loan < firstLoan[firm + 1]!; loan++) {
      const balance = balanceOf(records, loan)
      const severity = severityOfLoan(records, loan)
      own[0] = balance
      own[1] = 1
      own[2] = depositOf(records, loan)
      own[3] = relationshipOf(fees, loan, balance)
      own[4] = relationshipOf(ownerAum, loan, balance)
      for (let y = 0; y < years; y++) {
        const kept = balance * (member >= 0 && contagion ? contagion.kept[y * contagion.members + member]! : 1)
        own[KEPT + y] = kept
        own[KEPT + years + y] = kept * expectedLgd(lgd, severity, y, statedLgdOf(records, loan))
      }
      const kind = kinds.idOf(severities.idOf(classOf(records, loan), severity), deferrals.profile(firm))
      for (let j = 0; j < nodes.length[firm]!; j++) {
        const slot = slots.idOf(node + j, kind) * stride
        if (slot >= weights.length) weights = doubled(weights)
        const share = nodes.weights[firm * STENCIL + j]!
        for (let w = 0; w < stride; w++) weights[slot + w]! += share * own[w]!
      }
    }
  }

  const starts = new Int32Array(nodes.count + 1)
  for (let s = 0; s < slots.count; s++) starts[slots.firstOf(s) + 1]!++
  for (let n = 0; n < nodes.count; n++) starts[n + 1]! += starts[n]!
  const next = starts.slice()
  const loanClass = new Int32Array(slots.count)
  const severity = new Int32Array(slots.count)
  const profile = new Int32Array(slots.count)
  const sorted = new Float64Array(slots.count * stride)
  for (let s = 0; s < slots.count; s++) {
    const to = next[slots.firstOf(s)]!++
    const kind = slots.secondOf(s)
    loanClass[to] = severities.firstOf(kinds.firstOf(kind))
    severity[to] = severities.secondOf(kinds.firstOf(kind))
    profile[to] = kinds.secondOf(kind)
    sorted.set(weights.subarray(s * stride, (s + 1) * stride), to * stride)
  }
  return { starts, loanClass, severity, profile, stride, weights: sorted }
}

function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const more = new Float64Array(2 * values.length)
  more.set(values)
  return more
}
