import type { AssignPd } from '../originate.ts'
import type { DeclineReason } from '../result.ts'
import type { Strategy } from '../strategy.ts'
import type { Firms } from '../types.ts'
import { declineCode } from './assess.ts'
import type { Assessment } from './assess.ts'
import { groupsOf } from './groups.ts'
import type { Groups } from './groups.ts'

/** Room in the book is held against this much more than the bound, so that rounding closes no sector. */
const ROUNDING = 1 + 1e-9

/**
 * The rules of the whole book: at most `quota` loans, and at most a share of the granted balance in one sector and in one cluster.
 *
 * Files that pass the other rules are taken from the lowest assigned PD (then the highest score, then the first row); one that finds its
 * sector or cluster full, or the quota used up, is declined. Shares are of what is granted in the end: since that shrinks when a cap
 * binds, files are gone through again with the smaller total until no share is above its bound. Firms outside every cluster fill none.
 *
 * @param balances  month-0 balance of each file, see balancesOf
 * @param pds       assigned PD of each file, see {@link pdsOf}
 * @returns the assessment itself where the strategy caps nothing
 * @throws {RangeError} naming the strategy and the grouping that the firms lack
 */
export function withinCaps(
  strategy: Pick<Strategy, 'id' | 'admission'>,
  firms: Pick<Firms, 'groupings'>,
  assessment: Assessment,
  balances: Float64Array,
  pds: Float64Array,
): Assessment {
  const { quota } = strategy.admission
  const caps = shareCaps(strategy, firms)
  if (quota === Infinity && caps.length === 0) return assessment
  const order = ranking(assessment, pds)
  const sum = (rows: Iterable<number>): number => {
    let total = 0
    for (const row of rows) total += balances[row]!
    return total
  }
  for (let total = sum(order); ;) {
    const declined = assessment.declined.slice()
    const granted: number[] = []
    const used = caps.map(({ groups }) => new Float64Array(groups.count))
    /** Balance of a cap's group if the row were granted; 0 outside all groups. */
    const filled = (c: number, row: number): number => {
      const group = caps[c]!.groups.of(row)
      return group < 0 ? 0 : used[c]![group]! + balances[row]!
    }
    for (const row of order) {
      const full = caps.find(({ share }, c) => filled(c, row) > share * total * ROUNDING)
      if (full) declined[row] = declineCode(full.reason)
      else if (granted.length >= quota) declined[row] = declineCode('quota')
      else {
        granted.push(row)
        for (const [c, { groups }] of caps.entries()) if (groups.of(row) >= 0) used[c]![groups.of(row)] = filled(c, row)
      }
    }
    const left = sum(granted)
    const kept = caps.every(({ share }, c) => used[c]!.every((balance) => balance <= share * left * ROUNDING))
    if (kept) return { ...assessment, declined }
    total = left
  }
}

/** Assigned PD of each applicant. */
export const pdsOf = ({ scores, levels, index, flags }: Assessment, assignPd: AssignPd): Float64Array =>
  scores.map((score, row) => assignPd(score, levels[row]!, index[row]!, flags[row]!))

/** A bound on the share of each group of firms. */
export interface ShareCap {
  readonly reason: DeclineReason
  readonly share: number
  readonly groups: Groups
}

/** The bounds on shares that a strategy states; errors as {@link withinCaps}. */
export function shareCaps(
  { id, admission }: Pick<Strategy, 'id' | 'admission'>,
  firms: Pick<Firms, 'groupings'>,
): readonly ShareCap[] {
  const capsOn = (reason: DeclineReason, name: 'sector' | 'cluster', share: number): ShareCap[] => {
    if (share >= 1) return []
    const groups = groupsOf(firms, name)
    if (!groups) throw new RangeError(`strategy ${id}: needs the firms' ${name}, which they do not have`)
    return [{ reason, share, groups }]
  }
  return [
    ...capsOn('sectorShare', 'sector', admission.largestSectorShare),
    ...capsOn('clusterShare', 'cluster', admission.largestClusterShare),
  ]
}

/** Rows that pass the other rules, the best first. */
function ranking({ declined, scores }: Assessment, pds: Float64Array): Int32Array {
  const rows = Int32Array.from({ length: declined.length }, (_, row) => row).filter((row) => declined[row] === 0)
  return rows.sort((a, b) => pds[a]! - pds[b]! || scores[b]! - scores[a]! || a - b)
}
