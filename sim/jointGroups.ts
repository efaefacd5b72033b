import type { JointLiability } from '../models/strategy.ts'
import type { Loans } from '../models/types.ts'
import type { JointGroups } from './engine/task.ts'

/**
 * Puts a bank's borrowers into joint-liability groups, in the order given; the last group may be smaller.
 *
 * @param order  every firm once, at random
 */
export function jointGroups(
  { groupSize, linkProbability, rounds, payment }: JointLiability,
  { obligor }: Pick<Loans, 'obligor'>,
  order: Int32Array,
): JointGroups {
  const borrows = new Uint8Array(order.length)
  for (const firm of obligor) borrows[firm] = 1
  const members = order.filter((firm) => borrows[firm] === 1)
  const groups = Math.ceil(members.length / groupSize)
  const groupOf = new Int32Array(order.length).fill(-1)
  for (const [k, firm] of members.entries()) groupOf[firm] = Math.floor(k / groupSize)
  return {
    groupOf,
    starts: Int32Array.from({ length: groups + 1 }, (_, g) => Math.min(members.length, g * groupSize)),
    members,
    linkProbability,
    rounds,
    payEach: payment.each,
    payMost: payment.most,
  }
}
